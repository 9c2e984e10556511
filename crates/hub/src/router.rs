//! Every route, on one page.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{delete, get, post, put};
use tower_http::catch_panic::CatchPanicLayer;

use crate::http::edge::Edge;
use crate::http::{
    admin, agents, audit, blocks, configuration, contacts, history, join, layers, me, openapi,
    sessions, status, supervision, sync, templates, widget, widget_feed, widget_files,
};

/// The hub's routes.
pub fn router(edge: &Edge) -> Router {
    let limits = &edge.config.bodies;

    let agents = Router::new()
        .route("/v1/setup", post(sessions::set_up))
        .route("/v1/sessions", post(sessions::sign_in))
        .route("/v1/sessions/current", delete(sessions::sign_out))
        .route("/v1/me", get(sessions::me).put(me::profile))
        .route("/v1/me/password", put(me::password))
        .route("/v1/me/sessions", get(me::sessions))
        .route("/v1/me/sessions/{id}", delete(me::end_session))
        .route("/v1/agents/{id}/photo", get(me::photo))
        .route("/v1/commands", post(agents::command))
        .route("/v1/alive", post(agents::alive))
        .route("/v1/typing", post(agents::typing))
        .route("/v1/loads", get(agents::loads))
        .route("/v1/sync", get(sync::sync))
        .route("/v1/manifest", get(sync::manifest))
        .route("/v1/fetch", post(sync::fetch))
        .route("/v1/supervision", get(supervision::overview))
        .route("/v1/conversations/{id}", get(supervision::conversation))
        .route("/v1/conversations/{id}/history", get(history::history))
        .route("/v1/conversations/{id}/messages", get(sync::messages))
        .route("/v1/conversations/{id}/visitor", get(blocks::visitor))
        .route("/v1/blocks", get(blocks::list).post(blocks::command))
        .route("/v1/feed", get(sync::listen))
        .route("/v1/configuration", post(configuration::command))
        .route("/v1/agents/{id}/invitation", post(configuration::invite))
        .route(
            "/v1/accounts/{id}/installations",
            get(configuration::installations),
        )
        .route("/v1/audit", get(audit::audit))
        .method_not_allowed_fallback(layers::nothing_here)
        .layer(from_fn(layers::protocol))
        .layer(DefaultBodyLimit::max(limits.command));

    let lists = Router::new()
        .route("/v1/contacts", get(contacts::book).post(contacts::command))
        .route("/v1/contacts/plan", post(contacts::plan))
        .route("/v1/contacts/export", post(contacts::export_book))
        .route("/v1/contacts/{id}", get(contacts::contact))
        .route("/v1/contacts/{id}/history", get(contacts::history))
        .route("/v1/contacts/{id}/export", post(contacts::export))
        .route("/v1/templates", post(templates::command))
        .route("/v1/templates/uses", get(templates::uses))
        .method_not_allowed_fallback(layers::nothing_here)
        .layer(from_fn(layers::protocol))
        .layer(DefaultBodyLimit::max(limits.import));

    let photos = Router::new()
        .route("/v1/me/photo", put(me::put_photo).delete(me::delete_photo))
        .method_not_allowed_fallback(layers::nothing_here)
        .layer(from_fn(layers::protocol))
        .layer(DefaultBodyLimit::max(limits.photo));

    let widget = Router::new()
        .route("/join", get(join::page))
        .route("/widget/v1/loader.js", get(widget_files::loader))
        .route("/widget/v1/frame", get(widget_files::frame))
        .route("/widget/v1/assets/{*path}", get(widget_files::asset))
        .route("/widget/v1/config", get(widget::config))
        .route("/widget/v1/sessions", post(widget::new_visitor))
        .route("/widget/v1/conversation", get(widget::conversation))
        .route("/widget/v1/messages", post(widget::message))
        .route("/widget/v1/typing", post(widget::typing))
        .route("/widget/v1/read", post(widget::read))
        .route("/widget/v1/end", post(widget::end))
        .route("/widget/v1/feed", get(widget_feed::listen))
        .method_not_allowed_fallback(layers::nothing_here)
        .layer(DefaultBodyLimit::max(limits.widget));

    let operations = Router::new()
        .route("/v1/openapi.json", get(openapi::openapi))
        .route("/v1/admin/command-line", post(admin::command_line))
        .route("/healthz", get(status::health))
        .route("/metrics", get(status::metrics))
        .method_not_allowed_fallback(layers::nothing_here)
        .layer(DefaultBodyLimit::max(limits.command));

    Router::new()
        .merge(agents)
        .merge(lists)
        .merge(photos)
        .merge(widget)
        .merge(operations)
        .fallback(layers::nothing_here)
        .layer(CatchPanicLayer::custom(layers::panicked(edge)))
        .layer(from_fn_with_state(edge.clone(), layers::all))
        .with_state(edge.clone())
}
