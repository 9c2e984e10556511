//! What people and queues are called.

use std::collections::BTreeMap;

use fluent_bundle::FluentValue;
use guichet_domain::{Agent, AgentId, Contact, Conversation, Internal, Kind, Queue, QueueId};

use crate::cache::{Cache, CacheError};
use crate::words::Language;

/// The company's agents and queues.
pub(crate) struct Directory {
    pub(crate) agents: BTreeMap<AgentId, Agent>,
    pub(crate) queues: BTreeMap<QueueId, Queue>,
    pub(crate) language: Language,
    pub(crate) me: AgentId,
}

impl Directory {
    pub(crate) async fn load(
        cache: &Cache,
        me: AgentId,
        language: Language,
    ) -> Result<Self, CacheError> {
        let agents = cache.agents().await?;
        let queues = cache.queues().await?;
        Ok(Self {
            agents: agents.into_iter().map(|agent| (agent.id, agent)).collect(),
            queues: queues.into_iter().map(|queue| (queue.id, queue)).collect(),
            language,
            me,
        })
    }

    /// The name of an agent, also of one who is not in the cache.
    pub(crate) fn agent(&self, id: AgentId) -> String {
        match self.agents.get(&id) {
            Some(agent) => agent.name.clone(),
            None => self.language.say("client-somebody", &[]),
        }
    }

    /// The name of a queue, if known.
    pub(crate) fn queue(&self, id: QueueId) -> Option<String> {
        self.queues.get(&id).map(|queue| queue.name.clone())
    }

    /// With whom a conversation is: the customer, the group by its name, or the other members.
    pub(crate) fn of(&self, conversation: &Conversation, contact: Option<&Contact>) -> String {
        match &conversation.kind {
            Kind::Customer { .. } => contact_name(contact, self.language),
            Kind::Internal(Internal {
                name: Some(name), ..
            }) => name.clone(),
            Kind::Internal(Internal { members, .. }) => {
                let others: Vec<String> = members
                    .iter()
                    .filter(|member| **member != self.me)
                    .map(|member| self.agent(*member))
                    .collect();
                if others.is_empty() {
                    return self.language.say("client-group", &[]);
                }
                others.join(", ")
            }
        }
    }
}

/// The name of a customer, or the number of one who has none.
pub(crate) fn contact_name(contact: Option<&Contact>, language: Language) -> String {
    let Some(contact) = contact else {
        return language.say("client-visitor-unknown", &[]);
    };
    match &contact.details.name {
        Some(name) => name.clone(),
        None => language.say(
            "client-visitor",
            &[("number", FluentValue::from(contact.number))],
        ),
    }
}
