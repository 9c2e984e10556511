//! The hub that the measured app is signed in at, with conversations in its inbox; and how the windows are started.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use futures_util::future::try_join_all;
use guichet_domain::{
    Actor, AgentId, Command as Asked, CommandId, ContactDetails, ContactId, ConversationId,
    Customer, Envelope, MessageId,
};
use guichet_hub::access::password::Passwords;
use guichet_hub::admin::{self, AdminCommand};
use guichet_hub::clock::new_id;
use guichet_hub::{Clock, Config, Running};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::process::Command;

use super::window::Window;

const EMAIL: &str = "marie@demo.guichet.test";

/// A hub in this process, so that the app's own processes are all that is measured.
pub(crate) struct Hub {
    running: Running,
    profile: PathBuf,
}

impl Hub {
    /// The demo company, with so many conversations that wait for an agent.
    pub(crate) async fn open(folder: &Path, conversations: usize) -> Result<Self> {
        let config = Config {
            data: folder.join("hub"),
            ..Config::default()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let running = guichet_hub::start(config, listener, None, Clock::system()).await?;
        admin::run(&running.hub, &Passwords::new()?, AdminCommand::Demo).await?;
        try_join_all((0..conversations).map(|number| question(&running, number))).await?;
        Ok(Self {
            running,
            profile: folder.join("app"),
        })
    }

    /// The app, with nothing of before.
    pub(crate) async fn sign_in(&self, program: &Path, log: &Path) -> Result<Window> {
        let email = EMAIL.to_owned();
        let asked = AdminCommand::Code { email };
        let answer = admin::run(&self.running.hub, &Passwords::new()?, asked).await?;
        let hub = self.address();
        let said = json!({ "hub": hub, "code": answer["code"] }).to_string();
        let mut command = self.app(program);
        command.args(["--sign-in-from", "-"]);
        Window::open(&mut command, &format!("{said}\n"), log).await
    }

    /// The app, signed in as it was left.
    pub(super) async fn start(&self, program: &Path, log: &Path) -> Result<Window> {
        Window::open(&mut self.app(program), "", log).await
    }

    /// What the app is told as `--data-dir`.
    pub(crate) fn profile(&self) -> &Path {
        &self.profile
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.running.address)
    }

    /// Who is signed in.
    pub(crate) fn agent(&self) -> Result<AgentId> {
        let board = self.running.hub.committer.board();
        let marie = board
            .agents
            .values()
            .find(|agent| agent.name.starts_with("Marie"));
        marie.map(|agent| agent.id).context("the demo's agent")
    }

    fn app(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .args(["--announce", "--profile", "bench", "--data-dir"])
            .arg(&self.profile);
        command
    }

    pub(crate) async fn close(self) -> Result<()> {
        self.running.stop().await
    }
}

/// The window that the app is compared with.
pub(super) async fn empty(program: &Path, log: &Path) -> Result<Window> {
    Window::open(&mut Command::new(program), "", log).await
}

/// A visitor writes their first message.
async fn question(running: &Running, number: usize) -> Result<()> {
    let board = running.hub.committer.board();
    let account = board.accounts.keys().next().context("the demo account")?;
    let id = new_id();
    let envelope = Envelope {
        actor: Actor::Customer(*account),
        id: CommandId(id),
        command: Asked::Receive {
            account: *account,
            customer: Customer {
                contact: ContactId(new_id()),
                details: ContactDetails {
                    name: Some(format!("Camille Martin {number}")),
                    ..ContactDetails::default()
                },
            },
            message: MessageId(id),
            opens: ConversationId(new_id()),
            text: format!("Bonjour, où est ma commande {number} ?"),
        },
    };
    running.hub.committer.submit(envelope).await?;
    Ok(())
}
