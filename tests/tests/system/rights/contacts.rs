//! The address book by role.

use guichet_hub::clock::new_id;
use reqwest::Method;
use serde_json::{Value, json};

use super::company::{ROLES, Who};
use super::routes::{ByRole, NOT_ALLOWED, NOT_FOUND, OK};

/// With a contact of its own each time: the last row erases them.
pub(super) fn rows() -> Vec<ByRole> {
    use Who::{DepartmentOwner, Manager, OtherManager, SystemAdmin, SystemOwner};
    let everyone = ROLES.to_vec();
    let managers = vec![Manager, OtherManager, DepartmentOwner, SystemOwner];
    let owners = vec![DepartmentOwner, SystemAdmin, SystemOwner];
    let contact = new_id();
    let details = json!({ "name": contact, "email": null, "phone": null });
    let row = |method: Method, path: String, body: Option<Value>, allowed: &[Who], bad| ByRole {
        method,
        path,
        body,
        allowed: allowed.to_vec(),
        good: OK,
        bad,
    };
    let get = |end: &str| {
        let path = format!("/v1/contacts{end}");
        row(Method::GET, path, None, &everyone, NOT_FOUND)
    };
    let export = |path: String| row(Method::POST, path, None, &owners, NOT_FOUND);
    let command = |command: Value, allowed: &[Who]| {
        let path = "/v1/contacts".to_owned();
        let body = Some(json!({ "command": command }));
        row(Method::POST, path, body, allowed, NOT_ALLOWED)
    };
    let line =
        json!([{ "id": new_id(), "details": { "name": new_id(), "email": null, "phone": null } }]);
    vec![
        command(
            json!({ "do": "new", "contact": contact, "details": details }),
            &everyone,
        ),
        command(
            json!({ "do": "edit", "contact": contact, "details": details }),
            &everyone,
        ),
        get(""),
        get(&format!("/{contact}")),
        get(&format!("/{contact}/history")),
        row(
            Method::POST,
            "/v1/contacts/plan".to_owned(),
            Some(json!({ "contacts": line })),
            &managers,
            NOT_FOUND,
        ),
        command(json!({ "do": "import", "contacts": line }), &managers),
        ByRole {
            // Who may is told that they are one.
            good: (200, "same"),
            ..command(
                json!({ "do": "merge", "winner": contact, "loser": contact }),
                &managers,
            )
        },
        export(format!("/v1/contacts/{contact}/export")),
        export("/v1/contacts/export".to_owned()),
        command(json!({ "do": "erase", "contact": contact }), &owners),
    ]
}
