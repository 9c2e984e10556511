//! Embeds the screen, and writes down which commands exist so that a capability must allow each.

use tauri_build::{AppManifest, Attributes, CodegenContext};

fn main() {
    let attributes = Attributes::new()
        .codegen(CodegenContext::new())
        .app_manifest(AppManifest::new().commands(&["call"]));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
        println!(
            "cargo::error=hint: `cargo xtask run` and `cargo xtask check` install what this build needs"
        );
    }
}
