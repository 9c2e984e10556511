//! A program in the background, with its log in a file. It ends, with all it started, when this is dropped.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// A started program, at the head of a process group.
pub struct Program {
    child: Child,
    group: Pid,
    output: Option<ChildStdout>,
    /// Kept open: the hub ends when it closes.
    _input: Option<ChildStdin>,
}

impl Program {
    /// Starts it; what it says on stderr goes to a file called after it in `logs`.
    pub fn start(name: &str, command: &mut Command, logs: &Path) -> Self {
        let log = File::options()
            .create(true)
            .append(true)
            .open(logs.join(format!("{name}.log")))
            .expect("a log");
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        let id = child.id().expect("it runs").cast_signed();
        Self {
            output: child.stdout.take(),
            _input: child.stdin.take(),
            child,
            group: Pid::from_raw(id).expect("a process has a number"),
        }
    }

    /// Its number among the processes.
    pub fn process(&self) -> i32 {
        self.group.as_raw_nonzero().get()
    }

    /// The first line that it prints.
    pub async fn first_line(&mut self) -> String {
        let output = self.output.take().expect("read once");
        let mut line = String::new();
        BufReader::new(output)
            .read_line(&mut line)
            .await
            .expect("it speaks");
        line
    }

    /// SIGKILL, and nothing of it is left.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it ran");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Fails only when nobody of the group is left.
        let _ = kill_process_group(self.group, Signal::KILL);
    }
}
