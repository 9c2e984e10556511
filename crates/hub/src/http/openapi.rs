//! The description of the agents' routes, made from the code.

use axum::Json;
use utoipa::OpenApi;

use super::{
    agents, audit, blocks, configuration, contacts, history, me, sessions, supervision, sync,
    templates,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Guichet hub",
        description = "What an agent's app asks of its hub"
    ),
    paths(
        sessions::set_up,
        sessions::sign_in,
        sessions::sign_out,
        sessions::me,
        me::profile,
        me::put_photo,
        me::delete_photo,
        me::photo,
        me::password,
        me::sessions,
        me::end_session,
        agents::command,
        agents::alive,
        agents::typing,
        agents::loads,
        sync::sync,
        sync::manifest,
        sync::fetch,
        sync::messages,
        sync::listen,
        supervision::overview,
        supervision::conversation,
        history::history,
        blocks::visitor,
        blocks::list,
        blocks::command,
        contacts::book,
        contacts::export_book,
        contacts::contact,
        contacts::history,
        contacts::command,
        contacts::plan,
        contacts::export,
        templates::command,
        templates::uses,
        configuration::command,
        configuration::invite,
        configuration::installations,
        audit::audit,
    )
)]
struct Description;

/// The description itself.
pub async fn openapi() -> Json<utoipa::openapi::OpenApi> {
    Json(Description::openapi())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_names_every_route_and_resolves_every_type() {
        let description = serde_json::to_value(Description::openapi()).expect("json");
        let text = description.to_string();
        for route in [
            "/v1/commands",
            "/v1/sync",
            "/v1/feed",
            "/v1/sessions/current",
        ] {
            assert!(description["paths"].get(route).is_some(), "{route}");
        }
        let schemas = &description["components"]["schemas"];
        for reference in text.split("\"#/components/schemas/").skip(1) {
            let name = reference.split('"').next().expect("name");
            assert!(schemas.get(name).is_some(), "{name} is not described");
        }
    }
}
