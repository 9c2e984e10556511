//! Templates: texts the company prepared for agents to insert.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::text::{message_text, single_line};
use crate::variables::{Variable, fields};
use crate::{DepartmentId, Refusal, TemplateId};

/// Longest title, in characters.
pub const MAX_TITLE: usize = 80;
/// Longest category, in characters.
pub const MAX_CATEGORY: usize = 40;
/// Longest text in one language, in characters: what the longest channel carries.
pub const MAX_TEXT: usize = 4_096;
/// Most languages of one template.
pub const MAX_LANGUAGES: usize = 20;
/// Most templates of a company: every agent's app keeps all of them.
pub const MAX_TEMPLATES: u32 = 20_000;

/// A text the company prepared. Every active agent's app holds all of them: they are written to be sent to customers,
/// so no colleague needs to be kept from reading one. Whom a department's are offered to is said by
/// [`Board::works_in`](crate::Board::works_in).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Template {
    /// Which template.
    pub id: TemplateId,
    /// What it says, and where it belongs.
    pub content: TemplateContent,
    /// Orders it among those of its department and category. Has gaps, for those that are moved in between.
    pub position: i64,
}

/// What a template says, and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateContent {
    /// `None`: the whole company's.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// A word that several templates share; the tabs of the panel.
    pub category: String,
    /// As agents find it; one of that name in its department and category.
    pub title: String,
    /// By language (`fr`, `en`, `pt-BR`), at least one.
    pub texts: BTreeMap<String, String>,
}

/// One template of a list that is imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportedTemplate {
    /// A new id, or that of the template which this one replaces.
    pub id: TemplateId,
    /// What it says from then on.
    pub content: TemplateContent,
}

/// Where a name must be unique, and an order is kept.
pub(crate) type Shelf = (Option<DepartmentId>, String);

impl TemplateContent {
    /// As it is kept: title and category as single lines, texts without control characters. Refused when one is empty or
    /// too long, a language is none, or a variable is not known.
    pub fn accepted(&self) -> Result<Self, Refusal> {
        if self.texts.is_empty() {
            return Err(Refusal::TextEmpty);
        }
        if self.texts.len() > MAX_LANGUAGES {
            return Err(Refusal::TooManyOf {
                limit: MAX_LANGUAGES,
            });
        }
        let mut texts = BTreeMap::new();
        for (language, text) in &self.texts {
            if !is_language(language) {
                return Err(Refusal::BadLanguage);
            }
            let text = message_text(text, MAX_TEXT)?;
            if fields(&text).any(|field| Variable::named(field.name).is_none()) {
                return Err(Refusal::UnknownVariable);
            }
            texts.insert(language.clone(), text);
        }
        Ok(Self {
            department: self.department,
            category: line(&self.category, MAX_CATEGORY)?,
            title: line(&self.title, MAX_TITLE)?,
            texts,
        })
    }

    pub(crate) fn shelf(&self) -> Shelf {
        (self.department, self.category.clone())
    }

    /// Titles that differ only in case are the same to who looks for one.
    pub(crate) fn name(&self) -> (Shelf, String) {
        (self.shelf(), self.title.to_lowercase())
    }
}

fn line(text: &str, limit: usize) -> Result<String, Refusal> {
    if text.trim().chars().count() > limit {
        return Err(Refusal::TextTooLong { limit });
    }
    single_line(text).ok_or(Refusal::TextEmpty)
}

/// Two or three small letters, perhaps with a region: `fr`, `pt-BR`.
pub fn is_language(tag: &str) -> bool {
    let (language, region) = match tag.split_once('-') {
        Some((language, region)) => (language, Some(region)),
        None => (tag, None),
    };
    let small = |c: u8| c.is_ascii_lowercase();
    let capital = |c: u8| c.is_ascii_uppercase();
    (2..=3).contains(&language.len())
        && language.bytes().all(small)
        && region.is_none_or(|region| region.len() == 2 && region.bytes().all(capital))
}
