//! A rate as it is configured, and what counts by it.

use std::fmt;
use std::hash::Hash;
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use serde::{Deserialize, Deserializer};

/// So many in a time, and how many of them at once: `20/1m burst 5`. Without `burst` all of them at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Rate {
    pub count: NonZeroU32,
    pub per: Duration,
    pub burst: NonZeroU32,
}

/// The text is not a rate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a rate; hint: write `20/1m burst 5`")]
pub struct NotARate(String);

/// Over the limit; it is worth trying again after so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// At least 1.
    pub retry_after: u64,
}

impl FromStr for Rate {
    type Err = NotARate;

    fn from_str(text: &str) -> Result<Self, NotARate> {
        let read = || {
            let (rate, burst) = match text.split_once("burst") {
                Some((rate, burst)) => (rate.trim(), Some(burst.trim())),
                None => (text.trim(), None),
            };
            let (count, per) = rate.split_once('/')?;
            let count: NonZeroU32 = count.trim().parse().ok()?;
            let burst = match burst {
                Some(burst) => burst.parse().ok()?,
                None => count,
            };
            let per = duration(per.trim())?;
            // One cell of the bucket must take some time.
            (per >= Duration::from_nanos(u64::from(count.get()))).then_some(Self {
                count,
                per,
                burst,
            })
        };
        read().ok_or_else(|| NotARate(text.to_owned()))
    }
}

fn duration(text: &str) -> Option<Duration> {
    let unit = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(unit);
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => return None,
    };
    number
        .parse::<u64>()
        .ok()?
        .checked_mul(seconds)
        .map(Duration::from_secs)
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { count, per, burst } = self;
        write!(f, "{count}/{}s burst {burst}", per.as_secs())
    }
}

/// Counts by key.
pub struct Limiter<K: Hash + Eq + Clone> {
    buckets: DefaultKeyedRateLimiter<K>,
    clock: DefaultClock,
}

impl<K: Hash + Eq + Clone> Limiter<K> {
    /// Counts by `rate`.
    pub fn new(rate: Rate) -> Self {
        let cell = rate.per / rate.count.get();
        // `FromStr` lets no rate through whose cell takes no time.
        let quota = Quota::with_period(cell)
            .unwrap_or(Quota::per_second(rate.count))
            .allow_burst(rate.burst);
        Self {
            buckets: RateLimiter::keyed(quota),
            clock: DefaultClock::default(),
        }
    }

    /// Counts one more.
    pub fn check(&self, key: &K) -> Result<(), TooMany> {
        self.buckets.check_key(key).map_err(|not_until| {
            let wait = not_until.wait_time_from(self.clock.now());
            TooMany {
                retry_after: wait.as_secs() + 1,
            }
        })
    }

    /// Forgets who has not come for a while.
    pub fn forget_idle(&self) {
        self.buckets.retain_recent();
        self.buckets.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_reads_as_it_is_written() {
        let rate: Rate = "20/1m burst 5".parse().expect("rate");
        assert_eq!((rate.count.get(), rate.burst.get()), (20, 5));
        assert_eq!(rate.per, Duration::from_mins(1));
        assert_eq!("3/10m".parse::<Rate>().expect("rate").burst.get(), 3);
        for wrong in [
            "",
            "3",
            "0/1m",
            "3/1",
            "3/1d",
            "3/0s",
            "3/1m burst 0",
            "-1/1m",
        ] {
            assert!(wrong.parse::<Rate>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn each_key_has_its_own_bucket_and_is_told_when_to_come_back() {
        let limiter = Limiter::new("1/10m".parse().expect("rate"));
        assert_eq!(limiter.check(&"a"), Ok(()));
        let Err(TooMany { retry_after }) = limiter.check(&"a") else {
            panic!("let a second one through");
        };
        assert!((590..=600).contains(&retry_after), "{retry_after}");
        assert_eq!(limiter.check(&"b"), Ok(()));
    }
}
