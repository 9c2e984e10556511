//! A page of an imaginary shop with the widget on it, to try Guichet with. Only when asked for, on its own address:
//! the widget must work from a foreign origin.

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use guichet_domain::{Account, Command};
use tower_http::catch_panic::CatchPanicLayer;

use super::edge::{Edge, Origins};
use super::layers;
use super::widget_page::by_public_key;
use crate::admin::{DEMO_KEY, submit};

static PAGE: &str = include_str!("../../../../widget/demo/index.html");

/// The demo's routes.
pub fn router(edge: &Edge) -> Router {
    Router::new()
        .route("/demo", get(page))
        .fallback(layers::nothing_here)
        .layer(CatchPanicLayer::custom(layers::panicked(edge)))
        .with_state(edge.own().base.clone())
}

async fn page(State(hub): State<String>) -> impl IntoResponse {
    let page = PAGE
        .replace("{{LOADER}}", &format!("{hub}/widget/v1/loader.js"))
        .replace("{{ACCOUNT}}", DEMO_KEY);
    (
        [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
        ],
        page,
    )
}

/// The demo account's sites become the page that listens here; those of earlier starts are gone. Without a demo page,
/// or a demo company yet, there is nothing to do.
pub async fn allow(edge: &Edge) -> anyhow::Result<()> {
    let account = by_public_key(&edge.committer.board(), DEMO_KEY);
    let (Some(account), Some(listening)) = (account, edge.demo()) else {
        return Ok(());
    };
    let sites = Origins::new(None, listening).all;
    if sites == account.sites {
        return Ok(());
    }
    let put = Command::PutAccount {
        account: Account { sites, ..account },
    };
    submit(edge.hub(), put).await
}
