//! Why a template is refused, in words about the field at fault.

use guichet_domain::TemplateContent;
use guichet_domain::Variable;
use guichet_domain::template::{MAX_CATEGORY, MAX_LANGUAGES, MAX_TEXT, MAX_TITLE, is_language};
use guichet_domain::variables::fields;

use crate::error::CallError;

/// As it would be kept, or what is wrong with it.
pub(crate) fn accepted(content: &TemplateContent) -> Result<TemplateContent, CallError> {
    content
        .accepted()
        .map_err(|refusal| fault(content).unwrap_or_else(|| (&refusal).into()))
}

fn fault(content: &TemplateContent) -> Option<CallError> {
    let line = |text: &str, limit: usize, empty, too_long| {
        let length = text.trim().chars().count();
        if length == 0 {
            Some(CallError::new(empty))
        } else if length > limit {
            Some(CallError::new(too_long).with("limit", limit))
        } else {
            None
        }
    };
    line(
        &content.title,
        MAX_TITLE,
        "template-title-empty",
        "template-title-too-long",
    )
    .or_else(|| {
        line(
            &content.category,
            MAX_CATEGORY,
            "template-category-empty",
            "template-category-too-long",
        )
    })
    .or_else(|| texts(content))
}

fn texts(content: &TemplateContent) -> Option<CallError> {
    if content.texts.is_empty() {
        return Some(CallError::new("template-no-text"));
    }
    if content.texts.len() > MAX_LANGUAGES {
        return Some(CallError::new("too-many-of").with("limit", MAX_LANGUAGES));
    }
    let mut texts = content.texts.iter();
    texts.find_map(|(language, words)| text(language, words))
}

/// What is wrong with a text in one language.
fn text(language: &str, text: &str) -> Option<CallError> {
    let of = |code| CallError::new(code).with("language", language);
    if !is_language(language) {
        return Some(of("bad-language"));
    }
    if text.trim().is_empty() {
        return Some(of("template-text-empty"));
    }
    if text.chars().count() > MAX_TEXT {
        return Some(of("template-text-too-long").with("limit", MAX_TEXT));
    }
    let unknown = fields(text).find(|field| Variable::named(field.name).is_none());
    unknown.map(|field| CallError::new("unknown-variable").with("name", field.name))
}
