//! A decision in the making: each event is kept and seen by what is decided after it.

use std::borrow::Cow;

use crate::sight::{holds, supervises};
use crate::{
    Actor, Agent, AgentId, Audit, Audited, Author, Board, Body, ContactId, Conversation,
    ConversationId, DepartmentId, Event, Floor, Message, MessageId, Ownership, QueueId, Refusal,
    Route, Situation, SystemLine, Timestamp,
};

/// The events so far, and the company as they leave it.
pub(super) struct Draft<'a> {
    pub(super) situation: &'a Situation,
    pub(super) actor: Actor,
    pub(super) now: Timestamp,
    pub(super) events: Vec<Event>,
    board: Cow<'a, Board>,
    floor: Cow<'a, Floor>,
    /// How many events the floor has seen: most decisions never look at it again, and copying it is not free.
    settled: usize,
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
            board: Cow::Borrowed(&situation.board),
            floor: Cow::Borrowed(&situation.floor),
            settled: 0,
            written: Vec::new(),
        }
    }

    /// The board after the events so far.
    pub(super) fn board(&self) -> &Board {
        &self.board
    }

    /// Board and floor after the events so far.
    pub(super) fn company(&mut self) -> (&Board, &Floor) {
        for place in self.settled..self.events.len() {
            match &self.events[place] {
                Event::Opened(conversation) => self.floor.to_mut().add(conversation),
                Event::OwnershipChanged {
                    conversation,
                    ownership,
                } => {
                    let before = hands(self.situation, &self.events[..place], *conversation);
                    let floor = self.floor.to_mut();
                    floor.moved(*conversation, before, Some(ownership));
                }
                Event::Rung { queue, agent } => self.floor.to_mut().rung(*queue, *agent),
                Event::Served { queue, agent, day } => {
                    self.floor.to_mut().served(*queue, *agent, *day);
                }
                _ => {}
            }
        }
        self.settled = self.events.len();
        (&self.board, &self.floor)
    }

    /// Who is responsible for a conversation after the events so far.
    pub(super) fn hands(&self, id: ConversationId) -> Option<&Ownership> {
        hands(self.situation, &self.events, id)
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

    /// The conversation, if the asking agent holds it or supervises it.
    pub(super) fn managed(
        &self,
        id: ConversationId,
    ) -> Result<(&'a Agent, &'a Conversation), Refusal> {
        let agent = self.agent()?;
        match self.situation.conversations.get(&id) {
            Some(conversation) if supervises(&self.situation.board, agent, conversation) => {
                Ok((agent, conversation))
            }
            _ => self.held(id),
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
        if matches!(
            event,
            Event::AgentPut(_)
                | Event::DepartmentPut(_)
                | Event::QueuePut(_)
                | Event::AccountPut(_)
                | Event::SettingsPut(_)
                | Event::Blocked(_)
                | Event::Unblocked(_)
        ) {
            self.board.to_mut().apply(&event);
        }
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
        self.write_line(Message {
            conversation,
            seq: 0,
            id,
            at: self.now,
            author,
            body,
            quote: None,
            mentions: std::collections::BTreeSet::new(),
        })
    }

    /// The hub says in the thread what happened.
    pub(super) fn say(&mut self, conversation: ConversationId, line: SystemLine) {
        self.write(conversation, None, Author::Hub, Body::System(line));
    }

    /// Keeps in the audit trail what who asks did.
    pub(super) fn audit(&mut self, what: Audited) {
        let in_department = self.department_of(&what);
        self.push(Event::Audited(Audit {
            at: self.now,
            by: self.actor,
            in_department,
            what,
        }));
    }

    /// The one department that it happened in.
    fn department_of(&self, what: &Audited) -> Option<DepartmentId> {
        let board = self.board();
        let of_queue = |queue: QueueId| board.queues.get(&queue)?.department;
        match *what {
            Audited::Overseen { conversation }
            | Audited::TakenOver { conversation, .. }
            | Audited::Reassigned { conversation, .. }
            | Audited::Deleted { conversation } => {
                of_queue(self.conversation(conversation).ok()?.queue()?)
            }
            Audited::GrantsSet { agent, .. }
            | Audited::Activated { agent, .. }
            | Audited::AgentPut { agent }
            | Audited::Invited { agent } => {
                let mut grants = board.agents.get(&agent)?.grants.iter();
                let first = grants.next()?.department;
                grants
                    .all(|grant| grant.department == first)
                    .then_some(first)?
            }
            Audited::DepartmentPut { department } => Some(department),
            Audited::QueuePut { queue } => of_queue(queue),
            Audited::AccountPut { account } => match board.accounts.get(&account)?.route {
                Route::Queue(queue) => of_queue(queue),
                Route::Agent(_) => None,
            },
            Audited::Blocked { block, .. } | Audited::Unblocked { block } => {
                board.blocks.get(block)?.department
            }
            Audited::ContactsMerged { winner: of, .. }
            | Audited::ContactExported { contact: of }
            | Audited::ContactErased { contact: of } => self.department_of_contact(of),
            Audited::ContactsImported { .. } | Audited::ContactsExported | Audited::SettingsPut => {
                None
            }
        }
    }

    /// The one department whose queues a contact came to.
    fn department_of_contact(&self, contact: ContactId) -> Option<DepartmentId> {
        let queues = &self.board().queues;
        let mut departments = super::contacts::conversations(self, contact)
            .map(|conversation| queues.get(&conversation.queue()?)?.department);
        let first = departments.next()??;
        departments
            .all(|other| other == Some(first))
            .then_some(first)
    }

    /// Adds a line at the end of the thread, whatever place it names; answers its place.
    pub(super) fn write_line(&mut self, line: Message) -> u64 {
        let conversation = line.conversation;
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
        self.push(Event::Wrote(Message { seq, ..line }));
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

fn hands<'a>(
    situation: &'a Situation,
    events: &'a [Event],
    id: ConversationId,
) -> Option<&'a Ownership> {
    let changed = events.iter().rev().find_map(|event| match event {
        Event::OwnershipChanged {
            conversation,
            ownership,
        } if *conversation == id => Some(Some(ownership)),
        Event::Opened(conversation) if conversation.id == id => Some(conversation.ownership()),
        _ => None,
    });
    changed.unwrap_or_else(|| situation.conversations.get(&id)?.ownership())
}
