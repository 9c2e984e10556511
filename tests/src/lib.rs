//! x

pub mod company;
