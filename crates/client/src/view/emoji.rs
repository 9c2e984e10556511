//! Emoji.

use serde::{Deserialize, Serialize};

/// How the agent uses emoji on this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EmojiHabits {
    /// The last ones, newest first.
    pub recent: Vec<String>,
    /// Skin tone, 1 (light) to 5 (dark); 0: none.
    pub tone: u8,
}
