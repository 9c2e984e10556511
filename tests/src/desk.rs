//! One agent's computer: the real client behind the screen's own files, for a browser instead of the desktop window.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use crate::host::RememberingHost;
use axum::extract::{self, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::{Stream, StreamExt as _, stream};
use guichet_client::view::UiEvent;
use guichet_client::{App, AppConfig, commands};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::broadcast::error::RecvError;
use tower_http::services::ServeDir;

/// A computer that is switched on.
pub struct Desk {
    /// Where its screen is.
    pub url: String,
    app: App<RememberingHost>,
}

impl Desk {
    /// Switches it on.
    pub async fn open(config: AppConfig, host: RememberingHost) -> Self {
        let app = App::open(config, host).await.expect("opens");
        let routes = Router::new()
            .route("/call/{name}", post(call))
            .route("/events", get(events))
            .fallback_service(ServeDir::new(ui()))
            .with_state(app.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async { axum::serve(listener, routes).await });
        Self { url, app }
    }

    /// Switches it off.
    pub async fn shut_down(&self) {
        self.app.shut_down().await;
    }
}

/// The screen's one command. `painted` is for the shell, which is not here.
async fn call(
    State(app): State<App<RememberingHost>>,
    extract::Path(name): extract::Path<String>,
    Json(args): Json<Value>,
) -> Response {
    if name == "painted" {
        return Json(json!({})).into_response();
    }
    match commands::call(&app, &name, args).await {
        Ok(answer) => Json(answer).into_response(),
        Err(error) => (StatusCode::BAD_REQUEST, Json(error)).into_response(),
    }
}

/// The screen's one event, as the desktop shell hands it over.
async fn events(
    State(app): State<App<RememberingHost>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let told = stream::unfold(app.subscribe(), async |mut events| {
        match events.recv().await {
            Ok(event) => Some((vec![event], events)),
            Err(RecvError::Lagged(_)) => Some((vec![UiEvent::Session, UiEvent::Inbox], events)),
            Err(RecvError::Closed) => None,
        }
    });
    Sse::new(
        told.flat_map(stream::iter)
            .map(|event| Ok(Event::default().json_data(event).expect("an event is JSON"))),
    )
}

/// The screen's files, of this checkout.
fn ui() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().expect("a folder above").join("ui")
}
