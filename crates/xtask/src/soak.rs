//! `cargo xtask soak NAME`: a long test with its full count. `cargo xtask test` runs the same with a few cases.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::cargo::cargo;
use crate::{build, progress, shell};

#[derive(Args)]
pub(crate) struct Options {
    /// Which one
    name: Name,
    /// Other cases than always the same ones
    #[arg(long, default_value_t = 0)]
    seed: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Caches that follow the hub through random histories equal fresh ones
    Deltas,
    /// The rules of sight as functions and as SQL, on random companies
    Sight,
    /// 50 clients press Take or Send at the same instant in 200 conversations
    Race,
    /// The hub's program is killed 100 times while visitors and agents write
    KillHub,
}

impl Name {
    /// The module of its tests.
    fn tests(self) -> &'static str {
        match self {
            Self::Deltas => "deltas::",
            Self::Sight => "sight::",
            Self::Race => "race::",
            Self::KillHub => "kill_hub::",
        }
    }
}

pub(crate) fn soak(options: &Options) -> Result<()> {
    let hub = build::program("guichet-hub", "guichet-hub", false)?;
    progress::step(format_args!("the full count, with seed {}", options.seed));
    shell::run(
        cargo("test")
            .args(["--package", "guichet-tests", "--test", "system", "--"])
            .args(["--nocapture", "--test-threads=1", options.name.tests()])
            .env("GUICHET_HUB", hub)
            .env("GUICHET_SOAK", "1")
            .env("GUICHET_SEED", options.seed.to_string()),
        "what failed is named above; the same seed shows it again",
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_soak_has_its_tests() {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/tests/system");
        for name in Name::value_variants() {
            let module = name.tests().trim_end_matches(':');
            let file = tests.join(format!("{module}.rs"));
            assert!(file.exists() || tests.join(module).exists(), "{module}");
        }
    }
}
