//! One agent's desk: the real cache of the client, followed by its real sync, and a feed on which frames get lost.

use std::path::{Path, PathBuf};
use std::pin::Pin;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use guichet_client::{Clock, Next, Replica, ReplicaError};
use guichet_domain::{Actor, AgentId, Command, Department, DepartmentId};
use guichet_hub::feed;
use guichet_protocol::{Cursor, Delta, Frame};
use uuid::Uuid;

use super::check::Violation;
use super::counter::Counter;
use super::line::Line;
use crate::history::Step;

/// What happens to a frame on its way.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    Arrives,
    IsLost,
    ArrivesTwice,
    WaitsForTheNext,
}

type Frames = Pin<Box<dyn Stream<Item = Bytes> + Send>>;

/// An agent's desk.
pub(super) struct Desk {
    pub(super) agent: AgentId,
    pub(super) replica: Replica,
    profile: PathBuf,
    frames: Option<Frames>,
    late: Option<Delta>,
    seen: usize,
}

impl Desk {
    pub(super) async fn open(folder: &Path, agent: AgentId) -> Self {
        let profile = folder.join(agent.to_string());
        Self {
            agent,
            replica: open(&profile, agent).await,
            profile,
            frames: None,
            late: None,
            seen: 0,
        }
    }

    /// The app ends and starts again on its files.
    pub(super) async fn restart(self, crash: bool) -> Self {
        if !crash {
            self.replica.close().await.expect("closes");
        }
        Self {
            replica: open(&self.profile, self.agent).await,
            frames: None,
            late: None,
            ..self
        }
    }

    /// Asks until there is nothing more.
    pub(super) async fn catch_up(&self, counter: &Counter) -> Result<(), Violation> {
        let caught_up = self.replica.catch_up(&Line::new(counter, self.agent)).await;
        caught_up.map_err(|error| gave_up(&error))
    }

    /// The same, while others go on.
    pub(super) async fn catch_up_amid(
        &self,
        counter: &Counter,
        amid: &[Step],
    ) -> Result<(), Violation> {
        let line = Line::new(counter, self.agent).amid(amid);
        let caught_up = self.replica.catch_up(&line).await;
        caught_up.map_err(|error| gave_up(&error))
    }

    /// Begins to catch up, and is cut off.
    pub(super) async fn begin_to_catch_up(&self, counter: &Counter, requests: u8) {
        let line = Line::new(counter, self.agent).lasting(requests);
        // It may be enough, or not.
        let _ = self.replica.catch_up(&line).await;
    }

    /// Hears the feed until a frame that tells of the hub's last change; then what was late arrives.
    pub(super) async fn listen(
        &mut self,
        counter: &Counter,
        ways: &[Way],
    ) -> Result<(), Violation> {
        let here = counter.core.committer.board().active(self.agent).is_some();
        if !here {
            self.frames = None;
            return self.catch_up(counter).await;
        }
        let head = tell_everybody(counter).await;
        loop {
            let frame = match &mut self.frames {
                Some(frames) => frames.next().await.map(|bytes| frame(&bytes)),
                None => None,
            };
            match frame {
                None => self.begin_to_listen(counter).await?,
                Some(Frame::Delta(delta)) => {
                    let last = delta.to == head;
                    let way = ways[self.seen % ways.len()];
                    self.seen += 1;
                    let way = if last { Way::Arrives } else { way };
                    self.deliver(counter, delta, way).await?;
                    if last {
                        return self.hear_the_late_one(counter).await;
                    }
                }
                Some(other) => self.hear(counter, &other).await?,
            }
        }
    }

    /// As the client does: catch up, then listen from there.
    async fn begin_to_listen(&mut self, counter: &Counter) -> Result<(), Violation> {
        self.catch_up(counter).await?;
        let since = self.cursor().await.expect("caught up");
        let core = &counter.core;
        let session = "session".to_owned();
        let frames = core.feed.agent(&core.committer, self.agent, session, since);
        self.frames = Some(Box::pin(frames));
        Ok(())
    }

    async fn deliver(
        &mut self,
        counter: &Counter,
        delta: Delta,
        way: Way,
    ) -> Result<(), Violation> {
        match way {
            Way::IsLost => Ok(()),
            Way::WaitsForTheNext if self.late.is_none() => {
                self.late = Some(delta);
                Ok(())
            }
            Way::ArrivesTwice => {
                self.hear(counter, &Frame::Delta(delta.clone())).await?;
                self.hear(counter, &Frame::Delta(delta)).await
            }
            Way::Arrives | Way::WaitsForTheNext => {
                self.hear(counter, &Frame::Delta(delta)).await?;
                self.hear_the_late_one(counter).await
            }
        }
    }

    async fn hear_the_late_one(&mut self, counter: &Counter) -> Result<(), Violation> {
        match self.late.take() {
            Some(late) => self.hear(counter, &Frame::Delta(late)).await,
            None => Ok(()),
        }
    }

    async fn hear(&mut self, counter: &Counter, frame: &Frame) -> Result<(), Violation> {
        let mut frame = frame.clone();
        if let (Frame::Delta(delta), Some(lie)) = (&mut frame, counter.lie) {
            lie.pushed(self.cursor().await.as_ref(), delta);
        }
        let line = Line::new(counter, self.agent);
        let heard = self.replica.hear(&line, &frame).await;
        if heard.map_err(|error| gave_up(&error))? == Next::Pull {
            self.begin_to_listen(counter).await?;
        }
        Ok(())
    }

    async fn cursor(&self) -> Option<Cursor> {
        self.replica.contents().await.expect("reads").cursor
    }
}

async fn open(profile: &Path, agent: AgentId) -> Replica {
    let opened = Replica::open(profile, agent, Clock::system()).await;
    opened.expect("opens")
}

fn gave_up(error: &ReplicaError) -> Violation {
    Violation(format!("the app gave up: {error}"))
}

/// A change that everybody holds. Answers the cursor of it.
async fn tell_everybody(counter: &Counter) -> Cursor {
    let department = Department {
        id: DepartmentId(Uuid::from_u128(0x300)),
        name: format!("told at {}", guichet_hub::clock::new_id()),
        hours: None,
    };
    let command = Command::PutDepartment { department };
    counter.core.submit(Actor::Hub, command).await;
    feed::head(&*counter.core.store).await.expect("head")
}

/// A frame as it is written on the wire.
fn frame(bytes: &Bytes) -> Frame {
    let text = std::str::from_utf8(bytes).expect("text");
    let after = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    match after("event: ") {
        Some("delta") => {
            let data = after("data: ").expect("data");
            Frame::Delta(serde_json::from_str(data).expect("a delta"))
        }
        Some("pull") => Frame::Pull,
        Some("beat") => Frame::Beat,
        other => panic!("nothing else is sent in these histories: {other:?}"),
    }
}
