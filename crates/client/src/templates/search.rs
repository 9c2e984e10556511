//! What the panel and the pop-up of the composer show, at each key press.

use std::collections::BTreeSet;

use super::library::{Library, Reader, Shown};
use crate::view::{TemplateRow, TemplateWindow};
use guichet_domain::fold;

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// Words that all must be found.
    pub(crate) search: String,
    /// Only of this category.
    pub(crate) category: Option<String>,
    /// Only with a text in this language.
    pub(crate) language: Option<String>,
    /// Which text is shown where no language is asked for, if there is one.
    pub(crate) preferred: String,
    /// Rows at most.
    pub(crate) limit: u32,
}

/// Characters of a preview: about two lines of the panel.
const PREVIEW: usize = 160;

/// The templates that fit.
pub(crate) fn search(library: &Library, reader: &Reader, query: &Query) -> TemplateWindow {
    let words: Vec<String> = fold(&query.search)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let mut categories: Vec<String> = Vec::new();
    let mut languages = BTreeSet::new();
    let mut found: Vec<(u8, &Shown, &str)> = Vec::new();
    for shown in &library.shown {
        if !reader.is_offered(&shown.template) {
            continue;
        }
        let content = &shown.template.content;
        if categories.last() != Some(&content.category) {
            categories.push(content.category.clone());
        }
        languages.extend(content.texts.keys().map(String::as_str));
        if query
            .category
            .as_ref()
            .is_some_and(|category| *category != content.category)
        {
            continue;
        }
        let Some(language) = language(shown, query) else {
            continue;
        };
        if let Some(rank) = rank(shown, language, &words) {
            found.push((rank, shown, language));
        }
    }
    found.sort_by_key(|(rank, ..)| *rank);
    let rows = found.iter().take(query.limit as usize);
    TemplateWindow {
        rows: rows
            .map(|(_, shown, language)| row(shown, language, reader))
            .collect(),
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        categories,
        languages: languages.into_iter().map(str::to_owned).collect(),
        manages: !reader.managed_places().is_empty(),
    }
}

/// In which language it would be inserted; `None`: not in the one that is asked for.
fn language<'a>(shown: &'a Shown, query: &Query) -> Option<&'a str> {
    let texts = &shown.texts;
    let of = |tag: &String| texts.get_key_value(tag).map(|(tag, _)| tag.as_str());
    match &query.language {
        Some(language) => of(language),
        None => of(&query.preferred).or_else(|| texts.keys().next().map(String::as_str)),
    }
}

/// Lower is better: the title begins so, the title holds it, the category or the text does.
fn rank(shown: &Shown, language: &str, words: &[String]) -> Option<u8> {
    let Some(first) = words.first() else {
        return Some(0);
    };
    let text = shown.texts.get(language).map_or("", String::as_str);
    let in_title = |word: &String| shown.title.contains(word.as_str());
    let somewhere = |word: &String| {
        in_title(word) || shown.category.contains(word.as_str()) || text.contains(word.as_str())
    };
    if words.iter().all(in_title) {
        return Some(u8::from(!shown.title.starts_with(first.as_str())));
    }
    words.iter().all(somewhere).then_some(2)
}

fn row(shown: &Shown, language: &str, reader: &Reader) -> TemplateRow {
    let content = &shown.template.content;
    let text = content.texts.get(language).map_or("", String::as_str);
    TemplateRow {
        id: shown.template.id,
        title: content.title.clone(),
        category: content.category.clone(),
        department: reader.name(content.department),
        language: language.to_owned(),
        preview: text.chars().take(PREVIEW).collect(),
    }
}
