//! A program in the background: its output goes to a log, its first line can be waited for, and it stops when dropped.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::TICK;
use super::interrupt::Interrupt;
use crate::failure::Failure;

/// How long a program may take to stop by itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// A started program.
pub(crate) struct Child {
    name: String,
    process: std::process::Child,
    lines: Receiver<String>,
    log: PathBuf,
}

impl Child {
    /// Starts it without input, in a process group of its own, so that Ctrl-C reaches only us and we stop things in order.
    pub(crate) fn start(name: &str, command: &mut Command, logs: &Path) -> Result<Self> {
        Self::spawn(name, command.stdin(Stdio::null()), logs)
    }

    /// The same with a pipe for its stdin; when that closes, it may end.
    pub(crate) fn start_with_input(name: &str, command: &mut Command, logs: &Path) -> Result<Self> {
        Self::spawn(name, command.stdin(Stdio::piped()), logs)
    }

    fn spawn(name: &str, command: &mut Command, logs: &Path) -> Result<Self> {
        let log = logs.join(format!("{name}.log"));
        let file = File::create(&log).with_context(|| format!("write `{}`", log.display()))?;
        command.stdout(Stdio::piped()).stderr(file);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let mut process = command.spawn().with_context(|| format!("start {name}"))?;
        let stdout = process.stdout.take().context("a pipe was asked for")?;
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                // Nobody may be listening any more; the pipe is drained all the same, so that the program never blocks.
                let _ = sender.send(line);
            }
        });
        Ok(Self {
            name: name.to_owned(),
            process,
            lines,
            log,
        })
    }

    /// Hands it one line on stdin and nothing more.
    pub(crate) fn tell_and_close(&mut self, line: &str) -> Result<()> {
        let mut stdin = self.process.stdin.take().context("stdin is still open")?;
        writeln!(stdin, "{line}").with_context(|| format!("write to {}", self.name))
    }

    /// The next line of its stdout.
    pub(crate) fn next_line(
        &mut self,
        within: Duration,
        interrupt: Option<&Interrupt>,
    ) -> Result<String> {
        let deadline = Instant::now() + within;
        while Instant::now() < deadline {
            match self.lines.recv_timeout(TICK) {
                Ok(line) => return Ok(line),
                Err(RecvTimeoutError::Disconnected) => bail!(self.obituary()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if interrupt.is_some_and(Interrupt::happened) {
                bail!("interrupted");
            }
        }
        Err(self.failed(&format!(
            "{} said nothing for {} s",
            self.name,
            within.as_secs()
        )))
    }

    /// How it ended, if it did.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.process.try_wait()?)
    }

    /// The error for a program that is gone and should not be.
    pub(crate) fn obituary(&mut self) -> anyhow::Error {
        // It closed its stdout a moment before it can be waited for.
        let status = self
            .wait(Duration::from_secs(1))
            .map_or_else(String::new, |status| format!(" ({status})"));
        self.failed(&format!("{} ended{status}", self.name))
    }

    fn failed(&self, what: &str) -> anyhow::Error {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        let tail = lines[lines.len().saturating_sub(15)..].join("\n    ");
        Failure::with_hint(
            format!("{what}; its last words:\n    {tail}"),
            format!("the whole log is {}", self.log.display()),
        )
    }

    fn wait(&mut self, within: Duration) -> Option<ExitStatus> {
        let deadline = Instant::now() + within;
        loop {
            if let Ok(Some(status)) = self.process.try_wait() {
                return Some(status);
            }
            if Instant::now() >= deadline {
                return None;
            }
            thread::sleep(TICK);
        }
    }

    #[cfg(unix)]
    fn signal(&self, kind: rustix::process::Signal) {
        if let Some(group) = i32::try_from(self.process.id())
            .ok()
            .and_then(rustix::process::Pid::from_raw)
        {
            // Fails only when nobody of the group is left.
            let _ = rustix::process::kill_process_group(group, kind);
        }
    }
}

impl Drop for Child {
    /// Closes stdin (the hub ends by that), asks, then insists.
    fn drop(&mut self) {
        if self.process.stdin.take().is_some() && self.wait(PATIENCE).is_some() {
            return;
        }
        #[cfg(unix)]
        {
            self.signal(rustix::process::Signal::TERM);
            if self.wait(PATIENCE).is_none() {
                self.signal(rustix::process::Signal::KILL);
            }
        }
        #[cfg(not(unix))]
        let _ = self.process.kill();
        self.wait(PATIENCE);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, logs: &Path) -> Child {
        Child::start_with_input("script", Command::new("sh").args(["-c", script]), logs)
            .expect("sh starts")
    }

    #[test]
    fn a_line_is_handed_over_and_answered() {
        let logs = tempfile::tempdir().expect("a folder");
        let mut child = shell("read word; echo got $word; sleep 60", logs.path());
        child.tell_and_close("hello").expect("it reads");
        assert_eq!(
            child.next_line(PATIENCE, None).expect("it answers"),
            "got hello"
        );
    }

    #[test]
    fn a_program_that_dies_early_is_quoted() {
        let logs = tempfile::tempdir().expect("a folder");
        let mut child = shell("echo no room >&2; exit 3", logs.path());
        let error = child
            .next_line(PATIENCE, None)
            .expect_err("it died")
            .to_string();
        assert!(
            error.contains("script ended (exit status: 3)") && error.contains("no room"),
            "{error}"
        );
    }

    #[test]
    fn dropping_it_ends_the_whole_group() {
        let logs = tempfile::tempdir().expect("a folder");
        let mut child = shell("sleep 60 & echo $!; wait", logs.path());
        let grandchild = child.next_line(PATIENCE, None).expect("a process id");
        child.tell_and_close("").expect("stdin is open");
        drop(child);
        let deadline = Instant::now() + PATIENCE;
        while fs::read_to_string(format!("/proc/{grandchild}/stat"))
            .is_ok_and(|stat| !stat.contains(") Z "))
        {
            assert!(Instant::now() < deadline, "{grandchild} is still there");
            thread::sleep(TICK);
        }
    }
}
