//! What the whole-system tests share.

pub mod company;
pub mod host;
pub mod soak;
