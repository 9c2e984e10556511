//! The hub's program on its folder and port, to be killed and started again.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use guichet_tests::visitor::PROXY;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};

/// Visitors write faster here than anybody is allowed to.
const OFTEN: &str = "1000000/1s burst 1000000";

/// A hub.
pub(super) struct Program {
    file: PathBuf,
    data: PathBuf,
    pub(super) address: String,
    running: Option<(Child, ChildStdin)>,
}

impl Program {
    /// Starts it on a free port.
    pub(super) async fn start(data: &Path) -> Self {
        let file = std::env::var_os("GUICHET_HUB");
        let file = file.expect("GUICHET_HUB names the hub's program, as `cargo xtask test` does");
        let mut program = Self {
            file: file.into(),
            data: data.to_owned(),
            address: "http://127.0.0.1:0".to_owned(),
            running: None,
        };
        program.restart().await;
        program
    }

    /// Starts it where it was.
    pub(super) async fn restart(&mut self) {
        let listen = self.address.trim_start_matches("http://").to_owned();
        let mut child = self
            .command("serve")
            .args([
                "--parent-pipe",
                "--listen",
                &listen,
                "--trusted-proxy",
                PROXY,
            ])
            .env("GUICHET_LIMITS__MESSAGES", OFTEN)
            .env("GUICHET_LIMITS__MESSAGES_BY_ADDRESS", OFTEN)
            .env("GUICHET_LIMITS__MESSAGES_BY_ACCOUNT", OFTEN)
            .env("RUST_LOG", "error")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the hub's program starts");
        let stdin = child.stdin.take().expect("a pipe");
        let stdout = child.stdout.take().expect("a pipe");
        let mut lines = BufReader::new(stdout).lines();
        let line = lines.next_line().await.expect("reads").expect("a greeting");
        let greeting: Value = serde_json::from_str(&line).expect("json");
        greeting["address"]
            .as_str()
            .expect("an address")
            .clone_into(&mut self.address);
        self.running = Some((child, stdin));
    }

    /// SIGKILL.
    pub(super) async fn kill(&mut self) {
        let (mut child, _stdin) = self.running.take().expect("it runs");
        child.kill().await.expect("is killed");
    }

    /// Asks by the command line; answers what it prints.
    pub(super) async fn ask(&self, question: &str, arguments: &[&str]) -> Value {
        let output = self.command(question).args(arguments).output().await;
        let output = output.expect("the hub's program starts");
        assert!(output.status.success(), "{question}: {output:?}");
        serde_json::from_slice(&output.stdout).expect("json")
    }

    fn command(&self, what: &str) -> Command {
        let mut command = Command::new(&self.file);
        command.arg(what).arg("--data").arg(&self.data);
        command
    }
}
