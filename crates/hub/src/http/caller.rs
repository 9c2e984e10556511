//! Who asks.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use guichet_domain::{Agent, Network};

use super::edge::Edge;
use super::failure::Failure;
use crate::access::session;
use crate::access::token::TokenHash;
use crate::limits::address;

/// The client's address, by the rule for trusted proxies.
#[derive(Clone, Copy, Debug)]
pub struct Client(pub IpAddr);

impl Client {
    /// What limits are counted by.
    pub fn network(self) -> Network {
        Network::of(self.0)
    }
}

/// A signed-in agent.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct SignedIn {
    pub agent: Agent,
    pub session: uuid::Uuid,
    pub token: TokenHash,
}

impl FromRequestParts<Edge> for Client {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Failure> {
        let ConnectInfo(peer) = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .ok_or_else(|| Failure::internal("a request without a peer"))?;
        let client = address::client(peer.ip(), &parts.headers, &edge.config.trusted_proxies);
        Ok(Self(client))
    }
}

impl FromRequestParts<Edge> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, edge: &Edge) -> Result<Self, Failure> {
        let token = bearer(&parts.headers).ok_or_else(Failure::unauthorized)?;
        session::find(edge, TokenHash::of(token))
            .await?
            .ok_or_else(Failure::unauthorized)
    }
}

/// The token of the `Authorization` header.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
