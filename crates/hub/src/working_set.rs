//! The part of the company that a commit group works on: what it touches, and who saw it before.

mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use guichet_domain::{
    AgentId, Audience, Audit, Block, Board, Command, ContactId, Conversation, ConversationId,
    Envelope, Event, Floor, Message, Network, QueueId, Situation, TemplateId, Timestamp, decide,
    routing,
};
use guichet_protocol::{CommandResult, Cursor, Entity, EntityKind, Key};

use crate::store::{Diff, GoneContact, LogRow, Subject};

/// What a committed group changed, for the feeds.
#[derive(Clone, Debug)]
pub struct Committed {
    /// The change before it.
    pub from_change: u64,
    /// The cursor after it.
    pub to: Cursor,
    /// The company after it.
    pub board: Arc<Board>,
    /// Somebody came, went, or was configured.
    pub board_changed: bool,
    /// In the order of their keys.
    pub touched: Vec<Touched>,
    /// Agents whose rights changed.
    pub rights: BTreeSet<AgentId>,
}

/// One entity that a group changed.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Touched {
    pub key: Key,
    pub change: u64,
    /// Who held it before; a contact may have been held for several reasons.
    pub before: Vec<Audience>,
    /// As it is now; `None` when it is gone.
    pub entity: Option<Entity>,
    /// Of a conversation: the lines the group added.
    pub messages: Vec<Message>,
}

/// A situation that remembers what was touched.
pub(crate) struct WorkingSet {
    situation: Situation,
    epoch: String,
    change: u64,
    touched: BTreeMap<Key, Vec<Audience>>,
    messages: BTreeMap<ConversationId, Vec<Message>>,
    deleted: Vec<ConversationId>,
    deleted_templates: Vec<TemplateId>,
    gone_contacts: Vec<GoneContact>,
    uses: BTreeMap<TemplateId, u32>,
    /// Whose block changed.
    blocks: BTreeSet<Network>,
    rights: BTreeSet<AgentId>,
    turns: BTreeSet<(QueueId, AgentId)>,
    /// What the hub looked at because its time came.
    looked_at: BTreeSet<ConversationId>,
    audit: Vec<Audit>,
    board_changed: bool,
}

impl WorkingSet {
    pub(crate) fn new(situation: Situation, epoch: String, change: u64) -> Self {
        Self {
            situation,
            epoch,
            change,
            touched: BTreeMap::new(),
            messages: BTreeMap::new(),
            deleted: Vec::new(),
            deleted_templates: Vec::new(),
            gone_contacts: Vec::new(),
            uses: BTreeMap::new(),
            blocks: BTreeSet::new(),
            rights: BTreeSet::new(),
            turns: BTreeSet::new(),
            looked_at: BTreeSet::new(),
            audit: Vec::new(),
            board_changed: false,
        }
    }

    /// Decides one command and carries it out on the set.
    pub(crate) fn carry_out(&mut self, envelope: &Envelope, now: Timestamp) -> CommandResult {
        if let Command::TimePassed { conversation } = envelope.command {
            self.looked_at.insert(conversation);
        }
        match decide(&self.situation, envelope, now) {
            Err(refusal) => CommandResult::Refused { refusal },
            Ok(events) => {
                let mut seq = None;
                for event in &events {
                    if let Event::Wrote(message) = event
                        && message.id.is_some()
                    {
                        seq = Some(message.seq);
                    }
                    self.touch(event);
                    self.situation.apply(event);
                }
                CommandResult::Done {
                    change: if events.is_empty() {
                        0
                    } else {
                        self.change + 1
                    },
                    seq,
                }
            }
        }
    }

    /// Remembers who held what the event is about to change.
    fn touch(&mut self, event: &Event) {
        match event {
            Event::Opened(conversation) => {
                self.enter(
                    Key::new(EntityKind::Conversation, conversation.id),
                    Audience::Nobody,
                );
                if let Some(contact) = conversation.contact() {
                    self.enter(Key::new(EntityKind::Contact, contact), Audience::Nobody);
                }
            }
            Event::Wrote(message) => {
                self.conversation(message.conversation, false);
                self.messages
                    .entry(message.conversation)
                    .or_default()
                    .push(message.clone());
            }
            Event::OwnershipChanged { conversation, .. } => self.conversation(*conversation, true),
            Event::InternalPut { conversation, .. }
            | Event::Archived { conversation, .. }
            | Event::Overseen { conversation, .. }
            | Event::HandedOn { conversation, .. }
            | Event::CustomerReceived { conversation, .. }
            | Event::CustomerRead { conversation, .. }
            | Event::AgentRead { conversation, .. } => self.conversation(*conversation, false),
            Event::Deleted(conversation) => {
                self.conversation(*conversation, true);
                let kept: Vec<_> = self
                    .situation
                    .mine
                    .keys()
                    .filter(|(_, of)| of == conversation)
                    .copied()
                    .collect();
                for (agent, of) in kept {
                    self.enter(Key::mine(agent, of), only(agent));
                }
                self.messages.remove(conversation);
                self.deleted.push(*conversation);
            }
            Event::ContactPut(contact) => {
                self.enter(Key::new(EntityKind::Contact, contact.id), Audience::Nobody);
            }
            Event::ContactMerged { winner, loser } => {
                self.contact(*loser);
                let (winner, loser) = (*winner, *loser);
                self.gone_contacts
                    .push(GoneContact::Merged { winner, loser });
                self.enter(Key::new(EntityKind::Contact, winner), Audience::Nobody);
            }
            Event::ContactErased(contact) => {
                self.contact(*contact);
                self.gone_contacts.push(GoneContact::Erased(*contact));
            }
            Event::MinePut(mine) => {
                self.enter(Key::mine(mine.agent, mine.conversation), only(mine.agent));
            }
            Event::AgentPut(agent) => self.board(Key::new(EntityKind::Agent, agent.id)),
            Event::DepartmentPut(d) => self.board(Key::new(EntityKind::Department, d.id)),
            Event::QueuePut(queue) => self.board(Key::new(EntityKind::Queue, queue.id)),
            Event::AccountPut(account) => self.board(Key::new(EntityKind::Account, account.id)),
            Event::SettingsPut(_) => self.board(Key::settings()),
            Event::Rung { queue, agent } | Event::Served { queue, agent, .. } => {
                self.turns.insert((*queue, *agent));
            }
            // On the board, and in no log: no app keeps it.
            Event::Blocked(Block { network, .. }) | Event::Unblocked(network) => {
                self.board_changed = true;
                self.blocks.insert(*network);
            }
            Event::Audited(row) => self.audit.push(row.clone()),
            Event::TemplatePut(template) => self.template(template.id),
            Event::TemplateDeleted(template) => {
                self.template(*template);
                self.deleted_templates.push(*template);
            }
            Event::TemplateUsed(template) => *self.uses.entry(*template).or_default() += 1,
            Event::RightsChanged(agent) => {
                self.rights.insert(*agent);
            }
        }
    }

    /// A conversation changes; with its audience, its contact changes hands too.
    fn conversation(&mut self, id: ConversationId, audience_changes: bool) {
        let Some(conversation) = self.situation.conversations.get(&id) else {
            return;
        };
        let contact = conversation.contact();
        let before = Audience::of(&self.situation.board, conversation);
        self.enter(Key::new(EntityKind::Conversation, id), before.clone());
        if let (true, Some(contact)) = (audience_changes, contact) {
            self.enter(Key::new(EntityKind::Contact, contact), before);
        }
    }

    /// A contact goes, and with it something of each of its conversations.
    fn contact(&mut self, id: ContactId) {
        self.enter(Key::new(EntityKind::Contact, id), Audience::Nobody);
        let with = |c: &&Conversation| c.contact() == Some(id);
        let all = self.situation.conversations.values().filter(with);
        for conversation in all.map(|c| c.id).collect::<Vec<_>>() {
            self.conversation(conversation, true);
        }
    }

    fn board(&mut self, key: Key) {
        self.board_changed = true;
        self.enter(key, Audience::Everyone);
    }

    /// Every active agent holds every template.
    fn template(&mut self, id: TemplateId) {
        let known = self.situation.templates.contains_key(&id);
        let before = if known {
            Audience::Everyone
        } else {
            Audience::Nobody
        };
        self.enter(Key::new(EntityKind::Template, id), before);
    }

    /// The first audience of a conversation in the group is the one before it. A contact collects several: one for
    /// each conversation, and those in between, which can only tell somebody twice that it is gone.
    fn enter(&mut self, key: Key, before: Audience) {
        let collects = key.kind == EntityKind::Contact;
        let audiences = self.touched.entry(key).or_default();
        if audiences.is_empty() || (collects && !audiences.contains(&before)) {
            audiences.push(before);
        }
    }

    /// Numbers the changes: one for each line of the log. Gives the board back; `before` is the one it began with, which
    /// readers share for as long as no group changes it.
    pub(crate) fn finish(
        mut self,
        (now, tag): (Timestamp, u32),
        before: &Arc<Board>,
    ) -> (Diff, Committed, (Board, Floor)) {
        let from_change = self.change;
        let due = self.due(now);
        let mut log = Vec::new();
        let mut touched = Vec::new();
        let mut change = from_change;
        for (key, before) in std::mem::take(&mut self.touched) {
            for audience in &before {
                change += 1;
                log.push(LogRow {
                    change,
                    subject: Subject::Entity(key.clone()),
                    before: audience.clone(),
                });
            }
            let messages = self.messages_of(&key);
            touched.push(Touched {
                entity: rows::entity(&self.situation, &key),
                key,
                change,
                before,
                messages,
            });
        }
        for agent in &self.rights {
            change += 1;
            log.push(LogRow {
                change,
                subject: Subject::Rights(*agent),
                before: Audience::Nobody,
            });
        }
        let blocks = &self.situation.board.blocks;
        let block = |network: &Network| (*network, blocks.of(*network).cloned());
        let diff = Diff {
            change,
            due,
            turns: self
                .turns
                .iter()
                .map(|(queue, agent)| {
                    let turn = self.situation.floor.turn(*queue, *agent);
                    (*queue, *agent, turn)
                })
                .collect(),
            contact_count: self.situation.contact_count,
            tag,
            puts: touched
                .iter()
                .filter_map(|t| Some((t.entity.clone()?, t.change)))
                .collect(),
            deleted: self.deleted,
            audit: self.audit,
            deleted_templates: self.deleted_templates,
            gone_contacts: self.gone_contacts,
            uses: self.uses,
            blocks: self.blocks.iter().map(block).collect(),
            messages: touched
                .iter()
                .flat_map(|t| t.messages.iter().map(|m| (m.clone(), t.change)))
                .collect(),
            log,
            ..Diff::default()
        };
        let (board, floor) = (self.situation.board, self.situation.floor);
        let committed = Committed {
            from_change,
            to: Cursor {
                epoch: self.epoch,
                change,
                tag,
            },
            board: if self.board_changed {
                Arc::new(board.clone())
            } else {
                before.clone()
            },
            board_changed: self.board_changed,
            touched,
            rights: self.rights,
        };
        (diff, committed, (board, floor))
    }

    /// When the hub looks again at what the group touched; after a change of the company, at everything it looked at.
    fn due(&self, now: Timestamp) -> Vec<(ConversationId, Option<Timestamp>)> {
        let touched = |id: &ConversationId| {
            let key = Key::new(EntityKind::Conversation, *id);
            self.board_changed || self.looked_at.contains(id) || self.touched.contains_key(&key)
        };
        let conversations = self.situation.conversations.values();
        conversations
            .filter(|conversation| touched(&conversation.id))
            .map(|conversation| {
                let due = routing::due(&self.situation.board, conversation, now);
                (conversation.id, due)
            })
            .collect()
    }

    fn messages_of(&mut self, key: &Key) -> Vec<Message> {
        if key.kind != EntityKind::Conversation {
            return Vec::new();
        }
        key.id
            .parse()
            .ok()
            .and_then(|id| self.messages.remove(&id))
            .unwrap_or_default()
    }
}

fn only(agent: AgentId) -> Audience {
    Audience::Agents(BTreeSet::from([agent]))
}
