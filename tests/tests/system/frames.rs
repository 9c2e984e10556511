//! The same caches, kept by pushed frames of which some are lost, doubled or out of order.

use std::pin::Pin;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use guichet_domain::{Actor, Command, Department, DepartmentId};
use guichet_protocol::{Cursor, Delta};
use proptest::prelude::*;
use uuid::Uuid;

use crate::core::Core;
use crate::deltas::{conversations, equals_snapshot, run};
use crate::history::{self, AGENTS, Step};
use crate::reader::Reader;

/// What happens to a frame on its way.
#[derive(Clone, Copy, Debug)]
enum Way {
    Arrives,
    IsLost,
    ArrivesTwice,
    WaitsForTheNext,
}

#[test]
fn a_cache_kept_by_frames_equals_a_fresh_snapshot_whatever_happens_to_them() {
    let ways = prop::collection::vec(
        prop_oneof![
            6 => Just(Way::Arrives),
            1 => Just(Way::IsLost),
            1 => Just(Way::ArrivesTwice),
            1 => Just(Way::WaitsForTheNext),
        ],
        8,
    );
    run(12, (history::steps(60), ways), |(steps, ways)| async move {
        listen(&steps, &ways).await
    });
}

async fn listen(steps: &[Step], ways: &[Way]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let core = Core::open(folder.path()).await;
    history::found(&core).await;
    let mut listeners = Vec::new();
    for n in 0..AGENTS {
        let mut reader = Reader::new(history::agent(n));
        reader.pull(&core).await;
        listeners.push(Listener::new(reader, &core));
    }
    let mut barrier = 0;
    for step in steps {
        match step {
            Step::Truncate | Step::BackUp | Step::Restore { .. } => {}
            Step::Pull { agent } => {
                barrier += 1;
                let listener = &mut listeners[usize::from(agent % AGENTS)];
                listener.settle(&core, barrier, ways).await;
                equals_snapshot(&core, &listener.reader).await?;
            }
            command => {
                let known = conversations(&core).await;
                history::carry_out(&core, &known, command).await;
            }
        }
    }
    for listener in &mut listeners {
        barrier += 1;
        listener.settle(&core, barrier, ways).await;
        equals_snapshot(&core, &listener.reader).await?;
    }
    Ok(())
}

struct Listener {
    reader: Reader,
    frames: Pin<Box<dyn Stream<Item = Bytes> + Send>>,
    waiting: Option<Delta>,
    seen: usize,
}

impl Listener {
    fn new(reader: Reader, core: &Core) -> Self {
        let cursor = reader.cursor.clone().expect("pulled before");
        let frames = Box::pin(open(core, &reader, cursor));
        Self {
            reader,
            frames,
            waiting: None,
            seen: 0,
        }
    }

    /// Reads frames until one that carries a change everybody holds; then whatever was lost is pulled.
    async fn settle(&mut self, core: &Core, barrier: u128, ways: &[Way]) {
        let department = Department {
            id: DepartmentId(Uuid::from_u128(0x300)),
            name: format!("barrier {barrier}"),
        };
        core.submit(Actor::Hub, Command::PutDepartment { department })
            .await;
        let head = guichet_hub::feed::head(&*core.store).await.expect("head");
        loop {
            match self.frames.next().await.map(|frame| parse(&frame)) {
                // The stream ended, or asks to pull: catch up, and listen from there.
                None | Some(None) => {
                    self.reader.pull(core).await;
                    let cursor = self.reader.cursor.clone().expect("pulled");
                    self.waiting = None;
                    self.frames = Box::pin(open(core, &self.reader, cursor));
                    if self
                        .reader
                        .cursor
                        .as_ref()
                        .is_some_and(|c| c.change >= head.change)
                    {
                        return;
                    }
                }
                Some(Some(delta)) => {
                    let last = delta.to.change >= head.change;
                    let way = if last {
                        Way::Arrives
                    } else {
                        ways[self.seen % ways.len()]
                    };
                    self.seen += 1;
                    self.deliver(core, delta, way).await;
                    if last {
                        self.flush(core).await;
                        return;
                    }
                }
            }
        }
    }

    async fn deliver(&mut self, core: &Core, delta: Delta, way: Way) {
        match way {
            Way::IsLost => {}
            Way::WaitsForTheNext if self.waiting.is_none() => self.waiting = Some(delta),
            Way::ArrivesTwice => {
                self.apply(core, &delta).await;
                self.apply(core, &delta).await;
            }
            Way::Arrives | Way::WaitsForTheNext => {
                self.apply(core, &delta).await;
                self.flush(core).await;
            }
        }
    }

    async fn flush(&mut self, core: &Core) {
        if let Some(late) = self.waiting.take() {
            self.apply(core, &late).await;
        }
    }

    /// By the rule: a frame that does not continue the own cursor is not applied; the reader pulls.
    async fn apply(&mut self, core: &Core, delta: &Delta) {
        if !self.reader.apply(delta) {
            self.reader.pull(core).await;
        }
    }
}

fn open(core: &Core, reader: &Reader, since: Cursor) -> impl Stream<Item = Bytes> + Send + use<> {
    core.feed
        .agent(&core.committer, reader.agent, "session".into(), since)
}

/// The delta of a frame; `None` when it asks to pull. Nothing else is sent in these histories.
fn parse(frame: &Bytes) -> Option<Delta> {
    let text = std::str::from_utf8(frame).expect("text");
    let data = text.lines().find_map(|line| line.strip_prefix("data: "))?;
    if text.contains("event: delta") {
        Some(serde_json::from_str(data).expect("a delta"))
    } else {
        None
    }
}
