//! The desktop shell of Guichet: an adapter between the client library and this computer's windows, notifications,
//! sound, keyring and clipboard.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod announce;
mod arguments;
mod bridge;
mod clipboard;
mod desktop;
mod downloads;
mod folders;
mod generated;
mod notifications;
mod ringtone;
mod secrets;
mod shell;
mod sign_in;
mod window;

use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::Parser as _;
use tracing_subscriber::EnvFilter;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_env_filter(
            EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| EnvFilter::new("warn,guichet=info")),
        )
        .init();
    // Fails only when a provider is there already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match shell::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
