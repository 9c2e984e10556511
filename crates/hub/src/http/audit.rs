//! Who did what, for those who answer for it.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::State;
use guichet_domain::{DepartmentId, Right, allows};
use guichet_protocol::{ApiError, AuditPage, AuditRow};
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::SignedIn;
use super::edge::Edge;
use super::failure::Failure;
use super::input::Asked;
use crate::store::Store;

/// Most rows of one page.
const PAGE: u32 = 200;

/// Which rows.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// Only those before this one.
    before: Option<u64>,
}

/// The audit trail, newest first: the company's, or that of the departments one owns.
#[utoipa::path(get, path = "/v1/audit", params(Before), responses(
    (status = 200, body = AuditPage), (status = "4XX", body = ApiError)))]
pub async fn audit(
    State(edge): State<Edge>,
    SignedIn { agent, .. }: SignedIn,
    Asked(Before { before }): Asked<Before>,
) -> Result<Json<AuditPage>, Failure> {
    let held = agent.grants.iter().filter_map(|grant| grant.department);
    let own: BTreeSet<DepartmentId> = held
        .filter(|department| allows(&agent, Right::Audit, Some(*department)))
        .collect();
    let everywhere = allows(&agent, Right::Audit, None);
    if own.is_empty() && !everywhere {
        return Err(Failure::not_found());
    }
    let departments = (!everywhere).then_some(&own);
    let mut rows = edge.store.audit(departments, before, PAGE + 1).await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let rows = rows.into_iter();
    Ok(Json(AuditPage {
        rows: rows.map(|(number, row)| AuditRow { number, row }).collect(),
        more,
    }))
}
