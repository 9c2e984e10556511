//! Ring sequences live in the store: a hub that stops at any moment goes on where it was.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::{
    Account, AccountId, Actor, Agent, AgentId, Channel, Command, CommandId, ContactDetails,
    ContactId, ConversationId, Customer, Envelope, MessageId, Ownership, Queue, QueueId, Route,
    Strategy, Timestamp,
};
use guichet_hub::clock::new_id;
use guichet_hub::hub::Hub;
use guichet_hub::jobs::timers;
use guichet_hub::store::Store;
use guichet_hub::{Clock, Config};
use guichet_protocol::CommandResult;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

const AGENTS: u128 = 5;
const QUEUE: QueueId = QueueId(Uuid::from_u128(100));
const ACCOUNT: AccountId = AccountId(Uuid::from_u128(200));
/// Seconds after which a customer writes.
const WRITE: [i64; 3] = [0, 3, 12];
/// The one who takes the first conversation, and when.
const TAKES: (u128, i64) = (2, 15);
const SECONDS: i64 = 75;

fn agent(number: u128) -> AgentId {
    AgentId(Uuid::from_u128(number))
}

fn conversation(number: usize) -> ConversationId {
    ConversationId(Uuid::from_u128(
        0x0193_0000_0000_7000_8000_0000_0000_0300 + 7 * number as u128,
    ))
}

/// A hub whose clock stands where the test puts it.
struct Counter {
    hub: Hub,
    time: Arc<AtomicI64>,
}

impl Counter {
    async fn open(folder: &Path, time: Arc<AtomicI64>) -> Self {
        let config = Config {
            data: folder.to_owned(),
            ..Config::default()
        };
        let told = time.clone();
        let clock = Clock::from_fn(move || Timestamp(told.load(Ordering::SeqCst)));
        let hub = Hub::open(config, clock, CancellationToken::new()).await;
        Self {
            hub: hub.expect("opens"),
            time,
        }
    }

    async fn restart(self, folder: &Path) -> Self {
        self.hub.stop.cancel();
        self.hub.store.close().await.expect("closes");
        let time = self.time.clone();
        drop(self);
        Self::open(folder, time).await
    }

    async fn ask(&self, actor: Actor, command: Command) {
        let envelope = Envelope {
            actor,
            id: CommandId(new_id()),
            command,
        };
        let answer = self.hub.committer.submit(envelope).await;
        assert!(
            matches!(answer, Ok(CommandResult::Done { .. })),
            "{answer:?}"
        );
    }

    /// Five agents who are there and one queue of theirs.
    async fn found(&self, strategy: Strategy) {
        let agents = || (1..=AGENTS).map(agent);
        for id in agents() {
            let agent = Agent::new(id, format!("agent {id}"), format!("{id}@guichet.test"));
            self.ask(Actor::Hub, Command::PutAgent { agent }).await;
            self.ask(Actor::Hub, Command::AgentConnected { agent: id })
                .await;
        }
        let queue = Queue {
            members: agents().collect(),
            skills: agents().zip([1, 3, 2, 3, 2]).collect(),
            strategy,
            ring_secs: 10,
            longest_wait_secs: Some(60),
            ..Queue::new(QUEUE, "queue")
        };
        self.ask(Actor::Hub, Command::PutQueue { queue }).await;
        let account = Account {
            id: ACCOUNT,
            channel: Channel::LiveChat,
            name: "site".to_owned(),
            route: Route::Queue(QUEUE),
            public_key: None,
            sites: Vec::new(),
            widget: None,
        };
        self.ask(Actor::Hub, Command::PutAccount { account }).await;
    }

    async fn write(&self, number: usize) {
        let receive = Command::Receive {
            account: ACCOUNT,
            customer: Customer {
                contact: ContactId(Uuid::from_u128(400 + number as u128)),
                details: ContactDetails::default(),
            },
            message: MessageId(new_id()),
            opens: conversation(number),
            text: "Bonjour".to_owned(),
        };
        self.ask(Actor::Customer(ACCOUNT), receive).await;
    }

    /// Whom each conversation rings, or who has it.
    async fn seen(&self) -> Vec<Vec<AgentId>> {
        let mut seen = Vec::new();
        for number in 0..WRITE.len() {
            let row = self.hub.store.conversation(conversation(number)).await;
            let row = row.expect("reads").map(|(row, _)| row);
            seen.push(match row.as_ref().and_then(|row| row.ownership()) {
                Some(Ownership::Offered { ringing, .. }) => ringing.iter().copied().collect(),
                Some(Ownership::Owned { owner, .. }) => vec![*owner],
                _ => Vec::new(),
            });
        }
        seen
    }
}

/// Whom each conversation rang, second by second; the hub stops and starts again `every` so many seconds.
async fn sequence(strategy: Strategy, every: Option<i64>) -> Vec<Vec<Vec<AgentId>>> {
    let folder = tempfile::tempdir().expect("a folder");
    let time = Arc::new(AtomicI64::new(1_000_000));
    let mut counter = Counter::open(folder.path(), time.clone()).await;
    counter.found(strategy).await;
    let mut seen = Vec::new();
    for second in 0..SECONDS {
        time.store(1_000_000 + second * 1_000, Ordering::SeqCst);
        if every.is_some_and(|every| second % every == every - 1) {
            counter = counter.restart(folder.path()).await;
        }
        timers::look(&counter.hub).await.expect("looks");
        if let Some(number) = WRITE.iter().position(|at| *at == second) {
            counter.write(number).await;
        }
        if second == TAKES.1 {
            let conversation = conversation(0);
            let by = Actor::Agent(agent(TAKES.0));
            counter.ask(by, Command::Take { conversation }).await;
        }
        seen.push(counter.seen().await);
    }
    counter.hub.stop.cancel();
    counter.hub.store.close().await.expect("closes");
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ring_sequence_goes_on_after_a_restart_as_if_there_was_none() {
    for strategy in Strategy::ALL {
        let whole = sequence(strategy, None).await;
        assert!(whole.iter().any(|seen| !seen[1].is_empty()), "{strategy:?}");
        // At every moment where one rings after the other; now and then elsewhere.
        let moments: &[i64] = match strategy {
            Strategy::Hunt | Strategy::RoundRobin => &[1],
            _ => &[4],
        };
        for every in moments.iter().copied() {
            let broken = sequence(strategy, Some(every)).await;
            for (second, (broken, whole)) in broken.iter().zip(&whole).enumerate() {
                assert_eq!(broken, whole, "{strategy:?}, second {second}");
            }
        }
    }
}

/// Of one offer in a queue that rings one after the other: whom it rang, in order.
fn rung(seen: &[Vec<Vec<AgentId>>], number: usize) -> Vec<AgentId> {
    let mut rung = Vec::new();
    for seen in seen {
        if let [one] = seen[number][..]
            && rung.last() != Some(&one)
        {
            rung.push(one);
        }
    }
    rung
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_rings_twice_for_the_same_offer_and_nobody_is_skipped() {
    let seen = sequence(Strategy::Hunt, Some(3)).await;
    let everybody: Vec<AgentId> = (1..=AGENTS).map(agent).collect();
    assert_eq!(rung(&seen, 1), everybody);
    // Nobody answered: everybody is rung, until somebody does.
    assert_eq!(
        seen[usize::try_from(SECONDS - 1).expect("small")][1],
        everybody
    );
}
