//! Departments, and what holds for the whole company.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{DepartmentId, OfficeHours, Timestamp};

/// A group of agents; queues and channel accounts belong to one, or to the whole company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Department {
    /// Which department.
    pub id: DepartmentId,
    /// As agents read it.
    pub name: String,
    /// When its queues ring; `None`: as the company.
    #[serde(default)]
    pub hours: Option<OfficeHours>,
}

/// What holds for the whole company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CompanySettings"))]
pub struct Settings {
    /// The company's name.
    pub name: String,
    /// Where its phone numbers without a prefix are, as ISO 3166-1 alpha-2.
    pub country: String,
    /// When its queues ring, and what "today" is.
    pub hours: OfficeHours,
    /// A conversation without activity for so many days is closed; `None`: never.
    pub auto_close_days: Option<u16>,
    /// Closed conversations are deleted after so many months; `None`: never.
    pub retention_months: Option<u16>,
    /// Agents see a customer's earlier conversations with all agents and departments.
    pub history: bool,
}

impl Department {
    /// A department that rings when the company does.
    pub fn new(id: DepartmentId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            hours: None,
        }
    }
}

impl Settings {
    /// What was closed and had its last activity before this is deleted; `None`: nothing is. Months are those of the
    /// calendar, in the company's time zone.
    pub fn kept_since(&self, now: Timestamp) -> Option<Timestamp> {
        self.retention_months
            .map(|months| self.hours.months_before(now, months))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            country: "FR".to_owned(),
            hours: OfficeHours::default(),
            auto_close_days: None,
            retention_months: None,
            history: true,
        }
    }
}
