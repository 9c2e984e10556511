//! What the whole-system tests share.

pub mod bytes;
pub mod colleague;
pub mod company;
pub mod desk;
#[cfg(unix)]
pub mod drive;
pub mod host;
pub mod soak;
pub mod visitor;
