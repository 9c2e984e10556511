//! Who may come in: tokens, passwords, sign-in and the first set-up.

pub mod password;
pub mod session;
pub mod setup;
pub mod token;
