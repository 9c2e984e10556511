//! What to do next. Pure.

use std::collections::BTreeMap;

use guichet_protocol::{Cursor, Delta, Key, ManifestEntry};

/// What a delta from the feed means for a cache at some cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It continues the cache.
    Apply,
    /// It does not: ask the hub what does.
    Pull,
    /// The cache is there already.
    Ignore,
}

/// Only what continues one's own cursor is applied. Order and size of change numbers decide nothing: after the store
/// went back, smaller ones are newer.
pub(super) fn step(own: &Cursor, delta: &Delta) -> Step {
    if delta.to == *own {
        Step::Ignore
    } else if delta.from == *own {
        Step::Apply
    } else {
        Step::Pull
    }
}

/// What makes a cache equal to a manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reconciliation {
    /// Rows to ask for, in the order to ask.
    pub(super) fetch: Vec<Key>,
    /// Rows to remove.
    pub(super) delete: Vec<Key>,
}

/// Compares. With `trust`, rows listed with the change they are cached with stay; without, everything listed is
/// fetched. What is not listed goes. What conversations need in order to be shown comes before them.
pub(super) fn reconcile(
    listed: &[ManifestEntry],
    cached: &BTreeMap<Key, u64>,
    trust: bool,
) -> Reconciliation {
    let listed: BTreeMap<&Key, u64> = listed
        .iter()
        .map(|entry| (&entry.key, entry.change))
        .collect();
    let stays = |key: &Key, change: u64| trust && cached.get(key) == Some(&change);
    let mut fetch: Vec<Key> = listed
        .iter()
        .filter(|(key, change)| !stays(key, **change))
        .map(|(key, _)| (*key).clone())
        .collect();
    // Stable: within a kind the order of ids stays.
    fetch.sort_by_key(|key| key.kind == guichet_protocol::EntityKind::Conversation);
    let delete = cached
        .keys()
        .filter(|key| !listed.contains_key(key))
        .cloned()
        .collect();
    Reconciliation { fetch, delete }
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_protocol::EntityKind::{self, Agent, Conversation, Mine};

    fn cursor(text: &str) -> Cursor {
        text.parse().expect("a cursor")
    }

    #[test]
    fn a_delta_is_applied_only_where_it_continues() {
        let cases = [
            ("e.5.00000000", "e.5.00000000", "e.7.00000001", Step::Apply),
            ("e.5.00000000", "e.4.00000000", "e.5.00000000", Step::Ignore),
            // The feed's first frame when there is nothing to tell.
            ("e.5.00000000", "e.5.00000000", "e.5.00000000", Step::Ignore),
            ("e.5.00000000", "e.6.00000000", "e.7.00000000", Step::Pull),
            ("e.5.00000000", "e.3.00000000", "e.7.00000000", Step::Pull),
            // The same numbers in another history.
            ("e.5.00000000", "e.5.00000001", "e.7.00000000", Step::Pull),
            ("e.5.00000000", "f.5.00000000", "f.7.00000000", Step::Pull),
            ("e.5.00000000", "e.2.00000009", "e.3.00000009", Step::Pull),
        ];
        for (own, from, to, expected) in cases {
            let delta = Delta {
                from: cursor(from),
                to: cursor(to),
                puts: Vec::new(),
                dels: Vec::new(),
                more: false,
            };
            assert_eq!(
                step(&cursor(own), &delta),
                expected,
                "{own}: {from} to {to}"
            );
        }
    }

    fn key(kind: EntityKind, id: &str) -> Key {
        Key::new(kind, id)
    }

    fn entry(kind: EntityKind, id: &str, change: u64) -> ManifestEntry {
        ManifestEntry {
            key: key(kind, id),
            change,
        }
    }

    #[test]
    fn a_manifest_is_compared_row_by_row() {
        let listed = [
            entry(Conversation, "new", 9),
            entry(Conversation, "same", 3),
            entry(Agent, "newer", 8),
            entry(Mine, "same", 2),
        ];
        let cached = BTreeMap::from([
            (key(Conversation, "same"), 3),
            (key(Conversation, "lost"), 4),
            (key(Agent, "newer"), 7),
            (key(Mine, "same"), 2),
            (key(Mine, "lost"), 1),
        ]);
        let lost = vec![key(Conversation, "lost"), key(Mine, "lost")];
        assert_eq!(
            reconcile(&listed, &cached, true),
            Reconciliation {
                fetch: vec![key(Agent, "newer"), key(Conversation, "new")],
                delete: lost.clone(),
            }
        );
        assert_eq!(
            reconcile(&listed, &cached, false),
            Reconciliation {
                fetch: vec![
                    key(Agent, "newer"),
                    key(Mine, "same"),
                    key(Conversation, "new"),
                    key(Conversation, "same"),
                ],
                delete: lost,
            }
        );
    }

    #[test]
    fn a_cached_row_that_is_newer_than_listed_is_fetched_too() {
        let listed = [entry(Agent, "a", 3)];
        let cached = BTreeMap::from([(key(Agent, "a"), 9)]);
        let plan = reconcile(&listed, &cached, true);
        assert_eq!(plan.fetch, vec![key(Agent, "a")]);
    }
}
