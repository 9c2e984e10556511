//! What a visitor's page asks. Parsed and built by `connectors::live_chat`, committed here.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use guichet_domain::{
    Audience, CommandId, ContactId, Conversation, ConversationId, Envelope, MessageId,
};
use guichet_protocol::{CommandResult, ErrorCode, VisitorFacts};

use super::caller::Client;
use super::edge::Edge;
use super::failure::Failure;
use super::input::Body;
use super::widget_page::{Page, Visitor};
use crate::access::token::Token;
use crate::clock;
use crate::connectors::live_chat::wire::{
    About, Accepted, NewMessage, NewVisitor, Nothing, SeenUpTo, Snapshot, VisitorToken,
    WidgetConfig,
};
use crate::connectors::live_chat::{facts, inbound, outbound};
use crate::store::Store;

/// Lines of a snapshot, notes and unseen ones included: the newest of a conversation.
pub const LINES: u32 = 500;

/// How the page presents itself.
pub async fn config(State(edge): State<Edge>, page: Page) -> Json<WidgetConfig> {
    Json(outbound::config(
        &edge.committer.board(),
        &page.account,
        edge.clock.now(),
    ))
}

/// A new visitor.
pub async fn new_visitor(
    State(edge): State<Edge>,
    page: Page,
    headers: HeaderMap,
    Body(NewVisitor { about }): Body<NewVisitor>,
) -> Result<(StatusCode, Json<VisitorToken>), Failure> {
    let network = page.client.network();
    edge.limits().visitor(page.account.id, network)?;
    let token = Token::random();
    let visitor = ContactId(clock::new_id());
    let facts = said(&edge, page.client, &headers, &about);
    edge.store
        .put_visitor(visitor, page.account.id, token.hash(), &facts)
        .await?;
    let token = token.reveal().to_owned();
    Ok((StatusCode::CREATED, Json(VisitorToken { token })))
}

/// The visitor's newest conversation, as it is now.
pub async fn conversation(
    State(edge): State<Edge>,
    visitor: Visitor,
) -> Result<Json<Snapshot>, Failure> {
    edge.limits().read(visitor.who)?;
    Ok(Json(snapshot(&edge, &visitor).await?.0))
}

/// The same, and how far its lines go.
pub(super) async fn snapshot(
    edge: &Edge,
    visitor: &Visitor,
) -> Result<(Snapshot, Option<Newest>), Failure> {
    let newest = newest(edge, visitor).await?;
    let lines = match &newest {
        Some(newest) => edge.store.messages(newest.row.id, None, LINES).await?,
        None => Vec::new(),
    };
    let head = newest.as_ref().map(|newest| (&newest.row, newest.revision));
    let board = edge.committer.board();
    let snapshot = outbound::snapshot(&board, &visitor.account, head, &lines, edge.clock.now());
    Ok((snapshot, newest))
}

/// A visitor's newest conversation; its last change is the page's revision.
pub(super) struct Newest {
    pub(super) row: Conversation,
    pub(super) revision: u64,
}

pub(super) async fn newest(edge: &Edge, visitor: &Visitor) -> Result<Option<Newest>, Failure> {
    let found = edge
        .store
        .latest_conversation(visitor.account.id, visitor.id)
        .await?;
    Ok(found.map(|(row, revision)| Newest { row, revision }))
}

/// The visitor writes; the answer is durable. The same id again is the same message.
pub async fn message(
    State(edge): State<Edge>,
    visitor: Visitor,
    headers: HeaderMap,
    Body(message): Body<NewMessage>,
) -> Result<Json<Accepted>, Failure> {
    edge.limits().message(visitor.who)?;
    let facts = said(&edge, visitor.client, &headers, &message.about);
    edge.store.see_visitor(visitor.id, &facts).await?;
    let before = newest(&edge, &visitor).await?;
    if !before.as_ref().is_some_and(|newest| newest.row.is_open()) {
        edge.limits().chat(visitor.who)?;
    }
    let id = MessageId(message.id);
    let envelope = inbound::receive(&visitor.account, visitor.id, message, before.is_none())
        .map_err(|invalid| Failure::new(ErrorCode::BadRequest, invalid.to_string()))?;
    commit(&edge, envelope).await?;
    // A repeated message may lie in an older conversation than the newest; one that was deleted since lies nowhere.
    let place = edge.store.place(id, visitor.id).await?;
    let place = place.ok_or_else(Failure::not_found)?;
    Ok(Json(Accepted {
        conversation: place.conversation,
        seq: place.seq,
        revision: place.revision,
    }))
}

/// What the request says of its visitor.
fn said(edge: &Edge, client: Client, headers: &HeaderMap, about: &About) -> VisitorFacts {
    let browser = headers.get(header::USER_AGENT);
    let browser = browser.and_then(|browser| browser.to_str().ok());
    facts::facts((client.0, edge.clock.now()), browser, about)
}

/// The visitor is typing.
pub async fn typing(
    State(edge): State<Edge>,
    visitor: Visitor,
    Body(Nothing {}): Body<Nothing>,
) -> Result<StatusCode, Failure> {
    edge.limits().typing(visitor.who)?;
    if let Some(newest) = newest(&edge, &visitor).await?.filter(|n| n.row.is_open()) {
        let board = edge.committer.board();
        let agents = Audience::of(&board, &newest.row).agents(&board);
        edge.feed.typing_to_agents(newest.row.id, None, &agents);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The visitor has seen what the agent wrote.
pub async fn read(
    State(edge): State<Edge>,
    visitor: Visitor,
    Body(SeenUpTo { up_to }): Body<SeenUpTo>,
) -> Result<StatusCode, Failure> {
    edge.limits().read(visitor.who)?;
    if let Some(newest) = newest(&edge, &visitor).await? {
        let read = inbound::read(&visitor.account, new_id(), newest.row.id, up_to);
        commit(&edge, read).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The visitor ends the conversation. Without an open one there is nothing to do.
pub async fn end(
    State(edge): State<Edge>,
    visitor: Visitor,
    Body(Nothing {}): Body<Nothing>,
) -> Result<StatusCode, Failure> {
    edge.limits().read(visitor.who)?;
    if let Some(newest) = newest(&edge, &visitor).await?.filter(|n| n.row.is_open()) {
        commit(
            &edge,
            inbound::end(&visitor.account, new_id(), newest.row.id),
        )
        .await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The visitor's page was sent every line up to `up_to`.
pub(super) async fn received(
    edge: &Edge,
    visitor: &Visitor,
    conversation: ConversationId,
    up_to: u64,
) -> Result<(), Failure> {
    let received = inbound::received(&visitor.account, new_id(), conversation, up_to);
    commit(edge, received).await.map(|_| ())
}

/// The place of the line it wrote. What the rules refuse is a failure of the request.
async fn commit(edge: &Edge, envelope: Envelope) -> Result<Option<u64>, Failure> {
    edge.metrics().command();
    match edge.committer.submit(envelope).await? {
        CommandResult::Done { seq, .. } => Ok(seq),
        CommandResult::Refused { refusal } => Err(refusal.into()),
    }
}

fn new_id() -> CommandId {
    CommandId(clock::new_id())
}
