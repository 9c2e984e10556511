//! The hub's only clock, and its only source of new ids. Tests pass their own.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use guichet_domain::Timestamp;
use uuid::Uuid;

/// Tells the time.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The system's clock.
    #[expect(clippy::disallowed_methods, reason = "this is the hub's one clock")]
    pub fn system() -> Self {
        Self::from_fn(|| {
            let since = SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .unwrap_or_default();
            Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
        })
    }

    /// A clock of the caller's.
    pub fn from_fn(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

/// A new id, in the order of time.
#[expect(clippy::disallowed_methods, reason = "this is where the hub makes ids")]
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}
