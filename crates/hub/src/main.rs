//! The hub's program.

use std::process::ExitCode;

fn main() -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("guichet-hub: {error}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(guichet_hub::cli::main());
    // A read of the standard input cannot be cancelled; it must not keep the program.
    runtime.shutdown_background();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("guichet-hub: {error:#}");
            ExitCode::FAILURE
        }
    }
}
