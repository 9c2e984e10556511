//! What the system says about a process. Linux only; elsewhere the figures that need it are left out.

use std::fs;
use std::time::Duration;

/// The kernel counts processor time in hundredths of a second, whatever its own tick is.
const TICKS: u64 = 100;

/// Lets this program, and those it starts, open as many files and connections as the system allows at all: a shell
/// allows a thousand by itself, which is how many listen.
#[cfg(unix)]
pub(crate) fn many_connections() -> std::io::Result<()> {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    Ok(setrlimit(Resource::Nofile, limit)?)
}

#[cfg(not(unix))]
pub(crate) fn many_connections() -> std::io::Result<()> {
    Ok(())
}

/// Processor time a process has used so far, in user and kernel.
pub(crate) fn cpu(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in parentheses may contain anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let kernel: u64 = fields.next()?.parse().ok()?;
    Some(Duration::from_millis((user + kernel) * 1000 / TICKS))
}

/// Memory of a process that is in RAM, in MB.
pub(crate) fn resident(process: u32) -> Option<f64> {
    field(&format!("/proc/{process}/status"), "VmRSS:")
}

/// Memory of a process and all it started, each page divided by how many processes share it, in MB.
pub(crate) fn proportional(root: u32) -> Option<f64> {
    tree(root)
        .into_iter()
        .map(|process| field(&format!("/proc/{process}/smaps_rollup"), "Pss:"))
        .sum()
}

/// The process and its descendants.
fn tree(root: u32) -> Vec<u32> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(process) = found.get(next).copied() {
        next += 1;
        // One thread may have started what another did not.
        for thread in fs::read_dir(format!("/proc/{process}/task"))
            .into_iter()
            .flatten()
            .flatten()
        {
            let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            found.extend(
                children
                    .split_whitespace()
                    .filter_map(|id| id.parse::<u32>().ok()),
            );
        }
    }
    found
}

/// A field that the kernel gives in kB, in MB.
#[expect(
    clippy::cast_precision_loss,
    reason = "memory sizes are far below 2^52 kB"
)]
fn field(file: &str, name: &str) -> Option<f64> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    let kb: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kb as f64 * 1024.0 / 1_000_000.0)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_process_uses_time_and_memory() {
        let own = std::process::id();
        assert!(cpu(own).is_some());
        let (resident, proportional) = (resident(own), proportional(own));
        assert!(resident.is_some_and(|mb| mb > 1.0));
        assert!(proportional.is_some_and(|mb| mb > 0.5));
    }
}
