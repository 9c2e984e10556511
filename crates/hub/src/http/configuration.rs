//! What administrators do with the company.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet_domain::{
    Account, AccountId, Actor, AgentId, Command, CommandId, Envelope, Right, Route, allows,
};
use guichet_protocol::{
    ApiError, CommandAnswer, CommandResult, ConfigurationRequest, Installation, Invitation,
};

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::input::{Body, Named};
use crate::access::invitation;
use crate::clock;
use crate::configure::configure;

/// Carries a command out, once. A refusal is an answer, too.
#[utoipa::path(post, path = "/v1/configuration", request_body = ConfigurationRequest, responses(
    (status = 200, body = CommandAnswer), (status = "4XX", body = ApiError)))]
pub async fn command(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(request): Body<ConfigurationRequest>,
) -> Result<Json<CommandAnswer>, Failure> {
    edge.metrics().command();
    let id = request.id;
    let actor = Actor::Agent(signed_in.agent.id);
    let result = configure(&edge, actor, request).await?;
    Ok(Json(CommandAnswer { id, result }))
}

/// A link by which an agent chooses a password. The one made before is worth nothing any more.
#[utoipa::path(post, path = "/v1/agents/{id}/invitation",
    params(("id" = AgentId, Path, description = "which agent")),
    responses((status = 201, body = Invitation), (status = "4XX", body = ApiError)))]
pub async fn invite(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(agent): Named<AgentId>,
) -> Result<(StatusCode, Json<Invitation>), Failure> {
    let envelope = Envelope {
        actor: Actor::Agent(signed_in.agent.id),
        id: CommandId(clock::new_id()),
        command: Command::Invite { agent },
    };
    // Whom one may not let in is not told from whom there is not.
    let CommandResult::Done { .. } = edge.committer.submit(envelope).await? else {
        return Err(Failure::not_found());
    };
    let made = invitation::invite(edge.hub(), agent, &edge.own().base).await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Which of an account's sites show its widget: those that asked for it, the last first.
#[utoipa::path(get, path = "/v1/accounts/{id}/installations",
    params(("id" = AccountId, Path, description = "which account")),
    responses((status = 200, body = Vec<Installation>), (status = "4XX", body = ApiError)))]
pub async fn installations(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(id): Named<AccountId>,
) -> Result<Json<Vec<Installation>>, Failure> {
    let board = edge.committer.board();
    let department = |account: &Account| match account.route {
        Route::Queue(queue) => board.queues.get(&queue)?.department,
        Route::Agent(_) => None,
    };
    let may = |account: &&Account| allows(&signed_in.agent, Right::Configure, department(account));
    let account = board.accounts.get(&id).filter(may);
    let account = account.ok_or_else(Failure::not_found)?;
    Ok(Json(edge.store.installations(account.id).await?))
}
