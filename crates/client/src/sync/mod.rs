//! Keeping the cache equal to what the agent holds on the hub: decided in `plan`, done in `step` and
//! `resync`, over and over in `engine`.

pub(crate) mod engine;
mod plan;
mod replica;
mod resync;
mod step;

pub use replica::{Replica, ReplicaError};
pub(crate) use step::News;
pub use step::Next;

#[cfg(test)]
mod tests;
