//! The program under measurement, in a process of its own.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};

use crate::machine;

/// Rates that the senders never meet: each limit of strangers is by visitor, address and account, and the bench wants
/// the hub to be what ends the rise.
const RATES: &[&str] = &[
    "VISITORS",
    "CHATS",
    "CHATS_BY_ADDRESS",
    "MESSAGES",
    "MESSAGES_BY_ADDRESS",
    "MESSAGES_BY_ACCOUNT",
];

/// Runs until dropped.
pub(super) struct Program {
    pub(super) address: SocketAddr,
    child: Child,
    /// It ends when this closes.
    input: ChildStdin,
}

impl Program {
    /// The hub, behind a proxy that it trusts: the bench.
    pub(super) async fn hub(program: &Path, data: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command
            .args(["serve", "--parent-pipe", "--listen", "127.0.0.1:0"])
            .args(["--trusted-proxy", "127.0.0.0/8", "--data"])
            .arg(data)
            .env("RUST_LOG", "warn");
        for rate in RATES {
            let name = format!("GUICHET_LIMITS__{rate}");
            command.env(name, "1000000/1s burst 1000000");
        }
        Self::start(&mut command).await
    }

    /// The bare stub: this program itself.
    pub(super) async fn stub(data: &Path) -> Result<Self> {
        let own = std::env::current_exe().context("find this program")?;
        Self::start(Command::new(own).arg("stub").arg(data)).await
    }

    async fn start(command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("start {command:?}"))?;
        let input = child.stdin.take().context("a pipe was asked for")?;
        let output = child.stdout.take().context("a pipe was asked for")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).await?;
        let said: serde_json::Value =
            serde_json::from_str(&line).with_context(|| format!("{command:?} said `{line}`"))?;
        let address = said["address"].as_str().unwrap_or_default();
        let address = address
            .trim_start_matches("http://")
            .parse()
            .with_context(|| format!("{command:?} listens on `{address}`"))?;
        Ok(Self {
            address,
            child,
            input,
        })
    }

    /// Processor time used so far.
    pub(super) fn cpu(&self) -> Option<Duration> {
        machine::cpu(self.child.id()?)
    }

    /// Memory in RAM, in MB.
    pub(super) fn resident(&self) -> Option<f64> {
        machine::resident(self.child.id()?)
    }

    /// Asks it to end, and waits until it has.
    pub(super) async fn stop(mut self) -> Result<()> {
        drop(self.input);
        self.child.wait().await?;
        Ok(())
    }
}
