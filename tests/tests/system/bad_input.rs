//! What must not come in, at the real hub's door: each gets a code that has words in both languages, and nothing that
//! was there is lost.

mod app;
mod between;
mod cases;
mod door;
mod sessions;
mod setup;
