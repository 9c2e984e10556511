//! Windows and browsers, driven as `WebDriver` does it.

pub mod chromium;
pub mod program;
pub mod session;
pub mod webkit;
