//! A visitor's stream: their conversation as it changes. Hints come from the feed, states from the store.

use std::collections::VecDeque;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use guichet_domain::ConversationId;
use guichet_protocol::WINDOW;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::time::{Interval, MissedTickBehavior, interval_at};

use super::edge::Edge;
use super::failure::Failure;
use super::input::Asked;
use super::metrics::Counted;
use super::sse;
use super::widget::{newest, received, snapshot};
use super::widget_page::Visitor;
use crate::connectors::live_chat::outbound;
use crate::connectors::live_chat::wire::{Side, VisitorConversation, VisitorMessage};
use crate::feed::VisitorHint;
use crate::limits::HeldStream;
use crate::store::Store;

/// What the page has.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Has {
    conversation: Option<ConversationId>,
    #[serde(default)]
    revision: u64,
}

/// The stream. The first frame comes at once, if only to show that no proxy holds it back.
pub async fn listen(
    State(edge): State<Edge>,
    visitor: Visitor,
    Asked(has): Asked<Has>,
) -> Result<Response, Failure> {
    let held = edge.limits().stream(visitor.who)?;
    // First listen, then look.
    let hints = edge.feed.visitors().listen(visitor.id);
    let every = Duration::from_secs(edge.config.times.beat);
    let mut beat = interval_at(tokio::time::Instant::now() + every, every);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stream = VisitorStream {
        shown: has.conversation.map(|id| (id, has.revision)),
        told: None,
        available: outbound::available(&edge.committer.board(), &visitor.account, edge.clock.now()),
        delivered: None,
        ends: false,
        frames: VecDeque::new(),
        _counted: (held, edge.metrics().visitor_stream()),
        hints,
        beat,
        visitor,
        edge,
    };
    stream.look_around().await?;
    if stream.frames.is_empty() && !stream.ends {
        let available = stream.available;
        stream.push("availability", &json!({ "available": available }))?;
    }
    Ok(sse::answer(futures_util::stream::unfold(
        stream,
        async |mut stream| stream.next().await.map(|frame| (frame, stream)),
    )))
}

struct VisitorStream {
    edge: Edge,
    visitor: Visitor,
    hints: Receiver<VisitorHint>,
    beat: Interval,
    /// What the page has once it has read every frame.
    shown: Option<(ConversationId, u64)>,
    /// The conversation as the page was told last.
    told: Option<VisitorConversation>,
    available: bool,
    frames: VecDeque<Bytes>,
    /// Last line of an agent's in the frames, to be told once they are gone.
    delivered: Option<(ConversationId, u64)>,
    /// After these frames: the visitor is kept out.
    ends: bool,
    _counted: (HeldStream, Counted),
}

impl VisitorStream {
    /// The next frame; `None` ends the stream, and the page comes back.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(frame) = self.frames.pop_front() {
                return Some(frame);
            }
            if self.ends {
                return None;
            }
            if let Err(failure) = self.advance().await? {
                tracing::debug!(?failure, "a visitor's stream ended");
                return None;
            }
        }
    }

    /// Waits for something to happen. `None`: the hub closes.
    async fn advance(&mut self) -> Option<Result<(), Failure>> {
        if let Some((conversation, up_to)) = self.delivered.take() {
            // The frames before were taken to be written.
            if let Err(failure) = received(&self.edge, &self.visitor, conversation, up_to).await {
                return Some(Err(failure));
            }
        }
        let edge = self.edge.clone();
        Some(tokio::select! {
            () = edge.closing().cancelled() => return None,
            hint = self.hints.recv() => match hint {
                Ok(VisitorHint::Changed(_)) | Err(RecvError::Lagged(_)) => self.look().await,
                Ok(VisitorHint::Typing { agent }) => {
                    self.push("typing", &json!({ "agent": agent }))
                }
                // Also said when hints were lost.
                Ok(VisitorHint::Availability) => self.look_around().await,
                Err(RecvError::Closed) => return None,
            },
            _ = self.beat.tick() => self.push("beat", &json!({})),
        })
    }

    async fn look_around(&mut self) -> Result<(), Failure> {
        let (client, id) = (self.visitor.client, self.visitor.id);
        if self
            .edge
            .gate
            .against(&self.edge, client, Some(id))
            .is_some()
        {
            // What they still see is that the conversation is over.
            self.ends = true;
            return self.look().await;
        }
        let board = self.edge.committer.board();
        // The account itself may have changed, or be gone: then the stream ends.
        let account = board
            .accounts
            .get(&self.visitor.account.id)
            .ok_or_else(Failure::not_found)?;
        self.visitor.account.clone_from(account);
        let available = outbound::available(&board, account, self.edge.clock.now());
        if available != self.available {
            self.available = available;
            self.push("availability", &json!({ "available": available }))?;
        }
        self.look().await
    }

    /// Sends what the page lacks of the conversation as it is now.
    async fn look(&mut self) -> Result<(), Failure> {
        let Some(now) = newest(&self.edge, &self.visitor).await? else {
            // Deleted, or none yet.
            return match self.shown {
                Some(_) => self.show_all().await,
                None => Ok(()),
            };
        };
        let Some((conversation, from)) = self.shown.filter(|(id, _)| *id == now.row.id) else {
            return self.show_all().await;
        };
        if now.revision == from {
            return Ok(());
        }
        let room = u32::try_from(WINDOW).unwrap_or(u32::MAX);
        let lines = self
            .edge
            .store
            .messages_since(conversation, from, room + 1)
            .await?;
        if now.revision < from || lines.len() > WINDOW {
            return self.show_all().await;
        }
        let board = self.edge.committer.board();
        // A line written after the row was read is in the next delta, too; the page knows it by its place.
        let delta = outbound::delta(&board, &now.row, from, now.revision, &lines);
        if delta.messages.is_empty() && self.told.as_ref() == Some(&delta.conversation) {
            // A note, or a colleague's doing: that it happened is not a visitor's business either.
            return Ok(());
        }
        self.shown = Some((conversation, now.revision));
        self.told = Some(delta.conversation.clone());
        self.delivered(conversation, &delta.messages, now.row.customer_received);
        self.push("delta", &delta)
    }

    async fn show_all(&mut self) -> Result<(), Failure> {
        let (all, newest) = snapshot(&self.edge, &self.visitor).await?;
        self.shown = newest.as_ref().map(|now| (now.row.id, now.revision));
        self.told = all.conversation.as_ref().map(|shown| shown.head.clone());
        self.available = all.available;
        if let (Some(shown), Some(now)) = (&all.conversation, newest) {
            self.delivered(now.row.id, &shown.messages, now.row.customer_received);
        }
        self.push("snapshot", &all)
    }

    fn delivered(&mut self, conversation: ConversationId, lines: &[VisitorMessage], known: u64) {
        let last = lines
            .iter()
            .rfind(|line| line.from == Side::Agent)
            .map(|line| line.seq)
            .filter(|last| *last > known);
        if let Some(last) = last {
            self.delivered = Some((conversation, last));
        }
    }

    fn push(&mut self, event: &str, data: &impl Serialize) -> Result<(), Failure> {
        let frame = sse::frame(event, data).map_err(Failure::internal)?;
        self.frames.push_back(frame);
        Ok(())
    }
}
