//! The product as people use it: the hub's program, real desktop windows and a real browser. `cargo xtask e2e` gives
//! the programs (`GUICHET_HUB`, `GUICHET_APP`), the display, and a folder for the pictures (`GUICHET_SHOTS`).

mod agent;
mod agent_day;
mod desk;
mod eight_tabs;
mod hub;
mod keyboard;
mod look;
mod main_job;
mod restart;
mod screen;
mod stage;
mod visitor;
mod window;
