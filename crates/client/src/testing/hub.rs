//! A hub that does as the test says.

use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Json;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::{StreamExt, stream};
use guichet_domain::{ConversationId, Message, Refusal};
use guichet_protocol::{
    ApiError, CommandAnswer, CommandRequest, CommandResult, Cursor, Delta, ErrorCode, Fetch,
    Fetched, Manifest, ManifestEntry, NewSession, PROTOCOL, PROTOCOL_HEADER, Page, Put, Session,
    SignIn, SyncAnswer,
};
use serde::Deserialize;
use tokio::sync::{Notify, broadcast, mpsc, oneshot};

use super::{cursor, id};

/// A running hub. Ends with the test.
pub(crate) struct FakeHub {
    pub(crate) address: String,
    /// What apps ask for; each waits until the test answers.
    pub(crate) commands: mpsc::UnboundedReceiver<Asked>,
    held: Arc<Held>,
}

/// A command, waiting for its answer.
pub(crate) struct Asked {
    pub(crate) request: CommandRequest,
    answer: oneshot::Sender<Response>,
}

struct Held {
    puts: Mutex<(Cursor, Vec<Put>)>,
    older: Mutex<Vec<Message>>,
    sync: Mutex<Option<SyncAnswer>>,
    signed_out: AtomicBool,
    /// Something between holds the feed back.
    buffered: AtomicBool,
    frames: broadcast::Sender<String>,
    listening: Notify,
    commands: mpsc::UnboundedSender<Asked>,
}

impl FakeHub {
    /// A hub on which the agent holds `puts`, at cursor `change`.
    pub(crate) async fn start(change: u64, puts: Vec<Put>) -> Self {
        let (commands, asked) = mpsc::unbounded_channel();
        let held = Arc::new(Held {
            puts: Mutex::new((cursor(change), puts)),
            older: Mutex::new(Vec::new()),
            sync: Mutex::new(None),
            signed_out: AtomicBool::new(false),
            buffered: AtomicBool::new(false),
            frames: broadcast::Sender::new(16),
            listening: Notify::new(),
            commands,
        });
        let router = Router::new()
            .route("/v1/sessions", post(sign_in))
            .route("/v1/sessions/current", axum::routing::delete(no_content))
            .route("/v1/commands", post(command))
            .route("/v1/sync", get(sync))
            .route("/v1/manifest", get(manifest))
            .route("/v1/fetch", post(fetch))
            .route("/v1/conversations/{id}/messages", get(older))
            .route("/v1/feed", get(feed))
            .route("/v1/alive", post(no_content))
            .layer(axum::middleware::map_response(protocol))
            .with_state(Arc::clone(&held));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            address,
            commands: asked,
            held,
        }
    }

    /// Waits until an app listens.
    pub(crate) async fn listening(&self) {
        self.held.listening.notified().await;
    }

    /// Pushes a delta.
    pub(crate) fn push(&self, delta: &Delta) {
        let data = serde_json::to_string(delta).unwrap();
        let frame = format!("event: delta\nid: {}\ndata: {data}\n\n", delta.to);
        self.held.frames.send(frame).unwrap();
    }

    /// What the next one who asks is answered.
    pub(crate) fn say(&self, answer: SyncAnswer) {
        *lock(&self.held.sync) = Some(answer);
    }

    /// Asks listeners to pull, and says what they will be answered, once.
    pub(crate) fn pull(&self, answer: SyncAnswer) {
        self.say(answer);
        let frame = "event: pull\ndata: {}\n\n".to_owned();
        self.held.frames.send(frame).unwrap();
    }

    /// From now on the agent holds these.
    pub(crate) fn hold(&self, change: u64, puts: Vec<Put>) {
        *lock(&self.held.puts) = (cursor(change), puts);
    }

    /// Lines that scrolling up finds.
    pub(crate) fn older(&self, lines: Vec<Message>) {
        *lock(&self.held.older) = lines;
    }

    /// From now on no frame arrives.
    pub(crate) fn buffer_the_feed(&self) {
        self.held.buffered.store(true, Ordering::Relaxed);
    }

    /// Every token is void.
    pub(crate) fn sign_everybody_out(&self) {
        self.held.signed_out.store(true, Ordering::Relaxed);
    }

    /// The next command.
    pub(crate) async fn next(&mut self) -> Asked {
        self.commands.recv().await.unwrap()
    }
}

impl Asked {
    pub(crate) fn done(self, seq: Option<u64>) {
        self.result(CommandResult::Done { change: 9, seq });
    }

    pub(crate) fn refuse(self, refusal: Refusal) {
        self.result(CommandResult::Refused { refusal });
    }

    fn result(self, result: CommandResult) {
        let id = self.request.id;
        let answer = Json(CommandAnswer { id, result }).into_response();
        self.answer.send(answer).unwrap();
    }

    /// The hub cannot store anything now.
    pub(crate) fn unavailable(self) {
        let answer = error(StatusCode::SERVICE_UNAVAILABLE, ErrorCode::Unavailable);
        self.answer.send(answer).unwrap();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn error(status: StatusCode, code: ErrorCode) -> Response {
    let detail = String::new();
    (status, Json(ApiError { code, detail })).into_response()
}

async fn protocol(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert(PROTOCOL_HEADER, HeaderValue::from(PROTOCOL));
    answer
}

async fn no_content() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// A code is the number of the agent's id.
async fn sign_in(Json(how): Json<SignIn>) -> Json<NewSession> {
    let SignIn::Code { code } = how else {
        panic!("tests sign in by code");
    };
    Json(NewSession {
        token: "secret".to_owned(),
        session: Session {
            agent: id(code.parse().unwrap()),
            name: "Marie".to_owned(),
            email: "marie@guichet.test".to_owned(),
            now: 0,
        },
    })
}

async fn command(State(held): State<Arc<Held>>, Json(request): Json<CommandRequest>) -> Response {
    let (answer, answered) = oneshot::channel();
    if held.commands.send(Asked { request, answer }).is_err() {
        return error(StatusCode::SERVICE_UNAVAILABLE, ErrorCode::Unavailable);
    }
    answered.await.unwrap()
}

#[derive(Deserialize)]
struct Since {
    since: Cursor,
}

async fn sync(State(held): State<Arc<Held>>, Query(Since { since }): Query<Since>) -> Response {
    if held.signed_out.load(Ordering::Relaxed) {
        return error(StatusCode::UNAUTHORIZED, ErrorCode::Unauthorized);
    }
    let said = lock(&held.sync).take();
    let answer = said.unwrap_or_else(|| {
        SyncAnswer::Delta(Delta {
            from: since.clone(),
            to: since,
            puts: Vec::new(),
            dels: Vec::new(),
            more: false,
        })
    });
    Json(answer).into_response()
}

async fn manifest(State(held): State<Arc<Held>>) -> Json<Manifest> {
    let (cursor, puts) = lock(&held.puts).clone();
    let entries = puts.iter().map(|put| ManifestEntry {
        key: put.entity.key(),
        change: put.change,
    });
    Json(Manifest {
        cursor,
        entries: entries.collect(),
        next: None,
    })
}

async fn fetch(State(held): State<Arc<Held>>, Json(asked): Json<Fetch>) -> Json<Fetched> {
    let mut puts = lock(&held.puts).1.clone();
    puts.retain(|put| asked.keys.contains(&put.entity.key()));
    Json(Fetched { puts })
}

#[derive(Deserialize)]
struct Before {
    before: u64,
}

async fn older(
    State(held): State<Arc<Held>>,
    Path(_): Path<ConversationId>,
    Query(Before { before }): Query<Before>,
) -> Json<Page> {
    let mut messages = lock(&held.older).clone();
    messages.retain(|message| message.seq < before);
    Json(Page { messages })
}

async fn feed(State(held): State<Arc<Held>>) -> Response {
    let frames = tokio_stream::wrappers::BroadcastStream::new(held.frames.subscribe());
    held.listening.notify_one();
    let content_type = [(header::CONTENT_TYPE, "text/event-stream")];
    if held.buffered.load(Ordering::Relaxed) {
        let nothing = stream::pending::<Result<String, Infallible>>();
        return (content_type, Body::from_stream(nothing)).into_response();
    }
    let first = stream::iter([Ok("event: beat\ndata: {}\n\n".to_owned())]);
    (content_type, Body::from_stream(first.chain(frames))).into_response()
}
