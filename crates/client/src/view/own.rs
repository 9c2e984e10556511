//! What agents see and change of themselves.

use serde::Serialize;
use uuid::Uuid;

/// A device where the agent is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DeviceRow {
    /// Which.
    pub id: Uuid,
    /// Such as `Guichet 1 · Linux`; `None` where nothing is known.
    pub name: Option<String>,
    /// When the agent signed in there.
    pub since: i64,
    /// Its last sign of life, to a minute.
    pub last_seen: i64,
    /// It is this one.
    pub current: bool,
}

/// A photo, for an address of its own on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Photo {
    /// JPEG in base 64; `None`: there is none.
    pub jpeg: Option<String>,
}
