//! The one cursor of the feed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::{RefOr, schema::Schema};
use utoipa::{PartialSchema, ToSchema};

/// A place in the hub's log: `<epoch>.<change>.<tag>`, opaque to all but the hub.
///
/// Change numbers are in commit order and without gap. The epoch is replaced when the store may have gone back; the
/// tag, 32 random bits of the commit group, tells one history from another where nobody noticed that it did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cursor {
    /// Random name of the store's history.
    pub epoch: String,
    /// Last change of a commit group.
    pub change: u64,
    /// Random bits of that group.
    pub tag: u32,
}

/// The text is not a cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACursor;

impl fmt::Display for NotACursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a cursor")
    }
}

impl std::error::Error for NotACursor {}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{:08x}", self.epoch, self.change, self.tag)
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let mut parts = text.splitn(3, '.');
        let (Some(epoch), Some(change), Some(tag)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(NotACursor);
        };
        let epoch_is_sound = !epoch.is_empty()
            && epoch.len() <= 40
            && epoch.bytes().all(|b| b.is_ascii_alphanumeric());
        if !epoch_is_sound {
            return Err(NotACursor);
        }
        let cursor = Self {
            epoch: epoch.to_owned(),
            change: change.parse().map_err(|_| NotACursor)?,
            tag: u32::from_str_radix(tag, 16).map_err(|_| NotACursor)?,
        };
        // One text for each cursor: no signs, no missing zeros.
        if cursor.to_string() == text {
            Ok(cursor)
        } else {
            Err(NotACursor)
        }
    }
}

impl PartialSchema for Cursor {
    fn schema() -> RefOr<Schema> {
        String::schema()
    }
}

impl ToSchema for Cursor {}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
