//! How often strangers may do what.

use std::num::NonZeroU32;
use std::time::Duration;

use serde::Deserialize;

use crate::limits::Rate;

/// How often strangers may do things. Keys are an account with a visitor, or with the visitor's network.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RateLimits {
    /// Failed sign-ins of one agent within the window; then one attempt each `window / failures`.
    pub sign_in_failures: u32,
    /// Failed sign-ins from one network.
    pub sign_in_failures_by_address: u32,
    /// New visitors from one network.
    pub visitors: Rate,
    /// New conversations of a visitor.
    pub chats: Rate,
    /// New conversations from one network. An office shares one.
    pub chats_by_address: Rate,
    /// Messages of a visitor.
    pub messages: Rate,
    /// Messages from one network.
    pub messages_by_address: Rate,
    /// Messages to one account.
    pub messages_by_account: Rate,
    /// Signs that a visitor is typing.
    pub typing: Rate,
    /// Questions for the conversation and read positions of a visitor.
    pub reads: Rate,
    /// Streams that a visitor opens.
    pub streams: Rate,
    /// Streams that a visitor holds open.
    pub open_streams: usize,
    /// Streams held open from one network.
    pub open_streams_by_address: usize,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            sign_in_failures: 5,
            sign_in_failures_by_address: 20,
            visitors: rate(20, 600, 20),
            chats: rate(3, 600, 3),
            chats_by_address: rate(20, 600, 20),
            messages: rate(20, 60, 5),
            messages_by_address: rate(200, 60, 50),
            messages_by_account: rate(2_000, 60, 500),
            typing: rate(1, 2, 2),
            reads: rate(120, 60, 30),
            streams: rate(10, 60, 10),
            open_streams: 5,
            open_streams_by_address: 20,
        }
    }
}

/// The numbers of the defaults above, none of them 0.
fn rate(count: u32, seconds: u64, burst: u32) -> Rate {
    let some = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
    Rate {
        count: some(count),
        per: Duration::from_secs(seconds),
        burst: some(burst),
    }
}

impl RateLimits {
    /// So high that nobody meets them: for tests and benches.
    pub fn none() -> Self {
        let all = rate(1_000_000, 1, 1_000_000);
        Self {
            sign_in_failures: u32::MAX,
            sign_in_failures_by_address: u32::MAX,
            visitors: all,
            chats: all,
            chats_by_address: all,
            messages: all,
            messages_by_address: all,
            messages_by_account: all,
            typing: all,
            reads: all,
            streams: all,
            open_streams: usize::MAX,
            open_streams_by_address: usize::MAX,
        }
    }
}
