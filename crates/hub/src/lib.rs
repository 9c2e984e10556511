#![doc = include_str!("../README.md")]

pub mod access;
pub mod admin;
pub mod cli;
pub mod clock;
pub mod committer;
pub mod config;
pub mod configure;
pub mod connectors;
pub mod erasures;
pub mod feed;
pub mod http;
pub mod hub;
pub mod jobs;
pub mod limits;
pub mod photo;
pub mod presence;
pub mod router;
pub mod running;
pub mod store;
pub mod working_set;

use std::future::Future;

use tokio::net::TcpListener;

pub use clock::Clock;
pub use config::Config;
pub use running::{Running, start};

/// Runs a hub in the configured data folder until `shutdown`, then lets what is under way end. `demo` is where the
/// demo page listens, if at all.
pub async fn run(
    config: Config,
    listener: TcpListener,
    demo: Option<TcpListener>,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let running = start(config, listener, demo, Clock::system()).await?;
    shutdown.await;
    running.stop().await
}
