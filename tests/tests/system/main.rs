//! Whole-system tests, one binary: they link the hub and the client once.

mod bad_input;
mod core;
mod deltas;
mod door;
mod failing_store;
mod frames;
mod history;
mod ids;
mod main_job;
mod polling;
mod reader;
mod sight;
