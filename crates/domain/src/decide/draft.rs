//! A decision in the making: each event is applied to a copy of what it touches, so that the next one sees it.

use crate::sight::holds;
use crate::{
    Actor, Agent, AgentId, Author, Body, Conversation, ConversationId, Event, Message, MessageId,
    Ownership, Refusal, Situation, Timestamp,
};

/// The events so far, and the conversation as they leave it.
pub(super) struct Draft<'a> {
    pub(super) situation: &'a Situation,
    pub(super) actor: Actor,
    pub(super) now: Timestamp,
    pub(super) events: Vec<Event>,
    /// Lines written so far by conversation, to number the next.
    written: Vec<(ConversationId, u64)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(situation: &'a Situation, actor: Actor, now: Timestamp) -> Self {
        Self {
            situation,
            actor,
            now,
            events: Vec::new(),
            written: Vec::new(),
        }
    }

    /// The active agent who asks; a customer or the hub cannot do what needs one.
    pub(super) fn agent(&self) -> Result<&'a Agent, Refusal> {
        match self.actor {
            Actor::Agent(agent) => self
                .situation
                .board
                .active(agent)
                .ok_or(Refusal::NotAllowed),
            Actor::Customer(_) | Actor::Hub => Err(Refusal::NotAllowed),
        }
    }

    pub(super) fn conversation(&self, id: ConversationId) -> Result<&'a Conversation, Refusal> {
        self.situation
            .conversations
            .get(&id)
            .ok_or(Refusal::NotFound)
    }

    /// The conversation, if the asking agent holds it. One who shares its queue learns who owns it now.
    pub(super) fn held(
        &self,
        id: ConversationId,
    ) -> Result<(&'a Agent, &'a Conversation), Refusal> {
        let agent = self.agent()?;
        let conversation = self.conversation(id)?;
        if holds(&self.situation.board, agent.id, conversation) {
            return Ok((agent, conversation));
        }
        match conversation.ownership() {
            Some(Ownership::Owned {
                owner,
                queue: Some(queue),
            }) if self.situation.board.is_member(*queue, agent.id) => {
                Err(Refusal::Taken { winner: *owner })
            }
            _ => Err(Refusal::NotFound),
        }
    }

    /// The conversation of the customer's account that asks.
    pub(super) fn of_customer(&self, id: ConversationId) -> Result<&'a Conversation, Refusal> {
        let conversation = self.conversation(id)?;
        match (&conversation.kind, self.actor) {
            (crate::Kind::Customer { account, .. }, Actor::Customer(asking))
                if *account == asking =>
            {
                Ok(conversation)
            }
            _ => Err(Refusal::NotFound),
        }
    }

    pub(super) fn push(&mut self, event: Event) {
        self.events.push(event);
    }

    pub(super) fn own(&mut self, id: ConversationId, ownership: Ownership) {
        self.push(Event::OwnershipChanged {
            conversation: id,
            ownership,
        });
    }

    /// Adds a line at the end of the thread; answers its place.
    pub(super) fn write(
        &mut self,
        conversation: ConversationId,
        id: Option<MessageId>,
        author: Author,
        body: Body,
    ) -> u64 {
        let stored = self
            .situation
            .conversations
            .get(&conversation)
            .map_or(0, |conversation| conversation.last_seq);
        let seq =
            if let Some((_, last)) = self.written.iter_mut().find(|(of, _)| *of == conversation) {
                *last += 1;
                *last
            } else {
                self.written.push((conversation, stored + 1));
                stored + 1
            };
        self.push(Event::Wrote(Message {
            conversation,
            seq,
            id,
            at: self.now,
            author,
            body,
        }));
        seq
    }

    /// What the agent keeps for themselves of a conversation, or its beginning.
    pub(super) fn mine(&self, agent: AgentId, conversation: ConversationId) -> crate::Mine {
        self.situation
            .mine
            .get(&(agent, conversation))
            .cloned()
            .unwrap_or_else(|| crate::Mine::new(agent, conversation))
    }
}
