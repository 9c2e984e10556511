//! A question to the hub that holds the data folder; where none does, this program holds it for a moment.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::folder::{Folder, Holder};
use crate::access::password::Passwords;
use crate::admin::{self, AdminCommand};
use crate::clock::Clock;
use crate::config::Config;
use crate::hub::Hub;

/// A hub that holds the folder but does not listen yet is starting; another program is about to be done.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks, and answers what the hub answered.
pub(super) async fn ask(config: Config, command: AdminCommand) -> anyhow::Result<Value> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(folder) = Folder::take(&config.data)? {
            return here(config, folder, command).await;
        }
        if let Some(holder) = Holder::of(&config.data)? {
            return there(&holder, &command).await;
        }
        if Instant::now() > deadline {
            bail!("a program holds the data folder but does not answer");
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn here(config: Config, folder: Folder, command: AdminCommand) -> anyhow::Result<Value> {
    let stop = CancellationToken::new();
    let hub = Hub::open(config, Clock::system(), stop.clone())
        .await
        .context("cannot open the data folder")?;
    let answer = admin::run(&hub, &Passwords::new()?, command).await;
    stop.cancel();
    drop(hub);
    drop(folder);
    answer
}

async fn there(holder: &Holder, command: &AdminCommand) -> anyhow::Result<Value> {
    // Fails when one was installed before, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder()
        .no_proxy()
        .timeout(Duration::from_mins(1))
        .build()?;
    let mut address = holder.address;
    if address.ip().is_unspecified() {
        // It listens everywhere: also on this machine.
        address.set_ip(match address.ip() {
            std::net::IpAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            std::net::IpAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    let answer = client
        .post(format!("http://{address}/v1/admin/command-line"))
        .bearer_auth(&holder.token)
        .json(command)
        .send()
        .await
        .context("the hub that holds the data folder does not answer")?;
    let succeeded = answer.status().is_success();
    let body: Value = answer
        .json()
        .await
        .context("the hub's answer is unreadable")?;
    if succeeded {
        return Ok(body);
    }
    match body.get("detail").and_then(Value::as_str) {
        Some(detail) => bail!("{detail}"),
        None => bail!("the hub refused"),
    }
}
