//! What the hub does without being asked.

pub mod retention;
pub mod timers;
