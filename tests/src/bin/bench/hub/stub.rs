//! What HTTP and the commit cost by themselves: a bare axum server that takes the same requests, groups them as the
//! committer does and writes them with the hub's own set-wise flush. It knows no rights, no rules, no answers of before,
//! no limits and no feed.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use guichet_domain::{
    Audience, Author, Body, Channel, Conversation, ConversationId, Kind, Message, MessageId,
    Ownership, Preview, QueueId, Timestamp,
};
use guichet_hub::clock::{Clock, new_id};
use guichet_hub::hub::DATABASE;
use guichet_hub::store::{Diff, LogRow, Store, Subject, Wanted, sqlite::Sqlite};
use guichet_protocol::Entity;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};

/// As many as the committer takes at once.
const GROUP: usize = 400;

#[derive(Deserialize)]
struct NewMessage {
    id: MessageId,
    text: String,
}

struct Submission {
    visitor: String,
    message: NewMessage,
    answer: oneshot::Sender<u64>,
}

/// Serves until the standard input ends; says where as one JSON line.
#[expect(
    clippy::print_stdout,
    reason = "whoever started it waits for this line"
)]
pub(crate) async fn serve(data: &Path) -> Result<()> {
    let store = Sqlite::open(&data.join(DATABASE)).await?;
    let (queue, submissions) = mpsc::channel(4 * GROUP);
    tokio::spawn(async move {
        if let Err(error) = commit(store, submissions).await {
            eprintln!("the stub cannot write: {error}");
        }
    });
    let routes = Router::new()
        .route("/widget/v1/messages", post(message))
        .with_state(queue);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!(
        "{}",
        json!({ "address": format!("http://{}", listener.local_addr()?) })
    );
    let parent_gone = async {
        let mut ignored = Vec::new();
        let _ = tokio::io::stdin().read_to_end(&mut ignored).await;
    };
    tokio::select! {
        served = axum::serve(listener, routes) => served?,
        () = parent_gone => {}
    }
    Ok(())
}

async fn message(
    State(queue): State<mpsc::Sender<Submission>>,
    headers: HeaderMap,
    Json(message): Json<NewMessage>,
) -> Result<Json<Value>, StatusCode> {
    let visitor = headers
        .get("authorization")
        .and_then(|token| token.to_str().ok())
        .ok_or(StatusCode::UNAUTHORIZED)?
        .to_owned();
    let (answer, seq) = oneshot::channel();
    let submission = Submission {
        visitor,
        message,
        answer,
    };
    let gone = StatusCode::SERVICE_UNAVAILABLE;
    queue.send(submission).await.map_err(|_| gone)?;
    let seq = seq.await.map_err(|_| gone)?;
    Ok(Json(json!({ "seq": seq })))
}

/// Group after group: what queued while the last one was written.
async fn commit(store: Sqlite, mut submissions: mpsc::Receiver<Submission>) -> Result<()> {
    let clock = Clock::system();
    let mut heads = BTreeMap::<String, Conversation>::new();
    let mut group = Vec::with_capacity(GROUP);
    while submissions.recv_many(&mut group, GROUP).await > 0 {
        let now = clock.now();
        let mut messages = Vec::with_capacity(group.len());
        for submission in &group {
            let head = heads
                .entry(submission.visitor.clone())
                .or_insert_with(|| open(now));
            messages.push(write(head, &submission.message, now));
        }
        store
            .commit_group(&Wanted::default(), &mut |loaded| {
                diff(loaded.change, &messages, &heads)
            })
            .await?;
        for (submission, message) in group.drain(..).zip(messages) {
            // Who asked may have gone away.
            let _ = submission.answer.send(message.seq);
        }
    }
    Ok(())
}

fn open(now: Timestamp) -> Conversation {
    let kind = Kind::Customer {
        channel: Channel::LiveChat,
        account: guichet_domain::AccountId(new_id()),
        contact: guichet_domain::ContactId(new_id()),
        point: None,
        ownership: Ownership::Offered {
            queue: QueueId(new_id()),
            ringing: std::collections::BTreeSet::new(),
            round: guichet_domain::Round::default(),
        },
    };
    Conversation {
        waiting_since: Some(now),
        ..Conversation::new(ConversationId(new_id()), kind, now)
    }
}

fn write(head: &mut Conversation, message: &NewMessage, now: Timestamp) -> Message {
    let body = Body::Text(message.text.clone());
    head.last_seq += 1;
    head.last_at = now;
    head.preview = Preview::of(Author::Customer, &body);
    Message {
        conversation: head.id,
        seq: head.last_seq,
        id: Some(message.id),
        at: now,
        author: Author::Customer,
        body,
        quote: None,
        mentions: std::collections::BTreeSet::new(),
    }
}

/// What a group changed: each conversation once, each message, a line of the log for each conversation.
fn diff(from: u64, messages: &[Message], heads: &BTreeMap<String, Conversation>) -> Diff {
    let by_id: BTreeMap<ConversationId, &Conversation> =
        heads.values().map(|head| (head.id, head)).collect();
    let mut changes = BTreeMap::<ConversationId, u64>::new();
    for message in messages {
        let next = from + 1 + changes.len() as u64;
        changes.entry(message.conversation).or_insert(next);
    }
    let puts: Vec<(Entity, u64)> = changes
        .iter()
        .map(|(id, change)| (Entity::Conversation(by_id[id].clone()), *change))
        .collect();
    let log = puts
        .iter()
        .map(|(entity, change)| LogRow {
            change: *change,
            subject: Subject::Entity(entity.key()),
            before: Audience::Nobody,
        })
        .collect();
    Diff {
        change: from + changes.len() as u64,
        tag: 7,
        messages: messages
            .iter()
            .map(|message| (message.clone(), changes[&message.conversation]))
            .collect(),
        puts,
        log,
        ..Diff::default()
    }
}
