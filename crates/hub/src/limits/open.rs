//! How many streams somebody holds open.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use super::TooMany;

/// Counts what is open by key.
pub struct Open<K> {
    most: usize,
    counts: Arc<Mutex<HashMap<K, usize>>>,
}

/// Open until dropped.
pub struct Held<K: Hash + Eq> {
    key: K,
    counts: Arc<Mutex<HashMap<K, usize>>>,
}

impl<K: Hash + Eq + Clone> Open<K> {
    /// At most `most` for each key.
    pub fn new(most: usize) -> Self {
        Self {
            most,
            counts: Arc::default(),
        }
    }

    /// One more, while the answer lives.
    pub fn hold(&self, key: K) -> Result<Held<K>, TooMany> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(key.clone()).or_default();
        if *count >= self.most {
            return Err(TooMany { retry_after: 5 });
        }
        *count += 1;
        drop(counts);
        Ok(Held {
            key,
            counts: Arc::clone(&self.counts),
        })
    }
}

impl<K: Hash + Eq> Drop for Held<K> {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_stream_makes_room_and_leaves_nothing_behind() {
        let open = Open::new(1);
        let held = open.hold("a").expect("first");
        assert!(open.hold("a").is_err());
        assert!(open.hold("b").is_ok());
        drop(held);
        assert!(open.counts.lock().expect("counts").is_empty());
        assert!(open.hold("a").is_ok());
    }
}
