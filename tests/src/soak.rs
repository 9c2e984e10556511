//! Long tests: a small, fixed number of cases in `cargo xtask test`, the full one in `cargo xtask soak`.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// Asks for the full counts.
const SOAK: &str = "GUICHET_SOAK";
/// Asks for other cases than always the same ones.
const SEED: &str = "GUICHET_SEED";

/// Is this a soak?
pub fn is_on() -> bool {
    std::env::var_os(SOAK).is_some()
}

/// How many of something: `reduced`, or `full` in a soak.
pub fn count(reduced: u32, full: u32) -> u32 {
    if is_on() { full } else { reduced }
}

/// The seed of everything random: always the same, unless another is asked for.
pub fn seed() -> u64 {
    let asked = std::env::var(SEED).ok();
    asked.and_then(|seed| seed.parse().ok()).unwrap_or_default()
}

/// Runs a property over `cases` inputs. `PROPTEST_CASES` asks for another number.
pub fn run<S, F>(cases: u32, inputs: S, property: impl Fn(S::Value) -> F)
where
    S: Strategy,
    F: Future<Output = Result<(), TestCaseError>>,
{
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    let runner = runner(asked.unwrap_or(cases));
    { runner }
        .run(&inputs, |input| block_on(property(input)))
        .unwrap_or_else(|failure| panic!("seed {}: {failure}", seed()));
}

/// Inputs without end.
pub fn inputs<S: Strategy>(of: S) -> impl Iterator<Item = S::Value> {
    let mut runner = runner(1);
    std::iter::repeat_with(move || of.new_tree(&mut runner).expect("an input").current())
}

/// On a runtime of its own, which ends with it.
pub fn block_on<F: Future>(work: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(work)
}

fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        // A long history is worth shortening, but not for an hour.
        max_shrink_time: 120_000,
        ..Config::default()
    };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed().to_le_bytes());
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}
