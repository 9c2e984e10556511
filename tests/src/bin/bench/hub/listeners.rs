//! Agents' apps reduced to what reads the stream: no cache, no screen. A stream that ends is opened again where it was.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use bytes::{Bytes, BytesMut};
use futures_util::future::try_join_all;
use guichet_protocol::Manifest;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::body::Incoming;
use hyper::header::{AUTHORIZATION, HOST};
use memchr::memmem;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::line::Line;
use super::senders::{DIGITS, MARK, since_start};
use crate::spread::Spread;

/// What was written is delivered within this, or not at all.
const PATIENCE: Duration = Duration::from_mins(1);

/// Listening until dropped.
pub(super) struct Listeners {
    tasks: JoinSet<Result<()>>,
    heard: Arc<Heard>,
    count: usize,
}

#[derive(Default)]
struct Heard {
    messages: AtomicUsize,
    /// Streams that the hub ended, because their reader was too slow.
    ended: AtomicUsize,
    times: std::sync::Mutex<Vec<Duration>>,
    more: Notify,
}

impl Listeners {
    /// Opens a stream for each session from now on, and waits until each has its first frame.
    pub(super) async fn open(to: SocketAddr, sessions: &[String]) -> Result<Self> {
        let cursor = head(to, sessions.first().context("somebody listens")?).await?;
        let heard = Arc::new(Heard::default());
        let mut tasks = JoinSet::new();
        let listeners = try_join_all(sessions.iter().map(async |session| {
            let mut listener = Listener {
                to,
                session: session.clone(),
                cursor: cursor.clone(),
                heard: heard.clone(),
                text: BytesMut::new(),
            };
            let mut body = listener.ask().await?;
            let first = body.frame().await.context("the hub ended the stream")??;
            listener.take(first.into_data().unwrap_or_default());
            anyhow::Ok((listener, body))
        }))
        .await?;
        for (listener, body) in listeners {
            tasks.spawn(listener.listen(body));
        }
        Ok(Self {
            tasks,
            heard,
            count: sessions.len(),
        })
    }

    /// Forgets what was heard so far.
    pub(super) fn forget(&self) {
        self.heard.messages.store(0, Ordering::SeqCst);
        self.heard.ended.store(0, Ordering::SeqCst);
        self.heard.times().clear();
    }

    /// Waits until every one of them has heard so many messages; how long each message took to each listener.
    pub(super) async fn all_heard(&mut self, messages: usize) -> Result<Spread> {
        let wanted = messages * self.count;
        let waiting = async {
            loop {
                let more = self.heard.more.notified();
                if self.heard.messages.load(Ordering::SeqCst) >= wanted {
                    return;
                }
                more.await;
            }
        };
        tokio::select! {
            done = tokio::time::timeout(PATIENCE, waiting) => {
                let heard = self.heard.messages.load(Ordering::SeqCst);
                if done.is_err() || heard > wanted {
                    bail!("{heard} deliveries instead of {wanted}");
                }
            }
            Some(ended) = self.tasks.join_next() => {
                ended??;
                bail!("a listener stopped listening");
            }
        }
        Ok(Spread::of(self.heard.times().clone()))
    }

    /// How often the hub ended a stream whose reader was too slow.
    pub(super) fn ended(&self) -> usize {
        self.heard.ended.load(Ordering::SeqCst)
    }
}

impl Heard {
    fn times(&self) -> std::sync::MutexGuard<'_, Vec<Duration>> {
        self.times
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

struct Listener {
    to: SocketAddr,
    session: String,
    cursor: String,
    heard: Arc<Heard>,
    /// Of frames that have not ended yet.
    text: BytesMut,
}

impl Listener {
    async fn listen(mut self, mut body: Incoming) -> Result<()> {
        loop {
            while let Some(frame) = body.frame().await {
                self.take(frame?.into_data().unwrap_or_default());
            }
            self.heard.ended.fetch_add(1, Ordering::SeqCst);
            self.text.clear();
            body = self.ask().await?;
        }
    }

    async fn ask(&self) -> Result<Incoming> {
        get(
            self.to,
            &self.session,
            &format!("/v1/feed?since={}", self.cursor),
        )
        .await
    }

    fn take(&mut self, data: Bytes) {
        let now = since_start();
        self.text.extend_from_slice(&data);
        let Some(end) = memmem::rfind(&self.text, b"\n\n") else {
            return;
        };
        let frames = self.text.split_to(end + 2);
        let mut times = Vec::new();
        for mark in memmem::find_iter(&frames, MARK) {
            times
                .extend(sent_at(&frames[mark + MARK.len()..]).map(|sent| now.saturating_sub(sent)));
        }
        if let Some(cursor) = last_cursor(&frames) {
            self.cursor = cursor;
        }
        if !times.is_empty() {
            let count = times.len();
            self.heard.times().extend(times);
            self.heard.messages.fetch_add(count, Ordering::SeqCst);
            self.heard.more.notify_waiters();
        }
    }
}

/// The end of the log.
async fn head(to: SocketAddr, session: &str) -> Result<String> {
    let manifest = get(to, session, "/v1/manifest").await?;
    let manifest: Manifest = serde_json::from_slice(&manifest.collect().await?.to_bytes())?;
    Ok(manifest.cursor.to_string())
}

async fn get(to: SocketAddr, session: &str, path: &str) -> Result<Incoming> {
    let request = Request::get(path)
        .header(HOST, to.to_string())
        .header(AUTHORIZATION, format!("Bearer {session}"))
        .body(Full::new(Bytes::new()))?;
    let answer = Line::open(to).await?.ask(request).await?;
    if !answer.status().is_success() {
        bail!("{path} was answered {}", answer.status());
    }
    Ok(answer.into_body())
}

fn sent_at(text: &[u8]) -> Option<Duration> {
    let digits = std::str::from_utf8(text.get(..DIGITS)?).ok()?;
    digits.parse().ok().map(Duration::from_nanos)
}

/// The last `id:` of an event.
fn last_cursor(frames: &[u8]) -> Option<String> {
    let at = memmem::rfind(frames, b"id: ")? + 4;
    let end = memchr::memchr(b'\n', &frames[at..])? + at;
    String::from_utf8(frames[at..end].to_vec()).ok()
}
