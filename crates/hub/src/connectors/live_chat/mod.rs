//! Live Chat: the visitor's page talks to the hub directly, so there is no provider, no webhook and no outbox row.
//! `http::widget` hands over what came; nothing here can fail but by what was written.

pub mod facts;
pub mod inbound;
pub mod outbound;
#[cfg(test)]
pub(crate) mod testdata;
pub mod wire;
