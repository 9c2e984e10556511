//! `guichet-hub serve`: listens until it is told to stop.

use anyhow::{Context, anyhow};
use serde_json::json;
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use super::{line, print};
use crate::access::token::Token;
use crate::clock::Clock;
use crate::config::Config;
use crate::{Running, start};

/// Serves until a signal, or with `parent_pipe` until the standard input ends.
pub(super) async fn serve(config: Config, parent_pipe: bool) -> anyhow::Result<()> {
    log(config.log_json, "info")?;
    let listener = listen(config.listen).await?;
    let demo = match config.demo {
        Some(address) => Some(listen(address).await?),
        None => None,
    };
    let running = start(config, listener, demo, Clock::system()).await?;
    announce(&running, parent_pipe)?;
    tokio::select! {
        signal = signal() => signal?,
        () = parent_gone(), if parent_pipe => {}
    }
    running.stop().await
}

async fn listen(address: std::net::SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}"))
}

fn announce(running: &Running, parent_pipe: bool) -> anyhow::Result<()> {
    let address = format!("http://{}", running.address);
    let demo = running.demo.map(|demo| format!("http://{demo}/demo"));
    let token = running.setup_token.as_ref().map(Token::reveal);
    if parent_pipe {
        return print(&json!({ "address": address, "demo": demo, "setup_token": token }));
    }
    line(&format!("The hub listens on {address}"))?;
    if let Some(demo) = demo {
        line(&format!("The demo page is {demo}"))?;
    }
    if let Some(token) = token {
        line("There is no agent yet. Set the company up with this token, once:")?;
        line(token)?;
    }
    Ok(())
}

/// Logs go to the standard error, never with a message's text or a secret. `RUST_LOG` says how much.
pub(super) fn log(json: bool, level: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let set = if json {
        builder.json().try_init()
    } else {
        builder.with_ansi(false).try_init()
    };
    set.map_err(|error| anyhow!("cannot log: {error}"))
}

/// The parent holds the other end of the standard input; however it ends, that end closes.
async fn parent_gone() {
    let mut input = tokio::io::stdin();
    let mut ignored = [0_u8; 256];
    while matches!(input.read(&mut ignored).await, Ok(1..)) {}
}

#[cfg(unix)]
async fn signal() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

#[cfg(not(unix))]
async fn signal() -> anyhow::Result<()> {
    tokio::signal::ctrl_c().await.map_err(Into::into)
}
