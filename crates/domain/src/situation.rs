//! What a decision looks at, and how events change it.

use std::collections::BTreeMap;

use crate::{
    AccountId, AgentId, Board, Contact, ContactId, Conversation, ConversationId, Event, Floor,
    Kind, Message, Mine, Ownership, Preview, Template, TemplateId,
};

/// The board, the floor and the part of the company that the commands at hand name. The hub loads it for a group of commands;
/// tests keep a whole company in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Situation {
    pub board: Board,
    pub floor: Floor,
    pub conversations: BTreeMap<ConversationId, Conversation>,
    pub contacts: BTreeMap<ContactId, Contact>,
    pub mine: BTreeMap<(AgentId, ConversationId), Mine>,
    /// Where merged contacts write from, and who they are now.
    pub points: BTreeMap<ContactId, ContactId>,
    /// Contacts there are in the whole company: the next visitor's number.
    pub contact_count: u32,
    pub templates: BTreeMap<TemplateId, Template>,
    /// Templates there are in the whole company.
    pub template_count: u32,
}

impl Situation {
    /// The open conversation between a contact point and an account, of which there is at most one.
    pub fn open_between(&self, account: AccountId, point: ContactId) -> Option<&Conversation> {
        self.conversations.values().find(|conversation| {
            conversation.is_open()
                && conversation.point() == Some(point)
                && matches!(&conversation.kind, Kind::Customer { account: a, .. } if *a == account)
        })
    }

    /// Carries out one event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Opened(conversation) => {
                self.floor.add(conversation);
                self.conversations
                    .insert(conversation.id, conversation.clone());
            }
            Event::Wrote(message) => self.on(message.conversation, |c| wrote(c, message)),
            Event::OwnershipChanged {
                conversation,
                ownership: new,
            } => self.change_hands(*conversation, new),
            Event::Archived {
                conversation,
                archived,
            } => self.on(*conversation, |c| c.archived = *archived),
            Event::HandedOn {
                conversation,
                handed,
            } => self.on(*conversation, |c| c.handed.clone_from(handed)),
            Event::InternalPut { conversation, chat } => {
                self.on(*conversation, |c| c.kind = Kind::Internal(chat.clone()));
            }
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
                let gone = self.conversations.remove(conversation);
                let before = gone.as_ref().and_then(Conversation::ownership);
                self.floor.moved(*conversation, before, None);
                self.mine.retain(|(_, of), _| of != conversation);
            }
            Event::ContactPut(contact) => {
                if self.contacts.insert(contact.id, contact.clone()).is_none() {
                    self.contact_count += 1;
                }
            }
            Event::ContactMerged { winner, loser } => self.merge(*winner, *loser),
            Event::ContactErased(contact) => {
                self.contacts.remove(contact);
                self.points.retain(|_, of| of != contact);
            }
            Event::MinePut(mine) => {
                self.mine
                    .insert((mine.agent, mine.conversation), mine.clone());
            }
            Event::TemplatePut(template) => {
                let known = self.templates.insert(template.id, template.clone());
                self.template_count += u32::from(known.is_none());
            }
            Event::TemplateDeleted(template) => {
                let known = self.templates.remove(template);
                self.template_count -= u32::from(known.is_some());
            }
            Event::Rung { queue, agent } => self.floor.rung(*queue, *agent),
            Event::Served { queue, agent, day } => self.floor.served(*queue, *agent, *day),
            Event::AgentPut(_)
            | Event::DepartmentPut(_)
            | Event::QueuePut(_)
            | Event::AccountPut(_)
            | Event::SettingsPut(_)
            | Event::Blocked(_)
            | Event::Unblocked(_) => self.board.apply(event),
            Event::Overseen {
                conversation,
                agent,
                day,
            } => self.on(*conversation, |c| {
                c.overseen.insert(*agent, *day);
            }),
            Event::TemplateUsed(_) | Event::Audited(_) | Event::RightsChanged(_) => {}
        }
    }

    /// Who writes from `point`.
    pub fn contact_at(&self, point: ContactId) -> ContactId {
        self.points.get(&point).copied().unwrap_or(point)
    }

    fn merge(&mut self, winner: ContactId, loser: ContactId) {
        for conversation in self.conversations.values_mut() {
            let from = conversation.point();
            if let Kind::Customer { contact, point, .. } = &mut conversation.kind
                && *contact == loser
            {
                *contact = winner;
                *point = from.filter(|point| *point != winner);
            }
        }
        self.contacts.remove(&loser);
        self.points.insert(loser, winner);
        for of in self.points.values_mut().filter(|of| **of == loser) {
            *of = winner;
        }
    }

    fn change_hands(&mut self, id: ConversationId, new: &Ownership) {
        let Some(conversation) = self.conversations.get_mut(&id) else {
            return;
        };
        self.floor.moved(id, conversation.ownership(), Some(new));
        conversation.handed = None;
        if let Kind::Customer { ownership, .. } = &mut conversation.kind {
            *ownership = new.clone();
        }
    }

    fn on(&mut self, id: ConversationId, change: impl FnOnce(&mut Conversation)) {
        if let Some(conversation) = self.conversations.get_mut(&id) {
            change(conversation);
        }
    }
}

fn wrote(conversation: &mut Conversation, message: &Message) {
    use crate::{Author, Body, SystemLine};
    conversation.last_seq = message.seq;
    // Being read by one who supervises is no activity.
    if !matches!(message.body, Body::System(SystemLine::Overseen { .. })) {
        conversation.last_at = conversation.last_at.max(message.at);
    }
    if let Some(preview) = Preview::of(message.author, &message.body) {
        conversation.preview = Some(preview);
    }
    if matches!(message.body, Body::Text(_)) {
        conversation.archived = false;
    }
    match (message.author, &message.body) {
        (Author::Customer, _) => {
            conversation.waiting_since.get_or_insert(message.at);
        }
        (Author::Agent(_), Body::Text(_)) => conversation.waiting_since = None,
        _ => {}
    }
}
