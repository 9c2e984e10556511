//! Ten thousand conversations over a working day, with agents who come and go: what a strategy promises holds all day.

use std::collections::{BTreeMap, BTreeSet};

use guichet_domain::{
    Actor, AgentId, Command, ConversationId, Ownership, Queue, Strategy, Timestamp, holds, routing,
};

use super::floor::{Floor, QUEUE, agent};

const AGENTS: u128 = 12;
/// Of them, from the first: there all day.
const STAY: u128 = 4;
const CONVERSATIONS: u128 = 10_000;
/// Between two conversations, and how long an agent has one before it is dealt with.
const EVERY: i64 = 3;
const HANDLED_IN: i64 = 25;
/// How long a ring takes to be heard.
const HEARD_IN: i64 = 2;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// One day; answers how often each agent became owner.
struct Day {
    floor: Floor,
    dice: Dice,
    /// Since when a conversation rings somebody.
    rings_since: BTreeMap<ConversationId, i64>,
    /// When what is owned is dealt with.
    ends: BTreeMap<ConversationId, i64>,
    served: BTreeMap<AgentId, u32>,
    capacity: u32,
    next: u128,
}

impl Day {
    fn new(strategy: Strategy, capacity: u32) -> Self {
        let floor = Floor::new(AGENTS, |queue| Queue {
            strategy,
            capacity: Some(capacity),
            skills: queue
                .members
                .iter()
                .copied()
                .zip([3, 3, 3, 3, 1, 2].into_iter().cycle())
                .collect(),
            ..queue
        });
        Self {
            floor,
            dice: Dice(7),
            rings_since: BTreeMap::new(),
            ends: BTreeMap::new(),
            served: BTreeMap::new(),
            capacity,
            next: 1,
        }
    }

    fn run(mut self) -> BTreeMap<AgentId, u32> {
        while self.next <= CONVERSATIONS || !self.ends.is_empty() {
            let second = self.floor.second + 1;
            self.floor.until(second);
            if second % EVERY == 0 && self.next <= CONVERSATIONS {
                self.floor.comes(self.next);
                self.next += 1;
            }
            if self.dice.roll(20) == 0 {
                self.somebody_comes_or_goes();
            }
            self.answer();
            self.deal_with();
            self.check();
        }
        self.served
    }

    fn somebody_comes_or_goes(&mut self) {
        let who = agent(
            STAY + 1 + u128::from(self.dice.roll(u64::try_from(AGENTS - STAY).expect("few"))),
        );
        let there = self.floor.situation.board.agents[&who].connected;
        self.floor.hub(if there {
            Command::AgentGone { agent: who }
        } else {
            Command::AgentConnected { agent: who }
        });
    }

    /// Who is rung for long enough answers; the first of several.
    fn answer(&mut self) {
        let now = self.floor.second;
        let ringing: BTreeSet<ConversationId> = self.waiting(|ringing| !ringing.is_empty());
        self.rings_since.retain(|id, _| ringing.contains(id));
        for id in ringing {
            let since = *self.rings_since.entry(id).or_insert(now);
            // Another answer may have filled who was rung here.
            let Some(Ownership::Offered { ringing, .. }) = self.hands(id) else {
                continue;
            };
            let Some(by) = ringing.first().copied().filter(|_| now - since >= HEARD_IN) else {
                continue;
            };
            self.floor
                .ask(Actor::Agent(by), Command::Take { conversation: id });
            *self.served.entry(by).or_default() += 1;
            self.ends.insert(id, now + HANDLED_IN);
        }
    }

    fn deal_with(&mut self) {
        let now = self.floor.second;
        let over: Vec<ConversationId> = self
            .ends
            .iter()
            .filter(|(_, end)| **end <= now)
            .map(|(id, _)| *id)
            .collect();
        for conversation in over {
            self.ends.remove(&conversation);
            let Some(Ownership::Owned { owner, .. }) = self.hands(conversation) else {
                panic!("nobody owns what was answered");
            };
            let by = Actor::Agent(*owner);
            self.floor.ask(by, Command::DealtWith { conversation });
            // What is over is looked at no more.
            self.floor.situation.conversations.remove(&conversation);
        }
    }

    fn hands(&self, id: ConversationId) -> Option<&Ownership> {
        self.floor.situation.conversations.get(&id)?.ownership()
    }

    fn waiting(&self, which: impl Fn(&BTreeSet<AgentId>) -> bool) -> BTreeSet<ConversationId> {
        let all = self.floor.situation.conversations.values();
        all.filter(
            |c| matches!(c.ownership(), Some(Ownership::Offered { ringing, .. }) if which(ringing)),
        )
        .map(|c| c.id)
        .collect()
    }

    fn check(&self) {
        let situation = &self.floor.situation;
        let (board, floor) = (&situation.board, &situation.floor);
        for who in board.agents.keys() {
            assert!(floor.load(*who) <= self.capacity, "{who} owns too much");
        }
        let free: BTreeSet<AgentId> =
            routing::available(board, floor, &board.queues[&QUEUE]).collect();
        for id in self.waiting(BTreeSet::is_empty) {
            assert!(
                free.is_empty(),
                "{id} rings nobody at {:?}",
                Timestamp(self.floor.second)
            );
        }
        for row in situation.conversations.values() {
            let seen = board.agents.keys().any(|who| holds(board, *who, row));
            assert!(seen, "nobody sees {}", row.id);
        }
    }
}

#[test]
fn a_working_day_of_every_strategy() {
    std::thread::scope(|days| {
        for strategy in Strategy::ALL {
            days.spawn(move || a_working_day(strategy));
        }
    });
}

fn a_working_day(strategy: Strategy) {
    let served = Day::new(strategy, 4).run();
    let all: u32 = served.values().sum();
    assert_eq!(u128::from(all), CONVERSATIONS, "{strategy:?} loses none");
    let stayed = (1..=STAY).map(|n| served.get(&agent(n)).copied().unwrap_or(0));
    let stayed: Vec<u32> = stayed.collect();
    let apart = stayed.iter().max().expect("some") - stayed.iter().min().expect("some");
    let fair = matches!(
        strategy,
        Strategy::RoundRobin | Strategy::FewestAnswered | Strategy::LeastBusy
    );
    assert!(!fair || apart <= 1, "{strategy:?}: {stayed:?}");
}
