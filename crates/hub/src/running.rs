//! A hub that runs: its parts put together, its doors open.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use axum::Router;
use tokio::net::TcpListener;
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

use crate::access::setup;
use crate::access::token::Token;
use crate::cli::folder::Folder;
use crate::clock::Clock;
use crate::config::Config;
use crate::erasures;
use crate::http::edge::{Edge, Origins};
use crate::http::{demo, serve::serve};
use crate::hub::Hub;
use crate::jobs::{retention, timers};
use crate::router::router;

/// A running hub; stops when dropped, in order with [`Running::stop`].
#[allow(missing_docs)]
pub struct Running {
    pub address: SocketAddr,
    pub demo: Option<SocketAddr>,
    /// While the company has no agent.
    pub setup_token: Option<Token>,
    pub hub: Arc<Hub>,
    closing: CancellationToken,
    doors: TaskTracker,
    /// In the order of their end: the doors, then the hub, then the hold on the folder.
    _close: DropGuard,
    _stop: DropGuard,
    _folder: Folder,
}

/// Starts a hub. It answers from when this returns.
pub async fn start(
    config: Config,
    listener: TcpListener,
    demo: Option<TcpListener>,
    clock: Clock,
) -> anyhow::Result<Running> {
    config.check()?;
    let folder = Folder::take(&config.data)?.with_context(|| {
        let data = config.data.display();
        format!("another program holds the data folder `{data}`")
    })?;
    let stop = CancellationToken::new();
    let stop_guard = stop.clone().drop_guard();
    let hub = Arc::new(
        Hub::open(config, clock, stop)
            .await
            .context("cannot open the data folder")?,
    );
    erasures::apply(&hub).await?;
    let setup_token = setup::prepare(&hub).await?;
    let address = listener.local_addr()?;
    let demo_address = demo.as_ref().map(TcpListener::local_addr).transpose()?;
    let own = Origins::new(hub.config.public_url.as_ref(), address);
    let admin = Token::random();
    let closing = CancellationToken::new();
    let edge = Edge::new(
        hub.clone(),
        own,
        admin.clone(),
        closing.clone(),
        demo_address,
    )?;
    demo::allow(&edge).await?;

    let doors = TaskTracker::new();
    open(&doors, &hub, listener, router(&edge), &closing);
    if let Some(listener) = demo {
        open(&doors, &hub, listener, demo::router(&edge), &closing);
    }
    doors.spawn(retention::run(edge));
    let (due, until) = (hub.clone(), closing.clone());
    doors.spawn(async move { timers::run(&due, until).await });
    folder.announce(address, &admin)?;
    tracing::info!(%address, "listening");
    if !address.ip().is_loopback() && hub.config.public_url.is_none() {
        tracing::warn!("reachable by others, but `public_url` does not say under which name");
    }
    Ok(Running {
        address,
        demo: demo_address,
        setup_token,
        hub,
        doors,
        _close: closing.clone().drop_guard(),
        closing,
        _stop: stop_guard,
        _folder: folder,
    })
}

fn open(
    doors: &TaskTracker,
    hub: &Arc<Hub>,
    listener: TcpListener,
    router: Router,
    closing: &CancellationToken,
) {
    let (hub, closing) = (hub.clone(), closing.clone());
    doors.spawn(async move { serve(listener, router, &hub.config, closing).await });
}

impl Running {
    /// Closes the doors, waits for what is under way, stops the hub.
    pub async fn stop(self) -> anyhow::Result<()> {
        tracing::info!("stopping");
        self.closing.cancel();
        self.doors.close();
        self.doors.wait().await;
        self.hub.stop.cancel();
        self.hub.store.close().await?;
        Ok(())
    }
}
