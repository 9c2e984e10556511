//! For who runs the hub: does it live, what does it do, what does it speak.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;

use super::admin::is_admin;
use super::edge::Edge;
use super::failure::Failure;
use crate::store::Store;

/// 200 while the store can be read.
pub async fn health(State(edge): State<Edge>) -> Result<&'static str, Failure> {
    edge.store.head().await?;
    Ok("ok\n")
}

/// Counters. For this machine, or with the token of the data folder; to anybody else there is nothing here.
pub async fn metrics(
    State(edge): State<Edge>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Failure> {
    let forwarded = headers.contains_key("x-forwarded-for") || headers.contains_key("forwarded");
    let local = peer.ip().to_canonical().is_loopback() && !forwarded;
    if !local && !is_admin(&edge, &headers) {
        return Err(Failure::not_found());
    }
    let head = edge.store.head().await?;
    let text = edge.metrics().text(head.change, edge.feed.listener_count());
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text))
}
