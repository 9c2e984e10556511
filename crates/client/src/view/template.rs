//! Templates: to insert, and to manage.

use std::collections::BTreeMap;

use guichet_domain::{DepartmentId, TemplateId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Templates that an agent may insert, those that fit best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TemplateWindow {
    /// The first of them.
    pub rows: Vec<TemplateRow>,
    /// How many fit.
    pub total: u32,
    /// Of all that are offered, in their order.
    pub categories: Vec<String>,
    /// Of all that are offered.
    pub languages: Vec<String>,
    /// The agent may write some of them.
    pub manages: bool,
}

/// A template to insert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TemplateRow {
    pub id: TemplateId,
    pub title: String,
    pub category: String,
    /// By name; `None`: the whole company's.
    pub department: Option<String>,
    /// In which it would be inserted.
    pub language: String,
    /// The beginning of its text.
    pub preview: String,
}

/// What is to be written at the caret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FilledTemplate {
    /// With its variables filled.
    pub text: String,
    /// Where those stand that could not be.
    pub fields: Vec<FieldPlace>,
}

/// A field that is still to be filled, as places in a JavaScript string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct FieldPlace {
    pub from: u32,
    pub to: u32,
}

/// Templates that the agent may change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ManagedTemplates {
    /// The first of them, by place, category and order.
    pub rows: Vec<ManagedTemplate>,
    /// How many there are, or fit what is searched.
    pub total: u32,
    /// Where the agent may write templates.
    pub places: Vec<TemplatePlace>,
    /// Of all templates.
    pub categories: Vec<String>,
    /// What may stand between two braces.
    pub variables: Vec<&'static str>,
}

/// The whole company, or a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TemplatePlace {
    /// `None`: the whole company.
    pub department: Option<DepartmentId>,
    /// Of the department.
    pub name: Option<String>,
}

/// A template that the agent may change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct ManagedTemplate {
    pub id: TemplateId,
    pub place: TemplatePlace,
    pub category: String,
    pub title: String,
    /// By language.
    pub texts: BTreeMap<String, String>,
}

/// A template as it is written in the form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TemplateForm {
    /// `None`: a new one.
    pub id: Option<TemplateId>,
    pub department: Option<DepartmentId>,
    pub category: String,
    pub title: String,
    pub texts: BTreeMap<String, String>,
}

/// How often a template was inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TemplateUse {
    pub id: TemplateId,
    pub uses: u64,
}

/// A file of templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum TableFormat {
    Csv,
    Json,
}

/// What an import would change, or changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportPlan {
    /// Templates that are not there yet.
    pub fresh: Vec<PlannedTemplate>,
    /// Templates that would say something else.
    pub changed: Vec<PlannedTemplate>,
    /// Templates that are there already just so.
    pub unchanged: u32,
    /// What cannot be imported; nothing is while there is some.
    pub bad: Vec<BadLine>,
}

/// A template of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct PlannedTemplate {
    pub title: String,
    pub category: String,
    pub department: Option<String>,
    pub languages: Vec<String>,
}

/// A line of a file that cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BadLine {
    /// Line of a table, or entry of a list, from 1.
    pub line: u64,
    /// Why, as in [`crate::CallError`].
    pub code: String,
    /// For the words.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    pub params: Map<String, Value>,
}
