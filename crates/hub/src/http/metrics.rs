//! The hub's own counters, as Prometheus reads them.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::StatusCode;

/// Counts since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    commands: AtomicU64,
    sign_ins: AtomicU64,
    sign_in_failures: AtomicU64,
    panics: AtomicU64,
    /// By the first digit of the status.
    requests: [AtomicU64; 6],
    visitor_streams: Arc<AtomicU64>,
}

/// A stream, counted until dropped.
pub struct Counted(Arc<AtomicU64>);

impl Metrics {
    /// A command was submitted.
    pub fn command(&self) {
        self.commands.fetch_add(1, Ordering::Relaxed);
    }

    /// Somebody tried to sign in.
    pub fn sign_in(&self, succeeded: bool) {
        let counter = if succeeded {
            &self.sign_ins
        } else {
            &self.sign_in_failures
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// A route panicked.
    pub fn panic(&self) {
        self.panics.fetch_add(1, Ordering::Relaxed);
    }

    /// A request was answered.
    pub fn request(&self, status: StatusCode) {
        if let Some(class) = self.requests.get(usize::from(status.as_u16() / 100)) {
            class.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// A visitor's stream began.
    pub fn visitor_stream(&self) -> Counted {
        self.visitor_streams.fetch_add(1, Ordering::Relaxed);
        Counted(Arc::clone(&self.visitor_streams))
    }

    /// All of them; `change` is the number of the last change, `agent_streams` how many agents' apps listen.
    pub fn text(&self, change: u64, agent_streams: usize) -> String {
        let mut text = String::new();
        let get = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        for (name, kind, help, value) in [
            (
                "guichet_change",
                "counter",
                "The last change of the company.",
                change,
            ),
            (
                "guichet_commands_total",
                "counter",
                "Commands submitted by agents and visitors.",
                get(&self.commands),
            ),
            (
                "guichet_sign_ins_total",
                "counter",
                "Agents who signed in.",
                get(&self.sign_ins),
            ),
            (
                "guichet_sign_in_failures_total",
                "counter",
                "Sign-ins that failed.",
                get(&self.sign_in_failures),
            ),
            (
                "guichet_panics_total",
                "counter",
                "Requests that ended in a fault of the hub.",
                get(&self.panics),
            ),
            (
                "guichet_agent_streams",
                "gauge",
                "Open streams of agents' apps.",
                agent_streams as u64,
            ),
            (
                "guichet_visitor_streams",
                "gauge",
                "Open streams of visitors.",
                get(&self.visitor_streams),
            ),
        ] {
            let _ = writeln!(
                text,
                "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}"
            );
        }
        text.push_str("# HELP guichet_requests_total Requests answered, by class of status.\n");
        text.push_str("# TYPE guichet_requests_total counter\n");
        for (class, counter) in self.requests.iter().enumerate().skip(1) {
            let _ = writeln!(
                text,
                "guichet_requests_total{{class=\"{class}xx\"}} {}",
                get(counter)
            );
        }
        text
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_counts_while_it_lives_and_requests_count_by_class() {
        let metrics = Metrics::default();
        metrics.request(StatusCode::NOT_FOUND);
        let stream = metrics.visitor_stream();
        let text = metrics.text(7, 2);
        for line in [
            "guichet_change 7",
            "guichet_agent_streams 2",
            "guichet_visitor_streams 1",
            "guichet_requests_total{class=\"4xx\"} 1",
            "guichet_requests_total{class=\"2xx\"} 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        drop(stream);
        assert!(metrics.text(7, 2).contains("guichet_visitor_streams 0"));
    }
}
