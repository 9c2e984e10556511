//! Where an app keeps its things, and the times it works by.

use std::path::PathBuf;
use std::time::Duration;

use crate::clock::Clock;
use crate::words::Language;

/// How an app is opened.
#[derive(Clone, Debug)]
pub struct AppConfig {
    /// The folder of this profile; made when missing. One program at a time.
    pub profile_dir: PathBuf,
    /// The language of the desktop, for agents who chose "as the system".
    pub system_language: Language,
    /// Tells the time.
    pub clock: Clock,
}

impl AppConfig {
    /// The computer's clock; French, unless the caller knows the desktop's language.
    pub fn new(profile_dir: impl Into<PathBuf>) -> Self {
        Self {
            profile_dir: profile_dir.into(),
            system_language: Language::Fr,
            clock: Clock::system(),
        }
    }

    /// The folder of the cache, and of nothing else.
    pub(crate) fn cache_dir(&self) -> PathBuf {
        self.profile_dir.join("cache")
    }

    /// Where a cache that cannot be read is moved.
    pub(crate) fn damaged_dir(&self) -> PathBuf {
        self.profile_dir.join("cache-damaged")
    }
}

/// A sign of life is sent this often; the hub forgets an agent after 45 s.
pub(crate) const ALIVE_EVERY: Duration = Duration::from_secs(20);
/// The feed is given up after this long without a frame; the hub sends one every 15 s.
pub(crate) const FEED_SILENCE: Duration = Duration::from_secs(40);
/// No first frame within this: something between buffers the stream.
pub(crate) const FEED_FIRST_FRAME: Duration = Duration::from_secs(5);
/// How long the hub holds a long poll, seconds.
pub(crate) const POLL_WAIT_SECONDS: u32 = 25;
/// Polls before the stream is tried again.
pub(crate) const POLLS_BEFORE_FEED: u32 = 20;
/// Commands older than this are not sent any more; their texts become unsent drafts. Milliseconds.
pub(crate) const OUTBOX_KEEPS: i64 = 3 * 24 * 60 * 60 * 1000;
/// Unsent drafts are kept this long, milliseconds.
pub(crate) const UNSENT_KEEPS: i64 = 30 * 24 * 60 * 60 * 1000;
/// The customer is shown as typing this long after the last sign.
pub(crate) const TYPING_LASTS: Duration = Duration::from_secs(6);
/// At most one "I am typing" per conversation in this time, milliseconds.
pub(crate) const TYPING_EVERY: i64 = 3000;
/// Who presses Take or Send so short a time after somebody else won pressed at the same moment. Milliseconds.
pub(crate) const SAME_MOMENT: i64 = 10_000;
