//! The floor: who is busy, who is being rung, whose turn it is. The board says what a company is, the floor what goes
//! on in it; both are needed to say whom a conversation rings.

use std::collections::{BTreeMap, BTreeSet};

use crate::{AgentId, Conversation, ConversationId, Ownership, QueueId};

/// Kept in memory by the hub beside the board; made anew from the stored conversations and turns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Floor {
    /// How many open conversations each agent owns.
    loads: BTreeMap<AgentId, u32>,
    /// Whom each waiting conversation rings, if anybody.
    ringing: BTreeMap<ConversationId, BTreeSet<AgentId>>,
    /// How many conversations ring each agent.
    rings: BTreeMap<AgentId, u32>,
    turns: BTreeMap<(QueueId, AgentId), Turn>,
    /// The last number given in a queue.
    numbers: BTreeMap<QueueId, u64>,
}

/// When it was an agent's turn in a queue. Numbers grow by one within the queue; 0 is never.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Turn {
    /// Was rung alone, last.
    pub rung: u64,
    /// Became owner, last.
    pub served: u64,
    /// The day of that, in days since 1970 where the queue's department is.
    pub day: i32,
    /// How often on that day.
    pub times: u32,
}

impl Floor {
    /// How many open conversations the agent owns.
    pub fn load(&self, agent: AgentId) -> u32 {
        self.loads.get(&agent).copied().unwrap_or(0)
    }

    /// How many waiting conversations ring the agent now.
    pub fn rings(&self, agent: AgentId) -> u32 {
        self.rings.get(&agent).copied().unwrap_or(0)
    }

    /// When it was the agent's turn.
    pub fn turn(&self, queue: QueueId, agent: AgentId) -> Turn {
        self.turns.get(&(queue, agent)).copied().unwrap_or_default()
    }

    /// How often the agent became owner in the queue on `day`.
    pub fn times(&self, queue: QueueId, agent: AgentId, day: i32) -> u32 {
        let turn = self.turn(queue, agent);
        if turn.day == day { turn.times } else { 0 }
    }

    /// Takes one conversation's old place from the floor and gives it the new one.
    pub fn moved(
        &mut self,
        id: ConversationId,
        before: Option<&Ownership>,
        after: Option<&Ownership>,
    ) {
        if let Some(Ownership::Owned { owner, .. }) = before {
            less(&mut self.loads, *owner);
        }
        for agent in self.ringing.remove(&id).into_iter().flatten() {
            less(&mut self.rings, agent);
        }
        match after {
            Some(Ownership::Owned { owner, .. }) => more(&mut self.loads, *owner),
            Some(Ownership::Offered { ringing, .. }) if !ringing.is_empty() => {
                for agent in ringing {
                    more(&mut self.rings, *agent);
                }
                self.ringing.insert(id, ringing.clone());
            }
            _ => {}
        }
    }

    /// The floor under one more stored conversation.
    pub fn add(&mut self, conversation: &Conversation) {
        self.moved(conversation.id, None, conversation.ownership());
    }

    /// The floor with a stored turn.
    pub fn add_turn(&mut self, queue: QueueId, agent: AgentId, turn: Turn) {
        let last = self.numbers.entry(queue).or_default();
        *last = (*last).max(turn.rung).max(turn.served);
        self.turns.insert((queue, agent), turn);
    }

    /// It is the agent's turn to be rung.
    pub fn rung(&mut self, queue: QueueId, agent: AgentId) {
        let number = self.number(queue);
        self.turns.entry((queue, agent)).or_default().rung = number;
    }

    /// The agent became owner.
    pub fn served(&mut self, queue: QueueId, agent: AgentId, day: i32) {
        let number = self.number(queue);
        let turn = self.turns.entry((queue, agent)).or_default();
        turn.served = number;
        turn.times = if turn.day == day { turn.times + 1 } else { 1 };
        turn.day = day;
    }

    fn number(&mut self, queue: QueueId) -> u64 {
        let last = self.numbers.entry(queue).or_default();
        *last += 1;
        *last
    }
}

fn more(counts: &mut BTreeMap<AgentId, u32>, agent: AgentId) {
    *counts.entry(agent).or_default() += 1;
}

/// Whom nothing counts any more is not kept, so that two floors with the same counts are equal.
fn less(counts: &mut BTreeMap<AgentId, u32>, agent: AgentId) {
    if let Some(count) = counts.get_mut(&agent) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&agent);
        }
    }
}
