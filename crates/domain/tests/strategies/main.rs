//! Whom each strategy rings, when it goes on to the next, and what a day of it looks like.

mod day;
mod floor;
mod table;
