//! The time of a world: it stands where the test put it, so that what the screen shows of it is the same each time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::Timestamp;

/// Milliseconds UTC. Each look moves it by one, so that no two things happen at the same instant.
#[derive(Clone)]
pub(crate) struct Time(Arc<AtomicI64>);

impl Time {
    pub(crate) fn standing_at(now: i64) -> Self {
        Self(Arc::new(AtomicI64::new(now)))
    }

    pub(crate) fn set(&self, now: i64) {
        self.0.store(now, Ordering::Relaxed);
    }

    fn look(&self) -> Timestamp {
        Timestamp(self.0.fetch_add(1, Ordering::Relaxed))
    }

    pub(crate) fn for_hub(&self) -> guichet_hub::Clock {
        let time = self.clone();
        guichet_hub::Clock::from_fn(move || time.look())
    }

    pub(crate) fn for_desk(&self) -> guichet_client::Clock {
        let time = self.clone();
        guichet_client::Clock::from_fn(move || time.look())
    }
}
