//! The channels: what customers write becomes commands, what agents write becomes what the channel carries.
//!
//! A connector never touches the store, a socket or another connector: it parses (pure, given bytes) and builds.

pub mod live_chat;
