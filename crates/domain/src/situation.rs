//! What a decision looks at, and how events change it.

use std::collections::BTreeMap;

use crate::{
    AccountId, AgentId, Board, Contact, ContactId, Conversation, ConversationId, Event, Kind,
    Message, Mine, Preview, Template, TemplateId,
};

/// The board and the part of the company that the commands at hand name. The hub loads it for a group of commands;
/// tests keep a whole company in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Situation {
    pub board: Board,
    pub conversations: BTreeMap<ConversationId, Conversation>,
    pub contacts: BTreeMap<ContactId, Contact>,
    pub mine: BTreeMap<(AgentId, ConversationId), Mine>,
    /// Contacts there are in the whole company: the next visitor's number.
    pub contact_count: u32,
    pub templates: BTreeMap<TemplateId, Template>,
    /// Templates there are in the whole company.
    pub template_count: u32,
}

impl Situation {
    /// The open conversation between a contact and an account, of which there is at most one.
    pub fn open_between(&self, account: AccountId, contact: ContactId) -> Option<&Conversation> {
        self.conversations.values().find(|conversation| {
            conversation.is_open()
                && matches!(&conversation.kind, Kind::Customer { account: a, contact: c, .. }
                    if *a == account && *c == contact)
        })
    }

    /// Carries out one event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Opened(conversation) => {
                self.conversations
                    .insert(conversation.id, conversation.clone());
            }
            Event::Wrote(message) => self.on(message.conversation, |c| wrote(c, message)),
            Event::OwnershipChanged {
                conversation,
                ownership: new,
            } => self.on(*conversation, |c| {
                if let Kind::Customer { ownership, .. } = &mut c.kind {
                    *ownership = new.clone();
                }
            }),
            Event::CustomerReceived {
                conversation,
                up_to,
            } => self.on(*conversation, |c| c.customer_received = *up_to),
            Event::CustomerRead {
                conversation,
                up_to,
            } => self.on(*conversation, |c| c.customer_read = *up_to),
            Event::AgentRead {
                conversation,
                up_to,
            } => self.on(*conversation, |c| c.agent_read = *up_to),
            Event::Deleted(conversation) => {
                self.conversations.remove(conversation);
                self.mine.retain(|(_, of), _| of != conversation);
            }
            Event::ContactPut(contact) => {
                if self.contacts.insert(contact.id, contact.clone()).is_none() {
                    self.contact_count += 1;
                }
            }
            Event::MinePut(mine) => {
                self.mine
                    .insert((mine.agent, mine.conversation), mine.clone());
            }
            Event::AgentPut(agent) => {
                self.board.agents.insert(agent.id, agent.clone());
            }
            Event::DepartmentPut(department) => {
                self.board
                    .departments
                    .insert(department.id, department.clone());
            }
            Event::QueuePut(queue) => {
                self.board.queues.insert(queue.id, queue.clone());
            }
            Event::AccountPut(account) => {
                self.board.accounts.insert(account.id, account.clone());
            }
            Event::TemplatePut(template) => {
                let known = self.templates.insert(template.id, template.clone());
                self.template_count += u32::from(known.is_none());
            }
            Event::TemplateDeleted(template) => {
                let known = self.templates.remove(template);
                self.template_count -= u32::from(known.is_some());
            }
            Event::TemplateUsed(_) | Event::RightsChanged(_) => {}
        }
    }

    fn on(&mut self, id: ConversationId, change: impl FnOnce(&mut Conversation)) {
        if let Some(conversation) = self.conversations.get_mut(&id) {
            change(conversation);
        }
    }
}

fn wrote(conversation: &mut Conversation, message: &Message) {
    use crate::{Author, Body};
    conversation.last_seq = message.seq;
    conversation.last_at = conversation.last_at.max(message.at);
    if let Some(preview) = Preview::of(message.author, &message.body) {
        conversation.preview = Some(preview);
    }
    match (message.author, &message.body) {
        (Author::Customer, _) => {
            conversation.waiting_since.get_or_insert(message.at);
        }
        (Author::Agent(_), Body::Text(_)) => conversation.waiting_since = None,
        _ => {}
    }
}
