//! What an agent's app does: commands, signs of life, typing.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet_domain::{Actor, Audience, ConversationId, Envelope, Kind};
use guichet_protocol::{AgentLoad, ApiError, CommandAnswer, CommandRequest};
use serde::Deserialize;
use utoipa::ToSchema;

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::input::Body;
use crate::feed::VisitorHint;
use crate::store::Store;

/// Carries a command out, once. A refusal is an answer, too.
#[utoipa::path(post, path = "/v1/commands", request_body = CommandRequest, responses(
    (status = 200, body = CommandAnswer), (status = "4XX", body = ApiError)))]
pub async fn command(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(request): Body<CommandRequest>,
) -> Result<Json<CommandAnswer>, Failure> {
    edge.metrics().command();
    let id = request.id;
    let envelope = Envelope {
        actor: Actor::Agent(signed_in.agent.id),
        id,
        command: request.into_domain(),
    };
    let result = edge.committer.submit(envelope).await?;
    Ok(Json(CommandAnswer { id, result }))
}

/// The app is there. To be said every 20 s: the hub cannot see a dead connection.
#[utoipa::path(post, path = "/v1/alive", responses(
    (status = 204), (status = "4XX", body = ApiError)))]
pub async fn alive(State(edge): State<Edge>, signed_in: SignedIn) -> Result<StatusCode, Failure> {
    edge.presence.alive(signed_in.agent.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How busy each colleague is, for who hands a conversation on. A number, nothing of the conversations.
#[utoipa::path(get, path = "/v1/loads", responses(
    (status = 200, body = Vec<AgentLoad>), (status = "4XX", body = ApiError)))]
pub async fn loads(State(edge): State<Edge>, _: SignedIn) -> Result<Json<Vec<AgentLoad>>, Failure> {
    Ok(Json(edge.store.loads().await?))
}

/// Where the agent is typing.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TypingIn {
    pub conversation: ConversationId,
}

/// The owner is typing, and the visitor is told; or a colleague, and the other members are.
#[utoipa::path(post, path = "/v1/typing", request_body = TypingIn, responses(
    (status = 204), (status = "4XX", body = ApiError)))]
pub async fn typing(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(TypingIn { conversation }): Body<TypingIn>,
) -> Result<StatusCode, Failure> {
    let agent = signed_in.agent;
    let found = edge.store.conversation(conversation).await?;
    let board = edge.committer.board();
    let held = found
        .map(|(conversation, _)| conversation)
        .filter(|conversation| Audience::of(&board, conversation).contains(&board, agent.id))
        .ok_or_else(Failure::not_found)?;
    if matches!(held.kind, Kind::Internal(_)) {
        let mut others = Audience::of(&board, &held).agents(&board);
        others.retain(|other| *other != agent.id);
        edge.feed
            .typing_to_agents(conversation, Some(agent.id), &others);
    } else if let (true, Some(contact)) = (held.owner() == Some(agent.id), held.point()) {
        let hint = VisitorHint::Typing { agent: agent.name };
        edge.feed.visitors().hint(contact, hint);
    }
    Ok(StatusCode::NO_CONTENT)
}
