//! Reading the feed, frame by frame.

use std::collections::VecDeque;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use guichet_protocol::{Cursor, Delta, Frame};
use serde::Deserialize;

use super::error::HubError;
use super::hub::Hub;
use super::sse::{Event, Parser};
use crate::config::FEED_SILENCE;

/// An open feed.
pub(crate) struct Feed {
    bytes: Pin<Box<dyn Stream<Item = Result<Bytes, reqwest::Error>> + Send>>,
    parser: Parser,
    ready: VecDeque<Event>,
}

impl Feed {
    /// Opens the feed after `since`.
    pub(crate) async fn open(hub: &Hub, since: &Cursor) -> Result<Self, HubError> {
        let answer = hub.feed(since).await?;
        Ok(Self {
            bytes: Box::pin(answer.bytes_stream()),
            parser: Parser::default(),
            ready: VecDeque::new(),
        })
    }

    /// The next frame. Gives up after 40 s of silence.
    pub(crate) async fn next(&mut self) -> Result<Frame, HubError> {
        self.next_within(FEED_SILENCE).await
    }

    /// The next frame, if it comes within `patience`.
    pub(crate) async fn next_within(&mut self, patience: Duration) -> Result<Frame, HubError> {
        let waiting = async {
            loop {
                while let Some(event) = self.ready.pop_front() {
                    if let Some(frame) = frame(&event)? {
                        return Ok(frame);
                    }
                }
                let chunk = match self.bytes.next().await {
                    None => return Err(HubError::FeedEnded),
                    Some(chunk) => chunk.map_err(HubError::Unreachable)?,
                };
                let events = self.parser.push(&chunk);
                self.ready.extend(events.map_err(|_| HubError::FeedEnded)?);
            }
        };
        tokio::time::timeout(patience, waiting)
            .await
            .unwrap_or(Err(HubError::Silent))
    }
}

/// The frame of an event. One with an unknown name is of a newer hub, and for newer apps.
fn frame(event: &Event) -> Result<Option<Frame>, HubError> {
    #[derive(Deserialize)]
    struct Typing {
        conversation: guichet_domain::ConversationId,
        #[serde(default)]
        agent: Option<guichet_domain::AgentId>,
    }
    Ok(match event.name.as_str() {
        "delta" => Some(Frame::Delta(read::<Delta>(&event.data)?)),
        "typing" => {
            let Typing {
                conversation,
                agent,
            } = read(&event.data)?;
            Some(Frame::Typing {
                conversation,
                agent,
            })
        }
        "pull" => Some(Frame::Pull),
        "beat" => Some(Frame::Beat),
        _ => None,
    })
}

fn read<T: serde::de::DeserializeOwned>(data: &str) -> Result<T, HubError> {
    serde_json::from_str(data).map_err(HubError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame_of(name: &str, data: &str) -> Option<Frame> {
        let event = Event {
            name: name.to_owned(),
            data: data.to_owned(),
        };
        frame(&event).expect("readable")
    }

    #[test]
    fn each_event_is_its_frame() {
        assert_eq!(frame_of("beat", "{}"), Some(Frame::Beat));
        assert_eq!(frame_of("pull", "{}"), Some(Frame::Pull));
        assert_eq!(frame_of("of_a_newer_hub", "{}"), None);
        let delta = frame_of(
            "delta",
            r#"{"from":"e.1.00000000","to":"e.2.000000ff","puts":[],"dels":[]}"#,
        );
        let Some(Frame::Delta(delta)) = delta else {
            panic!("a delta");
        };
        assert_eq!((delta.from.change, delta.to.tag), (1, 0xff));
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let frame = |agent| Frame::Typing {
            conversation: id.parse().expect("an id"),
            agent,
        };
        let typing = frame_of("typing", &format!(r#"{{"conversation":"{id}"}}"#));
        assert_eq!(typing, Some(frame(None)));
        let data = format!(r#"{{"conversation":"{id}","agent":"{id}"}}"#);
        let agent = id.parse().expect("an id");
        assert_eq!(frame_of("typing", &data), Some(frame(Some(agent))));
    }
}
