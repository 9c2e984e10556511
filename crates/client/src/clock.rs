//! The one place that reads the time and makes ids. Tests pass their own.

use std::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use guichet_domain::{CommandId, Timestamp};
use uuid::{NoContext, Uuid};

/// Tells the time. Cheap to clone.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self::from_fn(|| {
            #[expect(clippy::disallowed_methods, reason = "this is the one place")]
            let since = SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .unwrap_or_default();
            Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
        })
    }

    /// A clock that answers what `now` answers.
    pub fn from_fn(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// Now, milliseconds UTC.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }

    /// A new id, in the order of time.
    pub fn command_id(&self) -> CommandId {
        let now = u64::try_from(self.now().0).unwrap_or_default();
        let millis = u32::try_from(now % 1000).unwrap_or_default();
        let at = uuid::Timestamp::from_unix(NoContext, now / 1000, millis * 1_000_000);
        CommandId(Uuid::new_v7(at))
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Clock").field(&self.now()).finish()
    }
}
