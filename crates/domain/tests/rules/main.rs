//! Each command: when it is accepted, what it changes, and each way it is refused.

mod administration;
mod blocking;
mod company;
mod contacts;
mod internal;
mod matrix;
mod own;
mod ownership;
mod phone;
mod presence;
mod reading;
mod samples;
mod templates;
mod texts;
mod variables;
mod writing;
