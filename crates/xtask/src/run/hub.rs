//! The hub of a run: started with its data folder, told to make the demo company, asked for one-time codes.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::Folders;
use super::child::Child;
use super::interrupt::Interrupt;
use crate::{progress, shell};

/// A fresh data folder is migrated first; a kept one may be large.
const PATIENCE: Duration = Duration::from_mins(1);
const ANY_PORT: &str = "127.0.0.1:0";

/// A hub that listens.
pub(crate) struct Hub {
    child: Child,
    program: PathBuf,
    data: PathBuf,
    greeting: Greeting,
}

/// The line it prints once it listens.
#[derive(Deserialize)]
struct Greeting {
    address: String,
    demo: String,
}

/// Somebody of the demo company who sits at the counter.
#[derive(Deserialize)]
pub(crate) struct Agent {
    pub(crate) email: String,
    pub(crate) name: String,
}

#[derive(Deserialize)]
struct Company {
    agents: Vec<Agent>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

impl Hub {
    pub(crate) fn start(program: &Path, folders: &Folders, interrupt: &Interrupt) -> Result<Self> {
        progress::step("starting the hub");
        let remembered = folders.base.join("ports.json");
        let ports = Ports::recall(&remembered);
        let mut command = shell::command(program);
        command.arg("serve").arg("--data").arg(&folders.hub).args([
            "--parent-pipe",
            "--listen",
            &ports.hub,
            "--demo",
            &ports.demo,
        ]);
        let mut child = Child::start_with_input("hub", &mut command, &folders.logs)?;
        let line = child.next_line(PATIENCE, Some(interrupt))?;
        let greeting: Greeting = serde_json::from_str(&line)
            .with_context(|| format!("the hub said `{line}` instead of where it is"))?;
        Ports::of(&greeting).keep(&remembered)?;
        Ok(Self {
            child,
            program: program.to_owned(),
            data: folders.hub.clone(),
            greeting,
        })
    }

    pub(crate) fn address(&self) -> &str {
        &self.greeting.address
    }

    /// The demo shop's page.
    pub(crate) fn demo(&self) -> &str {
        &self.greeting.demo
    }

    /// Makes the demo company when there is none, and says who works there.
    pub(crate) fn demo_company(&self) -> Result<Vec<Agent>> {
        let answer = self.ask("demo", &[])?;
        let company: Company = serde_json::from_str(&answer).context("read the demo company")?;
        anyhow::ensure!(!company.agents.is_empty(), "the demo company has no agents");
        Ok(company.agents)
    }

    /// A code that signs this agent in once, within a minute.
    pub(crate) fn sign_in_code(&self, email: &str) -> Result<String> {
        let answer = self.ask("code", &["--agent", email])?;
        Ok(serde_json::from_str::<Code>(&answer)
            .context("read the sign-in code")?
            .code)
    }

    fn ask(&self, question: &str, arguments: &[&str]) -> Result<String> {
        shell::output(
            shell::command(&self.program)
                .arg(question)
                .arg("--data")
                .arg(&self.data)
                .args(arguments),
        )
    }

    pub(crate) fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.ended()?.is_some())
    }

    pub(crate) fn obituary(&mut self) -> anyhow::Error {
        self.child.obituary()
    }
}

/// The addresses of the last run, so that a browser tab and the app find the hub again.
#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Ports {
    hub: String,
    demo: String,
}

impl Ports {
    /// What was remembered, where it is still free.
    fn recall(file: &Path) -> Self {
        let mut ports = fs::read(file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or(Self {
                hub: ANY_PORT.to_owned(),
                demo: ANY_PORT.to_owned(),
            });
        for port in [&mut ports.hub, &mut ports.demo] {
            if TcpListener::bind(port.as_str()).is_err() {
                ANY_PORT.clone_into(port);
            }
        }
        ports
    }

    fn of(greeting: &Greeting) -> Self {
        Self {
            hub: host_and_port(&greeting.address).to_owned(),
            demo: host_and_port(&greeting.demo).to_owned(),
        }
    }

    fn keep(&self, file: &Path) -> Result<()> {
        fs::write(file, serde_json::to_vec(self)?)
            .with_context(|| format!("write `{}`", file.display()))
    }
}

fn host_and_port(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_remembered_unless_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ports.json");
        let taken = TcpListener::bind(ANY_PORT).expect("a port");
        let free = {
            let listener = TcpListener::bind(ANY_PORT).expect("a port");
            listener.local_addr().expect("an address").to_string()
        };
        let greeting = Greeting {
            address: format!("http://{}", taken.local_addr().expect("an address")),
            demo: format!("http://{free}/demo"),
        };
        Ports::of(&greeting).keep(&file).expect("kept");
        let expected = Ports {
            hub: ANY_PORT.to_owned(),
            demo: free,
        };
        assert_eq!(Ports::recall(&file), expected);
    }
}
