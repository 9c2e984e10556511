//! Visitors and agents who write while the hub comes and goes.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use guichet_hub::clock;
use guichet_tests::colleague::Colleague;
use guichet_tests::visitor::Visitor;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use tokio::sync::{Semaphore, watch};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// How the writers are led: they write as much as they are allowed, and no further.
pub(super) struct Lead {
    pub(super) visitors: Semaphore,
    pub(super) agents: Semaphore,
    /// Nobody begins anything any more.
    pub(super) over: CancellationToken,
    /// The hub is up, as far as anybody knows.
    pub(super) up: watch::Sender<bool>,
    /// What visitors and agents did: asked of the hub, answered or not.
    pub(super) done: watch::Sender<u32>,
    /// Requests of visitors that wait for their answer.
    under_way: AtomicU32,
}

impl Lead {
    pub(super) fn new() -> Self {
        Self {
            visitors: Semaphore::new(0),
            agents: Semaphore::new(0),
            over: CancellationToken::new(),
            up: watch::Sender::new(true),
            done: watch::Sender::new(0),
            under_way: AtomicU32::new(0),
        }
    }

    /// Requests of visitors that wait for their answer.
    pub(super) fn under_way(&self) -> u32 {
        self.under_way.load(Ordering::Relaxed)
    }
}

/// Of the agents who have an app.
const NAMES: [&str; 3] = ["Marie", "Paul", "Zoé"];

/// What stands in every text of a visitor, and nowhere else.
pub(super) fn mark(visitor: u32) -> String {
    format!("[visitor {visitor}]")
}

/// Writes until nothing more is allowed. Answers its texts in the order they were acknowledged.
pub(super) async fn visitor(lead: &Lead, number: u32, visitor: &Visitor) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while let Ok(permit) = lead.visitors.acquire().await {
        permit.forget();
        let (id, text) = (
            clock::new_id(),
            format!("{} message {}", mark(number), acknowledged.len()),
        );
        while !is_heard(lead, visitor, id, &text).await {
            // Killed while it listened: once more when it is there again, under the same id.
            let up = lead.up.subscribe().wait_for(|up| *up).await.map(|up| *up);
            up.expect("the hub comes back");
            tokio::task::yield_now().await;
        }
        acknowledged.push(text);
    }
    acknowledged
}

async fn is_heard(lead: &Lead, visitor: &Visitor, id: Uuid, text: &str) -> bool {
    lead.under_way.fetch_add(1, Ordering::Relaxed);
    lead.done.send_modify(|done| *done += 1);
    let heard = visitor.write(id, text).await;
    lead.under_way.fetch_sub(1, Ordering::Relaxed);
    heard.is_ok()
}

/// Answers, takes, gives back and transfers until nothing more is allowed. Answers its texts in the order it wrote
/// them, each with its conversation.
pub(super) async fn agent(lead: &Lead, desk: &Colleague, seed: u64) -> Vec<(String, String)> {
    let mut chance = StdRng::seed_from_u64(seed);
    let written = Mutex::new(Vec::new());
    while let Ok(permit) = lead.agents.acquire().await {
        permit.forget();
        let rows = tokio::select! {
            rows = anything(desk) => rows,
            () = lead.over.cancelled() => break,
        };
        lead.done.send_modify(|done| *done += 1);
        let row = &rows[chance.random_range(0..rows.len())];
        let conversation = row["id"].as_str().expect("an id").to_owned();
        match chance.random_range(0..10) {
            0 => ignore(
                desk.call("release", json!({ "conversation": conversation }))
                    .await,
            ),
            1 => pass_on(desk, &conversation, &mut chance).await,
            2 => ignore(
                desk.call("take", json!({ "conversation": conversation }))
                    .await,
            ),
            _ => {
                let number = written.lock().expect("whole").len();
                let text = format!("{} answer {number}", desk.name);
                let sent = json!({ "conversation": conversation, "text": text });
                // Gone a moment ago or not, the words are the app's to keep now.
                ignore(desk.call("send", sent).await);
                written.lock().expect("whole").push((conversation, text));
            }
        }
    }
    written.into_inner().expect("whole")
}

/// What is the agent's, and what waits for anybody; as soon as there is something.
async fn anything(desk: &Colleague) -> Vec<Value> {
    let mut events = desk.app.subscribe();
    loop {
        let mut rows = desk.rows("recents").await;
        rows.extend(desk.rows("queues").await);
        if !rows.is_empty() {
            return rows;
        }
        // Behind or not, the next look is at what is there now.
        let _ = events.recv().await;
    }
}

/// To one of those who have an app here: at anybody else's desk a conversation would lie for good.
async fn pass_on(desk: &Colleague, conversation: &str, chance: &mut StdRng) {
    let name = NAMES[chance.random_range(0..NAMES.len())];
    let targets = desk
        .call("transfer_targets", json!({ "search": name }))
        .await;
    let targets = targets.expect("targets");
    if let Some(to) = targets["agents"]
        .as_array()
        .and_then(|agents| agents.first())
    {
        let to = json!({ "conversation": conversation, "agent": to["id"] });
        ignore(desk.call("transfer", to).await);
    }
}

/// What an agent does may come too late.
fn ignore(_: Result<Value, guichet_client::CallError>) {}
