//! The hub's program, which can be killed and started again where it was.

use std::path::{Path, PathBuf};

use guichet_tests::visitor::PROXY;
use serde::Deserialize;
use tokio::process::Command;

use guichet_tests::drive::program::Program;

/// A hub with the demo company and the demo shop.
pub(crate) struct Hub {
    program: PathBuf,
    folder: PathBuf,
    logs: PathBuf,
    address: String,
    demo: String,
    running: Option<Program>,
}

#[derive(Deserialize)]
struct Greeting {
    address: String,
    demo: String,
}

/// Somebody of the demo company.
#[derive(Deserialize)]
pub(crate) struct Colleague {
    pub(crate) email: String,
    pub(crate) password: String,
}

impl Hub {
    /// Starts it on free ports, in `folder`.
    pub(crate) async fn start(program: PathBuf, folder: &Path, logs: &Path) -> Self {
        let mut hub = Self {
            program,
            folder: folder.to_owned(),
            logs: logs.to_owned(),
            address: "http://127.0.0.1:0".to_owned(),
            demo: "http://127.0.0.1:0/demo".to_owned(),
            running: None,
        };
        hub.restart().await;
        hub
    }

    /// Starts it at the addresses it had.
    pub(crate) async fn restart(&mut self) {
        let mut command = Command::new(&self.program);
        command
            .args(["serve", "--parent-pipe", "--data"])
            .arg(&self.folder)
            .args(["--listen", host_and_port(&self.address)])
            .args(["--demo", host_and_port(&self.demo)])
            .args(["--trusted-proxy", PROXY]);
        let mut running = Program::start("hub", &mut command, &self.logs);
        let line = running.first_line().await;
        let greeting: Greeting = serde_json::from_str(&line)
            .unwrap_or_else(|_| panic!("the hub said `{line}`, see {}", self.logs.display()));
        self.address = greeting.address;
        self.demo = greeting.demo;
        self.running = Some(running);
    }

    pub(crate) async fn kill(&mut self) {
        self.running.take().expect("it runs").kill().await;
    }

    /// Where the agents' apps find it.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The shop's page with the widget.
    pub(crate) fn demo(&self) -> &str {
        &self.demo
    }

    /// Somebody more, with a role of the whole company.
    pub(crate) async fn add(&self, name: &str, email: &str, role: &str) -> Colleague {
        #[derive(Deserialize)]
        struct Added {
            password: String,
        }
        let output = Command::new(&self.program)
            .args(["agent", "add", "--data"])
            .arg(&self.folder)
            .args(["--name", name, "--email", email, "--role", role])
            .output()
            .await
            .expect("the hub's program starts");
        assert!(output.status.success(), "nobody is added: {output:?}");
        let added: Added = serde_json::from_slice(&output.stdout).expect("an agent");
        Colleague {
            email: email.to_owned(),
            password: added.password,
        }
    }

    /// The demo company's people, made when there are none.
    pub(crate) async fn colleagues(&self) -> Vec<Colleague> {
        #[derive(Deserialize)]
        struct Company {
            agents: Vec<Colleague>,
        }
        let output = Command::new(&self.program)
            .args(["demo", "--data"])
            .arg(&self.folder)
            .output()
            .await
            .expect("the hub's program starts");
        assert!(output.status.success(), "no demo company: {output:?}");
        let company: Company = serde_json::from_slice(&output.stdout).expect("a company");
        company.agents
    }
}

fn host_and_port(address: &str) -> &str {
    let (_, rest) = address.split_once("://").expect("an address");
    rest.split('/').next().unwrap_or(rest)
}
