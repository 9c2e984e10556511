//! Templates: what an app does with them, and how often each was inserted.

use axum::Json;
use axum::extract::State;
use guichet_domain::{Actor, Envelope, Right, allows_somewhere};
use guichet_protocol::{ApiError, CommandAnswer, TemplateRequest, TemplateUses};

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::input::Body;
use crate::store::Store;

/// Carries a command out, once. A refusal is an answer, too.
#[utoipa::path(post, path = "/v1/templates", request_body = TemplateRequest, responses(
    (status = 200, body = CommandAnswer), (status = "4XX", body = ApiError)))]
pub async fn command(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(request): Body<TemplateRequest>,
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

/// How often each template was inserted, of those that ever were. For who manages some.
#[utoipa::path(get, path = "/v1/templates/uses", responses(
    (status = 200, body = Vec<TemplateUses>), (status = "4XX", body = ApiError)))]
pub async fn uses(
    State(edge): State<Edge>,
    signed_in: SignedIn,
) -> Result<Json<Vec<TemplateUses>>, Failure> {
    if !allows_somewhere(&signed_in.agent, Right::ManageTemplates) {
        return Err(Failure::not_found());
    }
    Ok(Json(edge.store.template_uses().await?))
}
