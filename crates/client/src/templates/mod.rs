//! Templates in memory: found as one types, filled, checked before they are saved, read from files and written to them.

pub(crate) mod check;
pub(crate) mod fill;
pub(crate) mod import;
mod library;
pub(crate) mod manage;
pub(crate) mod search;
pub(crate) mod table;
pub(crate) mod uses;

#[cfg(test)]
mod tests;

pub(crate) use library::{Kept, Reader, library};
