//! Keeping the cache equal to what the agent holds on the hub: decided in `plan`, done in `engine` and `resync`.

pub(crate) mod engine;
mod plan;
mod resync;

#[cfg(test)]
mod tests;
