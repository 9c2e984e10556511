//! Many measurements of one thing.

use std::time::Duration;

/// Measured times, sorted.
pub(crate) struct Spread(Vec<Duration>);

impl Spread {
    pub(crate) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that so many of a hundred do not exceed, in milliseconds; 0 when nothing was measured.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let place = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
        self.0
            .get(place)
            .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    pub(crate) fn median(&self) -> f64 {
        self.percentile(50)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_measured() {
        let of = |count: u64| Spread::of((1..=count).rev().map(Duration::from_millis).collect());
        let shown = |spread: &Spread| [50, 99, 100].map(|p| spread.percentile(p).round());
        assert!(shown(&of(100)).eq(&[50.0, 99.0, 100.0]));
        assert!(shown(&of(1)).eq(&[1.0, 1.0, 1.0]));
        assert!(shown(&of(0)).eq(&[0.0, 0.0, 0.0]));
    }
}
