//! What colleagues do among themselves, in random histories.

use std::collections::BTreeSet;

use guichet_domain::internal::direct_id;
use guichet_domain::{Actor, AgentId, Command, ConversationId, InternalAsk};
use guichet_hub::clock;
use proptest::prelude::*;

use crate::history::agent;

/// Who, and what they do.
#[derive(Clone, Debug)]
pub(crate) struct Among {
    by: u8,
    does: Does,
}

/// Agents by number, conversations from the newest.
#[derive(Clone, Debug)]
enum Does {
    OpenDirect(u8),
    OpenGroup(BTreeSet<u8>),
    Rename(u8, bool),
    Add(u8, BTreeSet<u8>),
    Remove(u8, u8),
    Leave(u8),
    Mute(u8, bool),
    Archive(u8, bool),
}

pub(crate) fn among() -> impl Strategy<Value = Among> {
    let n = 0u8..8;
    let some = prop::collection::btree_set(n.clone(), 1..4);
    let on = (n.clone(), any::<bool>());
    let does = prop_oneof![
        3 => n.clone().prop_map(Does::OpenDirect),
        3 => some.clone().prop_map(Does::OpenGroup),
        1 => on.clone().prop_map(|(nth, named)| Does::Rename(nth, named)),
        3 => (n.clone(), some).prop_map(|(nth, who)| Does::Add(nth, who)),
        3 => (n.clone(), n.clone()).prop_map(|(nth, who)| Does::Remove(nth, who)),
        3 => n.clone().prop_map(Does::Leave),
        1 => on.clone().prop_map(|(nth, on)| Does::Mute(nth, on)),
        1 => on.prop_map(|(nth, on)| Does::Archive(nth, on)),
    ];
    (n, does).prop_map(|(by, does)| Among { by, does })
}

impl Among {
    /// The command it is, where `nth` finds a conversation.
    pub(crate) fn command(&self, nth: impl Fn(u8) -> ConversationId) -> (Actor, Command) {
        let me = agent(self.by);
        let agents = |who: &BTreeSet<u8>| -> BTreeSet<AgentId> {
            who.iter().map(|number| agent(*number)).collect()
        };
        let on = |n: &u8, ask| Command::Internal {
            conversation: nth(*n),
            ask,
        };
        let command = match &self.does {
            Does::OpenDirect(other) => {
                let with = agent(*other);
                Command::Internal {
                    conversation: direct_id(me, with),
                    ask: InternalAsk::OpenDirect { with },
                }
            }
            Does::OpenGroup(who) => Command::Internal {
                conversation: ConversationId(clock::new_id()),
                ask: InternalAsk::OpenGroup {
                    name: None,
                    members: agents(who),
                },
            },
            Does::Rename(n, named) => {
                let name = named.then(|| "Projet Lyon".to_owned());
                on(n, InternalAsk::Rename { name })
            }
            Does::Add(n, who) => {
                let members = agents(who);
                on(n, InternalAsk::AddMembers { members })
            }
            Does::Remove(n, who) => on(n, InternalAsk::RemoveMember { agent: agent(*who) }),
            Does::Leave(n) => on(n, InternalAsk::Leave),
            Does::Mute(n, true) => on(n, InternalAsk::Mute),
            Does::Mute(n, false) => on(n, InternalAsk::Unmute),
            Does::Archive(n, true) => Command::Archive {
                conversation: nth(*n),
            },
            Does::Archive(n, false) => Command::Unarchive {
                conversation: nth(*n),
            },
        };
        (Actor::Agent(me), command)
    }
}
