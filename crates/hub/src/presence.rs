//! Who is there: an app gives a sign of life every 20 s; after 45 s without one its agent is gone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use guichet_domain::{Actor, AgentId, Command, CommandId, Envelope};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::clock;
use crate::committer::{Committer, SubmitError};

/// Without a sign of life for this long, an agent is gone.
pub const EXPIRY: Duration = Duration::from_secs(45);
/// How often the hub looks.
const LOOK: Duration = Duration::from_secs(5);

/// Signs of life. Cheap to clone.
#[derive(Clone)]
pub struct Presence {
    committer: Committer,
    last: Arc<Mutex<HashMap<AgentId, Instant>>>,
}

impl Presence {
    /// Starts looking. Who was there when the hub stopped has [`EXPIRY`] from now to say so.
    pub fn start(committer: Committer, stop: CancellationToken) -> Self {
        let now = Instant::now();
        let there = committer.board();
        let last = there
            .agents
            .values()
            .filter(|agent| agent.connected)
            .map(|agent| (agent.id, now))
            .collect();
        let presence = Self {
            committer,
            last: Arc::new(Mutex::new(last)),
        };
        tokio::spawn(presence.clone().look(stop));
        presence
    }

    /// A sign of life. The first after none is committed, so that the agent is rung.
    pub async fn alive(&self, agent: AgentId) -> Result<(), SubmitError> {
        self.last().insert(agent, Instant::now());
        let known = self.committer.board();
        let connected = known.agents.get(&agent).is_some_and(|a| a.connected);
        if connected {
            Ok(())
        } else {
            self.commit(Command::AgentConnected { agent }).await
        }
    }

    /// The agent's last app signed out.
    pub async fn gone(&self, agent: AgentId) -> Result<(), SubmitError> {
        self.last().remove(&agent);
        self.commit(Command::AgentGone { agent }).await
    }

    async fn look(self, stop: CancellationToken) {
        let mut tick = tokio::time::interval(LOOK);
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = tick.tick() => {}
            }
            let now = Instant::now();
            let expired: Vec<AgentId> = self
                .last()
                .iter()
                .filter(|(_, last)| now.duration_since(**last) > EXPIRY)
                .map(|(agent, _)| *agent)
                .collect();
            for agent in expired {
                if let Err(error) = self.gone(agent).await {
                    tracing::warn!(%error, "an agent's absence could not be recorded");
                    // Looked at again: still without a sign of life.
                    self.last().entry(agent).or_insert(now - EXPIRY);
                }
            }
        }
    }

    async fn commit(&self, command: Command) -> Result<(), SubmitError> {
        let envelope = Envelope {
            actor: Actor::Hub,
            id: CommandId(clock::new_id()),
            command,
        };
        self.committer.submit(envelope).await.map(|_| ())
    }

    fn last(&self) -> MutexGuard<'_, HashMap<AgentId, Instant>> {
        match self.last.lock() {
            Ok(last) => last,
            Err(poisoned) => poisoned.into_inner(),
        }
    }
}
