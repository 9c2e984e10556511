//! Between the screen and the client library: one command, one event.

use guichet_client::view::UiEvent;
use guichet_client::{App, CallError, Language, commands};
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter as _, Runtime, State, async_runtime};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::announce::Announcement;
use crate::desktop::Desktop;
use crate::window;

/// The event that carries every `UiEvent`.
const EVENT: &str = "guichet";

/// What the screen talks to.
pub(crate) struct Desk {
    /// The client, or why there is none: then the screen says so, in words.
    pub(crate) app: Result<App<Desktop>, CallError>,
    pub(crate) announcement: Announcement,
}

impl Desk {
    /// The client, if it opened.
    pub(crate) fn app(&self) -> Option<App<Desktop>> {
        self.app.as_ref().ok().cloned()
    }
}

/// The screen's one command. `painted` is for the shell; the client library knows all others.
#[tauri::command]
pub(crate) async fn call(
    desk: State<'_, Desk>,
    name: String,
    args: Value,
) -> Result<Value, CallError> {
    if name == "painted" {
        desk.announcement.painted();
        return Ok(json!({}));
    }
    match &desk.app {
        Ok(app) => commands::call(app, &name, args).await,
        // The screen needs words to say what is wrong.
        Err(_) if name == "words" => Ok(words(&args)),
        Err(error) => Err(error.clone()),
    }
}

/// The words of the language that the screen names.
fn words(args: &Value) -> Value {
    let language = Language::of_tag(args["language"].as_str().unwrap_or_default());
    json!({ "language": language, "ftl": language.ftl() })
}

/// Hands the client's events to the screen until the client ends.
pub(crate) fn forward<R: Runtime>(handle: AppHandle<R>, mut events: Receiver<UiEvent>) {
    async_runtime::spawn(async move {
        loop {
            match events.recv().await {
                Ok(event) => tell(&handle, &event),
                // Events say only what to ask again; after a gap that is everything.
                Err(RecvError::Lagged(missed)) => {
                    tracing::warn!(missed, "the screen fell behind");
                    tell(&handle, &UiEvent::Session);
                    tell(&handle, &UiEvent::Inbox);
                }
                Err(RecvError::Closed) => return,
            }
        }
    });
}

fn tell<R: Runtime>(handle: &AppHandle<R>, event: &UiEvent) {
    if matches!(event, UiEvent::Open { .. }) {
        window::raise(handle);
    }
    if let Err(error) = handle.emit_to(window::LABEL, EVENT, event) {
        tracing::warn!(%error, "the screen cannot be told");
    }
}

#[cfg(test)]
mod tests {
    use tauri::ipc::{CallbackFn, InvokeBody};
    use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
    use tauri::webview::InvokeRequest;
    use tauri::{WebviewWindow, WebviewWindowBuilder};

    use super::*;

    /// A window of the real configuration and capabilities, over a client that did not open.
    fn window() -> WebviewWindow<MockRuntime> {
        let app = mock_builder()
            .plugin(tauri_plugin_notification::init())
            .invoke_handler(tauri::generate_handler![call])
            .manage(Desk {
                app: Err(CallError::new("cache-failed")),
                announcement: Announcement::new(false),
            })
            .build(crate::generated::context())
            .expect("builds");
        WebviewWindowBuilder::new(&app, window::LABEL, tauri::WebviewUrl::default())
            .build()
            .expect("opens")
    }

    fn ask(command: &str, body: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().expect("is an address"),
            body: InvokeBody::Json(body),
            headers: tauri::http::HeaderMap::new(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&window(), request).map(|body| body.deserialize().expect("is JSON"))
    }

    #[test]
    fn the_screen_gets_answers_and_coded_errors() {
        let painted = ask("call", json!({ "name": "painted", "args": {} }));
        assert_eq!(painted, Ok(json!({})));
        let failed = ask("call", json!({ "name": "session", "args": {} }));
        assert_eq!(failed, Err(json!({ "code": "cache-failed", "params": {} })));
    }

    #[test]
    fn the_screen_may_ask_the_shell_nothing_else() {
        let allowed = ask(
            "plugin:event|listen",
            json!({ "event": EVENT, "target": { "kind": "Any" }, "handler": 1 }),
        );
        assert!(allowed.is_ok(), "{allowed:?}");
        for denied in [
            "plugin:event|emit",
            "plugin:notification|notify",
            "plugin:window|set_title",
            "plugin:webview|create_webview_window",
            "plugin:path|resolve_directory",
            "plugin:app|version",
        ] {
            let answer = ask(denied, json!({ "event": EVENT })).expect_err(denied);
            assert!(
                answer
                    .as_str()
                    .is_some_and(|words| words.contains("not allowed")),
                "{denied}: {answer}"
            );
        }
    }
}
