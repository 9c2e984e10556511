//! Putting the parts together, and taking them apart again.

use std::io::stdin;

use anyhow::{Context as _, Result, ensure};
use guichet_client::{App, AppConfig, CallError, Language};
use tauri::{AppHandle, Manager as _, RunEvent, async_runtime};

use crate::announce::Announcement;
use crate::arguments::Arguments;
use crate::bridge::{self, Desk};
use crate::clipboard::Clipboard;
use crate::desktop::Desktop;
use crate::folders::Folders;
use crate::generated;
use crate::notifications::Notifier;
use crate::ringtone::Bell;
use crate::secrets::Secrets;
use crate::sign_in::Ticket;
use crate::window;

/// Runs the app until its window is closed.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    ensure!(
        has_display(),
        "there is no display here\nhint: start it in a desktop session; `cargo xtask run` brings its own"
    );
    let ticket = match arguments.sign_in_from {
        Some(_) => Some(Ticket::read(stdin().lock())?),
        None => None,
    };
    let mut context = generated::context();
    let identifier = arguments.profile.identifier(&context.config().identifier);
    context.config_mut().identifier.clone_from(&identifier);

    let app = tauri::Builder::default()
        // First, so that a second start ends before it touches anything.
        .plugin(
            tauri_plugin_single_instance::Builder::new()
                .dbus_id(identifier)
                .callback(|handle, _, _| window::raise(handle))
                .build(),
        )
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![bridge::call])
        .setup(move |app| {
            if let Err(error) = set_up(app.handle(), &arguments, ticket) {
                // An error returned from here would be a panic, which tells a person nothing.
                eprintln!("error: {error:#}");
                app.cleanup_before_exit();
                std::process::exit(1);
            }
            Ok(())
        })
        .build(context)
        .context("start the desktop shell")?;
    app.run(|handle, event| {
        if matches!(event, RunEvent::Exit) {
            shut_down(handle);
        }
    });
    Ok(())
}

fn set_up(handle: &AppHandle, arguments: &Arguments, ticket: Option<Ticket>) -> Result<()> {
    let base = match &arguments.data_dir {
        Some(folder) => folder.clone(),
        None => handle
            .path()
            .app_local_data_dir()
            .context("find this user's data folder")?,
    };
    let folders = Folders::make(&base)?;
    let secrets = Secrets::of(arguments.profile.name(), &folders.secrets);
    let desktop = Desktop {
        notifier: Notifier::start(handle.clone()),
        bell: Bell::start(),
        secrets,
        clipboard: Clipboard::default(),
        downloads: handle
            .path()
            .download_dir()
            .or_else(|_| handle.path().home_dir())
            .context("find this user's downloads")?,
    };
    let mut config = AppConfig::new(&folders.desk);
    config.system_language =
        system_language(sys_locale::get_locale().as_deref(), config.system_language);

    let app = async_runtime::block_on(App::open(config, desktop)).map_err(|error| {
        tracing::error!(error = ?anyhow::Error::new(error), "the client does not open");
        CallError::new("cache-failed")
    });
    if let Ok(app) = &app {
        bridge::forward(handle.clone(), app.subscribe());
        if let Some(ticket) = ticket {
            async_runtime::block_on(app.sign_in_with_code(&ticket.hub, &ticket.code))
                .with_context(|| format!("sign in at `{}`", ticket.hub))?;
        }
    }
    handle.manage(Desk {
        app,
        announcement: Announcement::new(arguments.announce),
    });
    window::open(handle, &folders).context("open the window")?;
    #[cfg(unix)]
    stop_when_told(handle.clone());
    Ok(())
}

/// Whether a window can be opened at all; the toolkit would panic.
fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// The agent's language where the desktop says one.
fn system_language(tag: Option<&str>, otherwise: Language) -> Language {
    match tag {
        None | Some("" | "C" | "POSIX") => otherwise,
        Some(tag) => Language::of_tag(tag),
    }
}

/// The end of a desktop session comes as a signal; the cache is closed before we go.
#[cfg(unix)]
fn stop_when_told(handle: AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    async_runtime::spawn(async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = (
            signal(SignalKind::terminate()),
            signal(SignalKind::interrupt()),
        ) else {
            tracing::warn!("signals are not heard");
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        handle.exit(0);
    });
}

fn shut_down(handle: &AppHandle) {
    if let Some(app) = handle.try_state::<Desk>().and_then(|desk| desk.app()) {
        async_runtime::block_on(app.shut_down());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_without_a_language_leaves_the_choice_as_it_was() {
        assert_eq!(system_language(Some("C"), Language::Fr), Language::Fr);
        assert_eq!(system_language(None, Language::Fr), Language::Fr);
        assert_eq!(system_language(Some("en-GB"), Language::Fr), Language::En);
    }
}
