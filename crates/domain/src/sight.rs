//! The two rules of sight: what is pushed to an agent and cached, and what a route may answer.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    Agent, AgentId, Board, Conversation, Kind, Ownership, QueueId, Right, Situation, allows,
};

/// Who holds something. The hub keeps, with each change, the audience from before it, so that those who lose sight
/// can be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// It did not exist, or nobody held it.
    Nobody,
    /// Every active agent.
    Everyone,
    /// The members of a queue.
    Members(QueueId),
    /// Of a queue's members, these.
    Offered(QueueId, BTreeSet<AgentId>),
    /// These agents.
    Agents(BTreeSet<AgentId>),
}

impl Audience {
    /// Who holds a conversation: its owner; the members of its queue while nobody owns it; its members when internal;
    /// its last owner once closed.
    pub fn of(board: &Board, conversation: &Conversation) -> Self {
        match &conversation.kind {
            Kind::Internal(chat) => Self::Agents(chat.members.clone()),
            Kind::Customer { ownership, .. } => match ownership {
                Ownership::Owned { owner, .. } => Self::Agents(BTreeSet::from([*owner])),
                Ownership::Closed { last_owner, .. } => {
                    Self::Agents(last_owner.iter().copied().collect())
                }
                Ownership::Offered { queue, ringing, .. } => {
                    let restricted = board.queues.get(queue).is_some_and(|q| q.offered_only);
                    if restricted && !ringing.is_empty() {
                        Self::Offered(*queue, ringing.clone())
                    } else {
                        Self::Members(*queue)
                    }
                }
            },
        }
    }

    /// Is `agent` in it, as the board is now? A deactivated agent is in none.
    pub fn contains(&self, board: &Board, agent: AgentId) -> bool {
        board.active(agent).is_some()
            && match self {
                Self::Nobody => false,
                Self::Everyone => true,
                Self::Members(queue) => board.is_member(*queue, agent),
                Self::Offered(queue, agents) => {
                    agents.contains(&agent) && board.is_member(*queue, agent)
                }
                Self::Agents(agents) => agents.contains(&agent),
            }
    }

    /// Every agent in it, as the board is now.
    pub fn agents(&self, board: &Board) -> Vec<AgentId> {
        // By the lists that name them, not by asking [`Self::contains`] of each: in a queue of a thousand that would
        // look a thousand times through a thousand.
        let active = |agent: &AgentId| board.active(*agent).is_some();
        let members = |queue: &QueueId| {
            let queue = board.queues.get(queue);
            queue.map_or(&[][..], |queue| &queue.members)
        };
        match self {
            Self::Nobody => Vec::new(),
            Self::Everyone => board.agents.keys().copied().filter(active).collect(),
            Self::Members(queue) => members(queue).iter().copied().filter(active).collect(),
            Self::Offered(queue, agents) => {
                let offered = |agent: &AgentId| agents.contains(agent) && active(agent);
                members(queue).iter().copied().filter(offered).collect()
            }
            Self::Agents(agents) => agents.iter().copied().filter(active).collect(),
        }
    }
}

/// Is this conversation pushed to the agent and kept in their cache?
pub fn holds(board: &Board, agent: AgentId, conversation: &Conversation) -> bool {
    Audience::of(board, conversation).contains(board, agent)
}

/// May a route answer this conversation to the agent? What they hold; what they may supervise; and a closed one of a
/// contact with whom they hold an open one (the customer's history, where the company shows it).
pub fn may_read(situation: &Situation, agent: AgentId, conversation: &Conversation) -> bool {
    let board = &situation.board;
    holds(board, agent, conversation)
        || board
            .active(agent)
            .is_some_and(|agent| supervises(board, agent, conversation))
        || (board.settings.history
            && !conversation.is_open()
            && conversation.contact().is_some()
            && situation.conversations.values().any(|other| {
                other.contact() == conversation.contact()
                    && other.is_open()
                    && holds(board, agent, other)
            }))
}

/// May the agent manage this conversation although it is not theirs? Never one among colleagues.
pub fn supervises(board: &Board, agent: &Agent, conversation: &Conversation) -> bool {
    let Kind::Customer { .. } = conversation.kind else {
        return false;
    };
    let department = conversation
        .queue()
        .and_then(|queue| board.queues.get(&queue))
        .and_then(|queue| queue.department);
    allows(agent, Right::Supervise, department)
}

/// May `by` set this agent's status: one who supervises the company, or a department in whose queues the agent is?
pub fn supervises_agent(board: &Board, by: &Agent, agent: AgentId) -> bool {
    allows(by, Right::Supervise, None)
        || board
            .queues_of(agent)
            .any(|queue| allows(by, Right::Supervise, queue.department))
}
