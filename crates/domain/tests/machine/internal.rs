//! Chats among colleagues, in every history.

use std::collections::BTreeSet;

use guichet_domain::internal::{MOST_READERS, direct_id, looks_direct};
use guichet_domain::{
    Actor, AgentId, Command, Conversation, ConversationId, Envelope, InternalAsk, Kind, Mine,
    Situation,
};
use proptest::prelude::*;

use super::company::{self, AGENTS};
use super::world::World;

/// How a chat begins. Agents by number.
#[derive(Clone, Debug)]
pub(crate) enum Opens {
    Direct {
        with: usize,
    },
    /// With the id of the chat of two others.
    InPlaceOf(usize, usize),
    Group(BTreeSet<usize>),
    /// With the id of a conversation that is there.
    Again(usize, BTreeSet<usize>),
}

/// What happens to one.
#[derive(Clone, Debug)]
pub(crate) enum Among {
    Rename(Option<String>),
    Add(BTreeSet<usize>),
    Remove(usize),
    Leave,
    Mute(bool),
    Archive(bool),
}

pub(crate) fn opens() -> impl Strategy<Value = Opens> {
    prop_oneof![
        4 => (0..AGENTS).prop_map(|with| Opens::Direct { with }),
        1 => (0..AGENTS, 0..AGENTS).prop_map(|(one, other)| Opens::InPlaceOf(one, other)),
        4 => agents().prop_map(Opens::Group),
        1 => (0..3_usize, agents()).prop_map(|(back, members)| Opens::Again(back, members)),
    ]
}

pub(crate) fn among() -> impl Strategy<Value = Among> {
    prop_oneof![
        1 => prop::option::of("[a-b]{0,2}").prop_map(Among::Rename),
        3 => agents().prop_map(Among::Add),
        2 => (0..AGENTS).prop_map(Among::Remove),
        3 => Just(Among::Leave),
        1 => any::<bool>().prop_map(Among::Mute),
        2 => prop::bool::weighted(0.7).prop_map(Among::Archive),
    ]
}

fn agents() -> impl Strategy<Value = BTreeSet<usize>> {
    prop::collection::btree_set(0..AGENTS, 0..4)
}

fn ids(numbers: BTreeSet<usize>) -> BTreeSet<AgentId> {
    numbers.into_iter().map(company::agent).collect()
}

impl World {
    pub(crate) fn opening(&self, by: usize, opens: Opens) -> Envelope {
        let group = |members| InternalAsk::OpenGroup {
            name: None,
            members: ids(members),
        };
        let me = company::agent(by);
        let (conversation, ask) = match opens {
            Opens::Direct { with } => {
                let with = company::agent(with);
                (direct_id(me, with), InternalAsk::OpenDirect { with })
            }
            Opens::InPlaceOf(one, other) => (
                direct_id(company::agent(one), company::agent(other)),
                group(BTreeSet::from([one, other])),
            ),
            Opens::Group(members) => (ConversationId(self.fresh(5)), group(members)),
            Opens::Again(back, members) => (self.recent(back), group(members)),
        };
        let command = Command::Internal { conversation, ask };
        self.signed(Actor::Agent(me), command)
    }

    pub(crate) fn among(&self, conversation: usize, ask: Among) -> Command {
        let conversation = self.recent(conversation);
        let ask = match ask {
            Among::Archive(true) => return Command::Archive { conversation },
            Among::Archive(false) => return Command::Unarchive { conversation },
            Among::Rename(name) => InternalAsk::Rename { name },
            Among::Add(members) => InternalAsk::AddMembers {
                members: ids(members),
            },
            Among::Remove(agent) => InternalAsk::RemoveMember {
                agent: company::agent(agent),
            },
            Among::Leave => InternalAsk::Leave,
            Among::Mute(true) => InternalAsk::Mute,
            Among::Mute(false) => InternalAsk::Unmute,
        };
        Command::Internal { conversation, ask }
    }
}

/// What holds of every chat at every instant.
pub(crate) fn check(world: &World, conversation: &Conversation) {
    let Kind::Internal(chat) = &conversation.kind else {
        return;
    };
    assert_eq!(chat.direct, looks_direct(conversation.id));
    assert!(!chat.members.is_empty(), "a chat of nobody is kept");
    if chat.direct {
        let members: Vec<AgentId> = chat.members.iter().copied().collect();
        assert_eq!(members.len(), 2);
        assert_eq!(conversation.id, direct_id(members[0], members[1]));
        assert_eq!(chat.name, None);
    }
    let agents = &world.situation.board.agents;
    assert!(
        chat.members
            .iter()
            .all(|member| agents.contains_key(member))
    );
    assert!(chat.members.len() <= MOST_READERS || chat.reads.is_empty());
    for (reader, up_to) in &chat.reads {
        assert!(chat.members.contains(reader) && *up_to <= conversation.last_seq);
    }
}

/// Whether what is asked of a chat is so already; `None` for other commands.
pub(crate) fn is_so_already(situation: &Situation, envelope: &Envelope) -> Option<bool> {
    let Actor::Agent(agent) = envelope.actor else {
        return None;
    };
    let id = envelope.command.conversation()?;
    let known = situation.conversations.get(&id);
    let mine = situation.mine.get(&(agent, id));
    let chat = known.and_then(|known| match &known.kind {
        Kind::Internal(chat) => Some(chat),
        Kind::Customer { .. } => None,
    });
    let ask = match &envelope.command {
        Command::Archive { .. } | Command::Unarchive { .. } if chat.is_none() => return None,
        Command::Archive { .. } => {
            let last = known.map_or(0, |known| known.last_seq);
            return Some(mine.is_some_and(|mine| mine.hides(last)));
        }
        Command::Unarchive { .. } => return Some(mine.is_none_or(|m| m.archived.is_none())),
        Command::Internal { ask, .. } => ask,
        _ => return None,
    };
    let muted = mine.is_some_and(|mine: &Mine| mine.muted);
    Some(match (ask, chat) {
        (InternalAsk::OpenDirect { .. }, chat) => chat.is_some(),
        (InternalAsk::Mute, _) => muted,
        (InternalAsk::Unmute, _) => !muted,
        (InternalAsk::Rename { name }, Some(chat)) => {
            name.as_deref().filter(|name| !name.is_empty()) == chat.name.as_deref()
        }
        (InternalAsk::AddMembers { members }, Some(chat)) => members.is_subset(&chat.members),
        (InternalAsk::RemoveMember { agent }, Some(chat)) => !chat.members.contains(agent),
        _ => false,
    })
}

/// Have the others been told that `agent` read so far?
pub(crate) fn is_told(conversation: &Conversation, agent: AgentId, up_to: u64) -> bool {
    match &conversation.kind {
        Kind::Customer { .. } => true,
        Kind::Internal(chat) => {
            let told = chat.reads.get(&agent).copied().unwrap_or_default();
            !chat.tells_reads() || told >= up_to.min(conversation.last_seq)
        }
    }
}

/// Does it name a conversation that is not there yet?
pub(crate) fn is_opening(command: &Command) -> bool {
    let Command::Internal { ask, .. } = command else {
        return false;
    };
    matches!(
        ask,
        InternalAsk::OpenDirect { .. } | InternalAsk::OpenGroup { .. }
    )
}
