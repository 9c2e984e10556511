//! How long to wait before the next try.

use std::time::Duration;

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);

/// The pause after the `failures`th failure in a row (from 1): doubles from one second to thirty. `jitter`, from 0 to
/// 1, spreads it over its upper half, so that the apps of a company do not come back all at once.
pub(crate) fn pause(failures: u32, jitter: f64) -> Duration {
    let doublings = failures.saturating_sub(1).min(5);
    let whole = (FIRST * 2_u32.pow(doublings)).min(LONGEST);
    whole.mul_f64(0.5 + 0.5 * jitter.clamp(0.0, 1.0))
}

/// The pause with a jitter of chance.
pub(crate) fn chance_pause(failures: u32) -> Duration {
    pause(failures, rand::random())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_doubles_up_to_half_a_minute_and_spreads_over_the_upper_half() {
        let cases = [
            (1, 0.0, 500),
            (1, 1.0, 1000),
            (2, 1.0, 2000),
            (3, 0.5, 3000),
            (5, 1.0, 16_000),
            (6, 1.0, 30_000),
            (60, 0.0, 15_000),
            (0, 1.0, 1000),
        ];
        for (failures, jitter, millis) in cases {
            assert_eq!(
                pause(failures, jitter),
                Duration::from_millis(millis),
                "{failures} {jitter}"
            );
        }
    }
}
