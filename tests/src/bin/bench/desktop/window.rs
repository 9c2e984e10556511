//! A program with a window, started and measured. It ends, with all it started, when this is dropped.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

use crate::machine;

/// A window that takes longer is none.
const PATIENCE: Duration = Duration::from_secs(90);

/// A started program, at the head of a process group.
pub(crate) struct Window {
    child: Child,
    group: Pid,
    output: BufReader<ChildStdout>,
    started: Instant,
}

impl Window {
    /// Starts it; `said` is all it gets on stdin.
    pub(super) async fn open(command: &mut Command, said: &str, log: &Path) -> Result<Self> {
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(log)?;
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .process_group(0)
            .spawn()
            .with_context(|| format!("start {command:?}"))?;
        let mut input = child.stdin.take().context("a pipe was asked for")?;
        input.write_all(said.as_bytes()).await?;
        drop(input);
        let output = child.stdout.take().context("a pipe was asked for")?;
        let id = child.id().context("it runs")?.cast_signed();
        Ok(Self {
            group: Pid::from_raw(id).context("a process has a number")?,
            output: BufReader::new(output),
            child,
            started,
        })
    }

    /// Waits until it says that it is ready; how long that took from its start.
    pub(crate) async fn ready(&mut self) -> Result<Duration> {
        let mut line = String::new();
        tokio::time::timeout(PATIENCE, self.output.read_line(&mut line))
            .await
            .context("the window did not get ready")??;
        let took = self.started.elapsed();
        ensure!(line.contains("\"ready\":true"), "the window said `{line}`");
        Ok(took)
    }

    /// Memory of it and all it started, in MB, once that has not grown for a while.
    pub(super) async fn memory(&self) -> Result<f64> {
        const LOOK: Duration = Duration::from_millis(250);
        /// In a row without growth of more than one in a hundred.
        const QUIET: u32 = 8;
        let process = self.child.id().context("it runs")?;
        let (mut most, mut quiet) = (0.0, 0);
        while quiet < QUIET {
            tokio::time::sleep(LOOK).await;
            let now = machine::proportional(process).context("read its memory")?;
            quiet = if now > most * 1.01 { 0 } else { quiet + 1 };
            most = now.max(most);
        }
        Ok(most)
    }

    pub(crate) async fn close(mut self) -> Result<()> {
        kill_process_group(self.group, Signal::KILL)?;
        self.child.wait().await?;
        Ok(())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // Fails when nobody of the group is left.
        let _ = kill_process_group(self.group, Signal::KILL);
    }
}
