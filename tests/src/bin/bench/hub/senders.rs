//! Visitors who write: as fast as they are answered, or at a steady pace. Each has one connection and one conversation.

use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use futures_util::future::try_join_all;
use guichet_hub::clock::new_id;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use serde_json::json;
use tokio::time::MissedTickBehavior;

use super::company::Visitor;
use super::line::Line;
use crate::spread::Spread;

/// Before the moment that a message carries; digits follow it.
pub(super) const MARK: &[u8] = b"sent-at:";
/// Of the moment, in nanoseconds.
pub(super) const DIGITS: usize = 20;

/// What they achieved.
pub(super) struct Sent {
    pub(super) accepted: usize,
    pub(super) elapsed: Duration,
    /// From the request to its answer.
    pub(super) answers: Spread,
}

impl Sent {
    pub(super) fn per_second(&self) -> f64 {
        super::rate(self.accepted, self.elapsed)
    }
}

/// Each writes its next message when the one before is answered, for so long.
pub(super) async fn eager(to: SocketAddr, visitors: &[Visitor], time: Duration) -> Result<Sent> {
    let mut senders = Vec::new();
    for visitor in visitors {
        senders.push(Sender::open(to, visitor).await?);
    }
    let started = Instant::now();
    let until = started + time;
    let answers = try_join_all(senders.into_iter().map(async |mut sender| {
        let mut answers = Vec::new();
        while Instant::now() < until {
            answers.push(sender.send().await?);
        }
        anyhow::Ok(answers)
    }))
    .await?
    .concat();
    Ok(Sent {
        accepted: answers.len(),
        elapsed: started.elapsed(),
        answers: Spread::of(answers),
    })
}

/// All together write so many messages a second, in turn, whether answered or not.
pub(super) async fn steady(
    to: SocketAddr,
    visitors: &[Visitor],
    per_second: u32,
    time: Duration,
) -> Result<usize> {
    let pause = Duration::from_secs(1) / per_second * u32::try_from(visitors.len())?;
    let sent = try_join_all((0..).zip(visitors).map(async |(place, visitor)| {
        let mut sender = Sender::open(to, visitor).await?;
        let begin = tokio::time::Instant::now() + Duration::from_secs(1) / per_second * place;
        let mut turns = tokio::time::interval_at(begin, pause);
        turns.set_missed_tick_behavior(MissedTickBehavior::Burst);
        let mut sent = 0;
        let until = begin + time;
        while turns.tick().await < until {
            sender.send().await?;
            sent += 1;
        }
        anyhow::Ok(sent)
    }))
    .await?;
    Ok(sent.into_iter().sum())
}

struct Sender {
    line: Line,
    to: SocketAddr,
    visitor: Visitor,
}

impl Sender {
    async fn open(to: SocketAddr, visitor: &Visitor) -> Result<Self> {
        Ok(Self {
            line: Line::open(to).await?,
            to,
            visitor: visitor.clone(),
        })
    }

    /// How long the answer took. It is durable then.
    async fn send(&mut self) -> Result<Duration> {
        let started = Instant::now();
        let answer = self.line.ask(self.message()?).await?;
        let status = answer.status();
        let body = answer.into_body().collect().await?.to_bytes();
        ensure!(
            status.is_success(),
            "a message was answered {status} {}",
            String::from_utf8_lossy(&body)
        );
        Ok(started.elapsed())
    }

    fn message(&self) -> Result<Request<Full<Bytes>>> {
        let body = json!({ "id": new_id(), "text": text() }).to_string();
        Request::post("/widget/v1/messages")
            .header(HOST, self.to.to_string())
            .header(CONTENT_TYPE, "application/json")
            .header("x-guichet-account", self.visitor.key)
            .header("x-forwarded-for", self.visitor.address.to_string())
            .header(AUTHORIZATION, format!("Bearer {}", self.visitor.token))
            .body(Full::new(Bytes::from(body)))
            .context("build a request")
    }
}

/// What a customer writes, and when: the moment stands behind what a preview shows, so that it is in a frame once.
fn text() -> String {
    const WORDS: &str = "Bonjour, j'ai commandé une lampe le 12 et je n'ai toujours rien reçu. \
        Le suivi dit qu'elle est partie, mais le transporteur ne la trouve pas. Pouvez-vous regarder ? Merci d'avance.";
    debug_assert!(WORDS.chars().count() > guichet_domain::Preview::MAX);
    let mark = String::from_utf8_lossy(MARK);
    format!(
        "{WORDS} {mark}{:0width$}",
        since_start().as_nanos(),
        width = DIGITS
    )
}

/// How long this program's clock of sending has run.
pub(super) fn since_start() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}
