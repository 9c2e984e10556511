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

/// How the writers are led: they write as much as they are allowed, and no further.
pub(super) struct Lead {
    pub(super) visitors: Semaphore,
    pub(super) agents: Semaphore,
    /// The hub is up, as far as anybody knows.
    pub(super) up: watch::Sender<bool>,
    /// Requests that left a visitor.
    pub(super) left: watch::Sender<u32>,
    told: AtomicU32,
}

impl Lead {
    pub(super) fn new() -> Self {
        Self {
            visitors: Semaphore::new(0),
            agents: Semaphore::new(0),
            up: watch::Sender::new(true),
            left: watch::Sender::new(0),
            told: AtomicU32::new(0),
        }
    }

    /// Acknowledged to visitors.
    pub(super) fn told(&self) -> u32 {
        self.told.load(Ordering::Relaxed)
    }
}

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
        loop {
            lead.left.send_modify(|left| *left += 1);
            if visitor.write(id, &text).await.is_ok() {
                break;
            }
            // Killed while it listened: once more when it is there again, under the same id.
            let up = lead.up.subscribe().wait_for(|up| *up).await.map(|up| *up);
            up.expect("the hub comes back");
            tokio::task::yield_now().await;
        }
        lead.told.fetch_add(1, Ordering::Relaxed);
        acknowledged.push(text);
    }
    acknowledged
}

/// Answers, takes, gives back and transfers until nothing more is allowed. Answers its texts in the order it wrote
/// them, each with its conversation.
pub(super) async fn agent(lead: &Lead, desk: &Colleague, seed: u64) -> Vec<(String, String)> {
    let mut chance = StdRng::seed_from_u64(seed);
    let written = Mutex::new(Vec::new());
    while let Ok(permit) = lead.agents.acquire().await {
        permit.forget();
        let rows = desk.rows("recents").await;
        if rows.is_empty() {
            continue;
        }
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

async fn pass_on(desk: &Colleague, conversation: &str, chance: &mut StdRng) {
    let targets = desk.call("transfer_targets", json!({ "search": "" })).await;
    let targets = targets.expect("targets");
    let agents = targets["agents"].as_array().expect("agents");
    let to = &agents[chance.random_range(0..agents.len())]["id"];
    ignore(
        desk.call(
            "transfer",
            json!({ "conversation": conversation, "agent": to }),
        )
        .await,
    );
}

/// What an agent does may come too late.
fn ignore(_: Result<Value, guichet_client::CallError>) {}
