//! One agent's stream of server-sent events.

use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::Stream;
use guichet_domain::{AgentId, ConversationId};
use guichet_protocol::{Cursor, Key, Put, SyncAnswer};
use serde_json::json;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tokio_util::sync::CancellationToken;

use super::{Feed, Inner, LISTENER_QUEUE, Listener, Pushed, changes};
use crate::committer::Committer;

/// A frame at least this often, so that the reader knows the connection lives.
const BEAT: Duration = Duration::from_secs(15);
/// Lines of the log that one frame catches up.
const STEP: u32 = 500;

impl Feed {
    /// What `agent` misses after `since`, then what happens, until the session ends, the reader goes, or it has to
    /// pull. Frames are ready to be written.
    pub fn agent(
        &self,
        committer: &Committer,
        agent: AgentId,
        session: String,
        since: Cursor,
    ) -> impl Stream<Item = Bytes> + Send + use<> {
        let (frames, queue) = mpsc::channel(LISTENER_QUEUE);
        let end = self.inner.stop.child_token();
        // First listen, then catch up: what is committed in between arrives twice, and is skipped.
        self.inner
            .listeners()
            .entry(agent)
            .or_default()
            .push(Listener {
                session,
                frames,
                end: end.clone(),
            });
        let (out, stream) = mpsc::channel(16);
        let listening = Listening {
            inner: self.inner.clone(),
            committer: committer.clone(),
            agent,
            cursor: since,
            end,
            out,
        };
        tokio::spawn(listening.run(queue));
        ReceiverStream::new(stream)
    }
}

struct Listening {
    inner: Arc<Inner>,
    committer: Committer,
    agent: AgentId,
    /// Where the reader is once it has read everything sent.
    cursor: Cursor,
    end: CancellationToken,
    out: mpsc::Sender<Bytes>,
}

/// The reader is gone.
struct Gone;

impl Listening {
    async fn run(mut self, mut queue: mpsc::Receiver<Pushed>) {
        let ended = self.end.clone();
        tokio::select! {
            // Dropping the last sender ends the reader's response.
            () = ended.cancelled() => {}
            _ = self.serve(&mut queue) => {}
        }
        self.end.cancel();
        let mut listeners = self.inner.listeners();
        if let Some(of_agent) = listeners.get_mut(&self.agent) {
            of_agent.retain(|listener| !listener.end.is_cancelled());
            if of_agent.is_empty() {
                listeners.remove(&self.agent);
            }
        }
    }

    async fn serve(&mut self, queue: &mut mpsc::Receiver<Pushed>) -> Result<(), Gone> {
        self.catch_up().await?;
        loop {
            match tokio::time::timeout(BEAT, queue.recv()).await {
                Err(_) => self.send(beat()).await?,
                Ok(None) => return Ok(()),
                Ok(Some(Pushed::Pull)) => return self.send(pull()).await,
                Ok(Some(Pushed::Frame(frame))) => self.send(frame).await?,
                Ok(Some(Pushed::Delta { to, tail })) => {
                    if to.change > self.cursor.change {
                        self.send(delta(&self.cursor, &to, &tail)).await?;
                        self.cursor = to;
                    }
                }
            }
        }
    }

    /// The first frame comes at once, if only to show that no proxy holds the stream back.
    async fn catch_up(&mut self) -> Result<(), Gone> {
        loop {
            let board = self.committer.board();
            let answer = changes(&*self.inner.store, &board, self.agent, &self.cursor, STEP).await;
            match answer {
                Ok(SyncAnswer::Delta(found)) => {
                    let tail = delta_tail(&found.to, &found.puts, &found.dels);
                    self.send(delta(&self.cursor, &found.to, &tail)).await?;
                    self.cursor = found.to;
                    if !found.more {
                        return Ok(());
                    }
                }
                Ok(SyncAnswer::Resync { .. }) => {
                    self.send(pull()).await?;
                    return Err(Gone);
                }
                Err(error) => {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "a feed could not catch up"
                    );
                    return Err(Gone);
                }
            }
        }
    }

    async fn send(&self, frame: Bytes) -> Result<(), Gone> {
        self.out.send(frame).await.map_err(|_| Gone)
    }
}

fn beat() -> Bytes {
    Bytes::from_static(b"event: beat\ndata: {}\n\n")
}

fn pull() -> Bytes {
    Bytes::from_static(b"event: pull\ndata: {}\n\n")
}

pub(super) fn typing(conversation: ConversationId, agent: Option<AgentId>) -> Bytes {
    let data = match agent {
        None => json!({ "conversation": conversation }),
        Some(agent) => json!({ "conversation": conversation, "agent": agent }),
    };
    Bytes::from(format!("event: typing\ndata: {data}\n\n"))
}

/// What of a delta is the same for every reader of an audience; [`delta`] puts the beginning before it.
pub(super) fn delta_tail(to: &Cursor, puts: &[Put], dels: &[Key]) -> Bytes {
    let rest = json!({ "to": to, "puts": puts, "dels": dels, "more": false }).to_string();
    // Without its opening brace: it continues an object.
    Bytes::from(rest).slice(1..)
}

fn delta(from: &Cursor, to: &Cursor, tail: &Bytes) -> Bytes {
    let mut frame = BytesMut::with_capacity(tail.len() + 200);
    frame.extend_from_slice(
        format!("id: {to}\nevent: delta\ndata: {{\"from\":\"{from}\",").as_bytes(),
    );
    frame.extend_from_slice(tail);
    frame.extend_from_slice(b"\n\n");
    frame.freeze()
}
