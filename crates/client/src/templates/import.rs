//! What a file of templates would change.

use std::collections::HashMap;

use guichet_domain::{DepartmentId, ImportedTemplate, TemplateContent, TemplateId};

use super::check;
use super::library::{Library, Reader};
use super::table::{Entry, Read, bad};
use crate::error::CallError;
use crate::view::{ImportPlan, PlannedTemplate};

/// What would change, and the list that changes it.
#[derive(Debug, Default)]
pub(crate) struct Planned {
    pub(crate) plan: ImportPlan,
    pub(crate) list: Vec<ImportedTemplate>,
}

/// Where a template is, and what it is called there, without regard to case.
type Name = (Option<DepartmentId>, String, String);

/// Compares a file with what is there. A template is known again by its department, category and title; languages that
/// the file does not have stay.
pub(crate) fn plan(
    read: Read,
    library: &Library,
    reader: &Reader,
    new_id: impl Fn() -> TemplateId,
) -> Planned {
    let there: HashMap<Name, TemplateId> = library
        .shown
        .iter()
        .map(|shown| (name(&shown.template.content), shown.template.id))
        .collect();
    let mut named: HashMap<Name, u64> = HashMap::new();
    let mut planned = Planned::default();
    planned.plan.bad = read.bad;
    for (line, entry) in read.entries {
        let content = match content(entry, reader) {
            Ok(content) => content,
            Err(why) => {
                planned.plan.bad.push(bad(line, why));
                continue;
            }
        };
        let name = name(&content);
        if let Some(first) = named.insert(name.clone(), line) {
            let why = CallError::new("import-again").with("line", first);
            planned.plan.bad.push(bad(line, why));
            continue;
        }
        let known = there.get(&name).and_then(|id| library.get(*id));
        let id = known.map_or_else(&new_id, |known| known.id);
        let merged = match known {
            None => content,
            Some(known) => merged(&known.content, content),
        };
        match known {
            Some(known) if known.content == merged => {
                planned.plan.unchanged += 1;
                continue;
            }
            Some(_) => planned.plan.changed.push(shown(&merged, reader)),
            None => planned.plan.fresh.push(shown(&merged, reader)),
        }
        let content = merged;
        planned.list.push(ImportedTemplate { id, content });
    }
    planned.plan.bad.sort_by_key(|bad| bad.line);
    planned
}

fn content(entry: Entry, reader: &Reader) -> Result<TemplateContent, CallError> {
    let department = match entry.department.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(name) => {
            let unknown = || CallError::new("import-department").with("name", name);
            Some(reader.named(name).ok_or_else(unknown)?)
        }
    };
    if !reader.manages(department) {
        return Err(CallError::new("not-allowed"));
    }
    check::accepted(&TemplateContent {
        department,
        category: entry.category,
        title: entry.title,
        texts: entry.texts,
    })
}

fn name(content: &TemplateContent) -> Name {
    let title = content.title.to_lowercase();
    (content.department, content.category.clone(), title)
}

fn merged(known: &TemplateContent, new: TemplateContent) -> TemplateContent {
    let mut texts = known.texts.clone();
    texts.extend(new.texts);
    TemplateContent { texts, ..new }
}

fn shown(content: &TemplateContent, reader: &Reader) -> PlannedTemplate {
    PlannedTemplate {
        title: content.title.clone(),
        category: content.category.clone(),
        department: reader.name(content.department),
        languages: content.texts.keys().cloned().collect(),
    }
}
