#![doc = include_str!("../README.md")]

mod app;
mod cache;
mod clock;
pub mod commands;
mod config;
mod connection;
mod contacts;
mod effects;
mod error;
mod host;
#[cfg(test)]
mod internal_tests;
mod outbox;
#[cfg(test)]
mod outbox_tests;
mod session;
mod shared;
mod sync;
mod templates;
pub mod view;
mod windows;
mod words;

#[cfg(test)]
mod testing;

pub use app::{App, OpenError};
pub use cache::Contents;
pub use clock::Clock;
pub use config::AppConfig;
pub use connection::{HubError, Source};
pub use error::CallError;
pub use host::{Host, HostError, Keyring, Notification, Ringtone};
pub use sync::{Next, Replica, ReplicaError};
pub use words::Language;
