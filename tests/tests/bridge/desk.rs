//! One agent's computer: the real client behind the screen's own files, for a browser instead of the desktop window.

use std::convert::Infallible;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::{Stream, StreamExt as _, stream};
use guichet_client::view::UiEvent;
use guichet_client::{App, AppConfig, commands};
use guichet_tests::host::RememberingHost;
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;
use tower_http::services::ServeDir;

/// A computer that is switched on.
pub(crate) struct Desk {
    pub(crate) url: String,
    app: App<RememberingHost>,
}

impl Desk {
    pub(crate) async fn open(config: AppConfig) -> Self {
        let app = App::open(config, RememberingHost::default())
            .await
            .expect("opens");
        let routes = Router::new()
            .route("/call/{name}", post(call))
            .route("/events", get(events))
            .fallback_service(ServeDir::new(crate::clone().join("ui")))
            .with_state(app.clone());
        let listener = crate::listener().await;
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async { axum::serve(listener, routes).await });
        Self { url, app }
    }

    pub(crate) async fn shut_down(&self) {
        self.app.shut_down().await;
    }
}

/// The screen's one command. `painted` is for the shell, which is not here.
async fn call(
    State(app): State<App<RememberingHost>>,
    Path(name): Path<String>,
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
