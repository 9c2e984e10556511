//! The templates that an agent may change, and their order.

use std::collections::BTreeSet;

use guichet_domain::{Template, TemplateId, Variable};

use super::library::{Library, Reader, Shown};
use super::table::Entry;
use crate::view::{ManagedTemplate, ManagedTemplates, TemplatePlace};
use guichet_domain::fold;

/// The first `limit` of those in which every word of `search` is found, by place and category.
pub(crate) fn managed(
    library: &Library,
    reader: &Reader,
    search: &str,
    limit: u32,
) -> ManagedTemplates {
    let words = fold(search);
    let words: Vec<&str> = words.split_whitespace().collect();
    let places = reader.managed_places();
    let of_place = |place| {
        let fits = move |shown: &&Shown| {
            shown.template.content.department == place && is_found(shown, &words)
        };
        library.shown.iter().filter(fits)
    };
    let found: Vec<&Shown> = places
        .iter()
        .flat_map(|place| of_place.clone()(*place))
        .collect();
    let categories: BTreeSet<&String> = library
        .shown
        .iter()
        .map(|shown| &shown.template.content.category)
        .collect();
    let place = |department| TemplatePlace {
        department,
        name: reader.name(department),
    };
    ManagedTemplates {
        rows: found
            .iter()
            .take(limit as usize)
            .map(|shown| {
                let Template { id, content, .. } = &shown.template;
                ManagedTemplate {
                    id: *id,
                    place: place(content.department),
                    category: content.category.clone(),
                    title: content.title.clone(),
                    texts: content.texts.clone(),
                }
            })
            .collect(),
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        places: places.into_iter().map(place).collect(),
        categories: categories.into_iter().cloned().collect(),
        variables: Variable::ALL.map(Variable::name).to_vec(),
    }
}

fn is_found(shown: &Shown, words: &[&str]) -> bool {
    words.iter().all(|word| {
        shown.title.contains(word)
            || shown.category.contains(word)
            || shown.texts.values().any(|text| text.contains(word))
    })
}

/// Behind which template `moved` stands, when it is put before or behind `beside`; `None`: at the beginning.
pub(crate) fn after(
    library: &Library,
    moved: TemplateId,
    beside: TemplateId,
    behind: bool,
) -> Option<TemplateId> {
    if behind {
        return Some(beside);
    }
    let content = &library.get(beside)?.content;
    let shelf = (content.department, &content.category);
    let others = library.shown.iter().map(|shown| &shown.template);
    others
        .filter(|other| (other.content.department, &other.content.category) == shelf)
        .map(|other| other.id)
        .filter(|other| *other != moved)
        .take_while(|other| *other != beside)
        .last()
}

/// Every template that the agent may change, for a file.
pub(crate) fn entries(library: &Library, reader: &Reader) -> Vec<Entry> {
    let all = managed(library, reader, "", u32::MAX).rows;
    all.into_iter()
        .map(|template| Entry {
            department: template.place.name,
            category: template.category,
            title: template.title,
            texts: template.texts,
        })
        .collect()
}
