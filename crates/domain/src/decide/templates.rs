//! Templates: written, ordered, taken away, counted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::company::may;
use super::draft::Draft;
use crate::template::{MAX_TEMPLATES, Shelf};
use crate::{Event, ImportedTemplate, Refusal, Right, Template, TemplateContent, TemplateId};

/// Between two templates that stand next to each other: thirty moves fit between any two before their shelf is numbered
/// anew.
const STEP: i64 = 1 << 30;

pub(super) fn put(
    draft: &mut Draft<'_>,
    id: TemplateId,
    content: &TemplateContent,
) -> Result<(), Refusal> {
    let mut shelves = Shelves::of(draft);
    let event = shelves.put(draft, id, content)?;
    draft.events.extend(event);
    Ok(())
}

/// All or nothing; each line sees those before it.
pub(super) fn import(draft: &mut Draft<'_>, list: &[ImportedTemplate]) -> Result<(), Refusal> {
    let mut shelves = Shelves::of(draft);
    let mut events = Vec::new();
    let mut named = BTreeSet::new();
    for line in list {
        if !named.insert(line.id) {
            return Err(Refusal::AlreadyInUse);
        }
        events.extend(shelves.put(draft, line.id, &line.content)?);
    }
    draft.events.extend(events);
    Ok(())
}

pub(super) fn delete(draft: &mut Draft<'_>, id: TemplateId) -> Result<(), Refusal> {
    let known = known(draft, id)?;
    may(draft, Right::ManageTemplates, known.content.department)?;
    draft.push(Event::TemplateDeleted(id));
    Ok(())
}

/// Behind `after`, or to the beginning of its shelf.
pub(super) fn place(
    draft: &mut Draft<'_>,
    id: TemplateId,
    after: Option<TemplateId>,
) -> Result<(), Refusal> {
    let moved = known(draft, id)?;
    may(draft, Right::ManageTemplates, moved.content.department)?;
    let shelf = moved.content.shelf();
    let mut others: Vec<&Template> = draft
        .situation
        .templates
        .values()
        .filter(|other| other.id != id && other.content.shelf() == shelf)
        .collect();
    others.sort_by_key(|other| (other.position, other.id));
    let place = match after {
        None => 0,
        Some(after) => {
            let before = others.iter().position(|other| other.id == after);
            before.ok_or(Refusal::NotFound)? + 1
        }
    };
    let before = place.checked_sub(1).map(|before| others[before].position);
    let behind = others.get(place).map(|behind| behind.position);
    let fits = |position: &i64| {
        before.is_none_or(|before| before < *position)
            && behind.is_none_or(|behind| *position < behind)
    };
    if fits(&moved.position) {
        return Ok(());
    }
    let between = match (before, behind) {
        (None, None) => Some(0),
        (Some(before), None) => before.checked_add(STEP),
        (None, Some(behind)) => behind.checked_sub(STEP),
        (Some(before), Some(behind)) => Some(before.midpoint(behind)),
    };
    if let Some(position) = between.filter(fits) {
        draft.push(Event::TemplatePut(at(moved, position)));
        return Ok(());
    }
    others.insert(place, moved);
    for (template, position) in others.into_iter().zip((0..).step_by(1 << 30)) {
        if template.position != position {
            draft.push(Event::TemplatePut(at(template, position)));
        }
    }
    Ok(())
}

/// Any agent inserts any template that their app offers.
pub(super) fn used(draft: &mut Draft<'_>, id: TemplateId) -> Result<(), Refusal> {
    draft.agent()?;
    known(draft, id)?;
    draft.push(Event::TemplateUsed(id));
    Ok(())
}

fn known<'a>(draft: &Draft<'a>, id: TemplateId) -> Result<&'a Template, Refusal> {
    draft.situation.templates.get(&id).ok_or(Refusal::NotFound)
}

fn at(template: &Template, position: i64) -> Template {
    Template {
        position,
        ..template.clone()
    }
}

/// Names and ends of the shelves, as the lines of one command leave them.
struct Shelves {
    templates: BTreeMap<TemplateId, Template>,
    names: HashMap<(Shelf, String), TemplateId>,
    last: HashMap<Shelf, i64>,
    count: u32,
}

impl Shelves {
    fn of(draft: &Draft<'_>) -> Self {
        let mut shelves = Self {
            templates: BTreeMap::new(),
            names: HashMap::new(),
            last: HashMap::new(),
            count: draft.situation.template_count,
        };
        for template in draft.situation.templates.values() {
            shelves.keep(template.clone());
        }
        shelves
    }

    /// The event that puts it, unless it is there already just so.
    fn put(
        &mut self,
        draft: &Draft<'_>,
        id: TemplateId,
        content: &TemplateContent,
    ) -> Result<Option<Event>, Refusal> {
        may(draft, Right::ManageTemplates, content.department)?;
        let known = self.templates.get(&id);
        if let Some(known) = known {
            may(draft, Right::ManageTemplates, known.content.department)?;
        }
        let departments = &draft.situation.board.departments;
        let exists = |department| departments.contains_key(&department);
        if !content.department.is_none_or(exists) {
            return Err(Refusal::NotFound);
        }
        let content = content.accepted()?;
        if known.is_some_and(|known| known.content == content) {
            return Ok(None);
        }
        if self.names.get(&content.name()).is_some_and(|of| *of != id) {
            return Err(Refusal::AlreadyInUse);
        }
        let stays = known.filter(|known| known.content.shelf() == content.shelf());
        let position = match (stays, self.last.get(&content.shelf())) {
            (Some(stays), _) => stays.position,
            (None, Some(last)) => last.saturating_add(STEP),
            (None, None) => 0,
        };
        if known.is_none() {
            if self.count >= MAX_TEMPLATES {
                return Err(Refusal::TooManyOf {
                    limit: MAX_TEMPLATES as usize,
                });
            }
            self.count += 1;
        }
        let template = Template {
            id,
            content,
            position,
        };
        self.keep(template.clone());
        Ok(Some(Event::TemplatePut(template)))
    }

    fn keep(&mut self, template: Template) {
        if let Some(before) = self.templates.get(&template.id) {
            self.names.remove(&before.content.name());
        }
        self.names.insert(template.content.name(), template.id);
        let last = self.last.entry(template.content.shelf());
        let last = last.or_insert(template.position);
        *last = template.position.max(*last);
        self.templates.insert(template.id, template);
    }
}
