//! Ctrl-C and its relatives, noticed instead of fatal, so that what was started can be stopped.

use anyhow::Result;
#[cfg(unix)]
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Whether somebody asked us to stop.
pub(crate) struct Interrupt {
    #[cfg(unix)]
    asked: Arc<AtomicBool>,
}

impl Interrupt {
    /// From here on SIGINT, SIGTERM and SIGHUP are only noted; a second one ends the program at once.
    #[cfg(unix)]
    pub(crate) fn watch() -> Result<Self> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            signal_hook::flag::register_conditional_shutdown(signal, 130, Arc::clone(&asked))?;
            signal_hook::flag::register(signal, Arc::clone(&asked))?;
        }
        Ok(Self { asked })
    }

    /// Windows ends the whole console group on Ctrl-C, the programs started here included.
    #[cfg(not(unix))]
    pub(crate) fn watch() -> Result<Self> {
        Ok(Self {})
    }

    /// True once the first signal came.
    pub(crate) fn happened(&self) -> bool {
        #[cfg(unix)]
        return self.asked.load(Ordering::SeqCst);
        #[cfg(not(unix))]
        return false;
    }
}
