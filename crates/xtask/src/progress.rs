//! What the person sees while a command works. Everything goes to stderr: stdout carries answers that scripts read.

use std::fmt::Display;

/// A step begins.
pub(crate) fn step(what: impl Display) {
    eprintln!("==> {what}");
}

/// Something worth knowing about the step under way.
pub(crate) fn note(what: impl Display) {
    eprintln!("    {what}");
}
