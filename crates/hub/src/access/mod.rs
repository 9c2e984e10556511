//! Who may come in: tokens, passwords, sign-in, invitations and the first set-up.

pub mod devices;
pub mod invitation;
pub mod password;
pub mod session;
pub mod setup;
pub mod token;
