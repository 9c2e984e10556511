//! The edge: thin routes that parse, call and answer. The router lists them.

pub mod admin;
pub mod agents;
pub mod audit;
pub mod caller;
pub mod configuration;
pub mod contacts;
pub mod demo;
pub mod edge;
pub mod failure;
pub mod history;
pub mod input;
pub mod join;
pub mod layers;
pub mod metrics;
pub mod openapi;
pub mod serve;
pub mod sessions;
pub mod sse;
pub mod status;
pub mod supervision;
pub mod sync;
pub mod templates;
pub mod widget;
pub mod widget_feed;
pub mod widget_files;
pub mod widget_page;
