//! Whole-system tests, one binary: they link the hub and the client once.

mod administration;
mod among;
mod bad_input;
mod blocking;
mod contacts;
mod core;
mod customer_history;
mod deltas;
mod door;
mod failing_store;
mod forgetting;
mod history;
mod ids;
mod internal;
mod kill_hub;
mod main_job;
mod own_settings;
mod polling;
mod race;
mod retention;
mod rights;
mod ringing;
mod sight;
mod supervision;
mod templates;
