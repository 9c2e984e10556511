//! What is known of a visitor, and the list of those who are kept out.

use axum::Json;
use axum::extract::State;
use guichet_domain::{
    Actor, Block, Channel, Command, ContactId, ConversationId, Envelope, Kind, Network, Refusal,
    Right, allows, allows_somewhere,
};
use guichet_protocol::{
    ApiError, BlockCommand, BlockRequest, BlockRow, Blocking, CommandAnswer, CommandResult, Visit,
    VisitorFacts,
};

use super::caller::{Client, SignedIn};
use super::edge::Edge;
use super::failure::Failure;
use super::input::{Body, Named};
use crate::admin::blocks;
use crate::store::Store;

/// Who the visitor is, as far as their browser said, and whether they can be blocked. For whoever may read the
/// conversation.
#[utoipa::path(get, path = "/v1/conversations/{id}/visitor",
    params(("id" = ConversationId, Path, description = "which conversation")),
    responses((status = 200, body = Visit), (status = "4XX", body = ApiError)))]
pub async fn visitor(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Named(id): Named<ConversationId>,
) -> Result<Json<Visit>, Failure> {
    if !edge.store.may_read(signed_in.agent.id, id).await? {
        return Err(Failure::not_found());
    }
    let Some(facts) = facts(&edge, id).await? else {
        return Ok(Json(Visit {
            facts: None,
            others: 0,
            blocking: Blocking::Unknown,
        }));
    };
    let (visitor, facts) = facts;
    let client = Client(facts.address);
    let network = client.network();
    let blocking = if edge.gate.is_protected(network) {
        Blocking::Protected
    } else {
        let block = edge.gate.against(&edge, client, Some(visitor));
        block.map_or(Blocking::Possible, |block| Blocking::Blocked {
            until: block.until,
        })
    };
    Ok(Json(Visit {
        others: edge.store.visitors_beside(visitor, network).await?,
        facts: Some(facts),
        blocking,
    }))
}

/// The visitor of a conversation, where there is one and something is known.
async fn facts(
    edge: &Edge,
    id: ConversationId,
) -> Result<Option<(ContactId, VisitorFacts)>, Failure> {
    let found = edge.store.conversation(id).await?;
    let Some(Kind::Customer {
        channel: Channel::LiveChat,
        contact,
        ..
    }) = found.map(|(conversation, _)| conversation.kind)
    else {
        return Ok(None);
    };
    let facts = edge.store.visitor_facts(contact).await?;
    Ok(facts.map(|facts| (contact, facts)))
}

/// Blocks, newest first, of the departments whose block list the agent sees.
#[utoipa::path(get, path = "/v1/blocks", responses(
    (status = 200, body = Vec<BlockRow>), (status = "4XX", body = ApiError)))]
pub async fn list(
    State(edge): State<Edge>,
    signed_in: SignedIn,
) -> Result<Json<Vec<BlockRow>>, Failure> {
    let agent = &signed_in.agent;
    if !allows_somewhere(agent, Right::Block) {
        return Err(Failure::not_found());
    }
    let seen = |block: &Block| allows(agent, Right::Block, block.department);
    let rows = blocks::rows(&edge, seen).await?;
    Ok(Json(rows))
}

/// Blocks or revokes, once. A refusal is an answer, too.
#[utoipa::path(post, path = "/v1/blocks", request_body = BlockRequest, responses(
    (status = 200, body = CommandAnswer), (status = "4XX", body = ApiError)))]
pub async fn command(
    State(edge): State<Edge>,
    signed_in: SignedIn,
    Body(request): Body<BlockRequest>,
) -> Result<Json<CommandAnswer>, Failure> {
    edge.metrics().command();
    let id = request.id;
    let agent = signed_in.agent.id;
    let network = match request.command {
        BlockCommand::Visitor { conversation, .. } => address_of(&edge, conversation).await?,
        BlockCommand::Network { .. } | BlockCommand::Revoke { .. } => None,
    };
    let command = request.into_domain(network);
    let protected = match &command {
        Command::BlockVisitor {
            conversation,
            network: Some(network),
            ..
        } => {
            let seen = edge.store.may_read(agent, *conversation).await?;
            seen && edge.gate.is_protected(*network)
        }
        Command::BlockNetwork { network, .. } => edge.gate.is_protected(*network),
        _ => false,
    };
    let result = if protected {
        CommandResult::Refused {
            refusal: Refusal::ProtectedAddress,
        }
    } else {
        let actor = Actor::Agent(agent);
        edge.committer
            .submit(Envelope { actor, id, command })
            .await?
    };
    Ok(Json(CommandAnswer { id, result }))
}

async fn address_of(edge: &Edge, id: ConversationId) -> Result<Option<Network>, Failure> {
    let found = facts(edge, id).await?;
    Ok(found.map(|(_, facts)| Client(facts.address).network()))
}
