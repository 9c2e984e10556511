//! All templates in memory, in the order in which they are shown, with what a search compares.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use guichet_domain::{
    Agent, AgentId, Board, Department, DepartmentId, Right, Template, TemplateId, allows,
};

use crate::cache::CacheError;
use crate::error::CallError;
use crate::shared::Shared;
use guichet_domain::fold;

/// The library, until a template changes.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    library: Option<Arc<Library>>,
    /// Counts the changes: what was read before one is not kept after it.
    turn: u64,
}

impl Kept {
    /// A template changed, or somebody else signed in.
    pub(crate) fn forget(&mut self) {
        self.library = None;
        self.turn += 1;
    }
}

/// Every template of the company.
#[derive(Debug)]
pub(crate) struct Library {
    /// By category, then department, then order.
    pub(super) shown: Vec<Shown>,
    by_id: BTreeMap<TemplateId, usize>,
}

/// A template with what a search compares.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) template: Template,
    pub(super) title: String,
    pub(super) category: String,
    pub(super) texts: BTreeMap<String, String>,
}

impl Library {
    pub(super) fn of(templates: Vec<Template>) -> Self {
        let mut shown: Vec<Shown> = templates.into_iter().map(Shown::of).collect();
        shown.sort_by(|a, b| a.order().cmp(&b.order()));
        let by_id = shown.iter().enumerate();
        Self {
            by_id: by_id.map(|(at, shown)| (shown.template.id, at)).collect(),
            shown,
        }
    }

    /// One template.
    pub(crate) fn get(&self, id: TemplateId) -> Option<&Template> {
        let at = self.by_id.get(&id)?;
        self.shown.get(*at).map(|shown| &shown.template)
    }
}

impl Shown {
    fn of(template: Template) -> Self {
        let content = &template.content;
        let texts = content.texts.iter();
        Self {
            title: fold(&content.title),
            category: fold(&content.category),
            texts: texts.map(|(tag, text)| (tag.clone(), fold(text))).collect(),
            template,
        }
    }

    /// A department's own come before the company's.
    fn order(&self) -> impl Ord + '_ {
        let content = &self.template.content;
        (
            (&self.category, &content.category),
            (content.department.is_none(), content.department),
            (self.template.position, self.template.id),
        )
    }
}

/// The company's templates, read once and kept until one changes.
pub(crate) async fn library(shared: &Shared) -> Result<Arc<Library>, CacheError> {
    let turn = {
        let state = shared.state();
        if let Some(library) = &state.templates.library {
            return Ok(Arc::clone(library));
        }
        state.templates.turn
    };
    let library = Arc::new(Library::of(shared.cache.templates().await?));
    let mut state = shared.state();
    if state.templates.turn == turn {
        state.templates.library = Some(Arc::clone(&library));
    }
    Ok(library)
}

/// Where an agent works, and where they may write templates.
pub(crate) struct Reader {
    board: Board,
    me: AgentId,
    names: BTreeMap<DepartmentId, String>,
    /// Where the agent works; asked of thousands of templates at each key press.
    works_in: BTreeSet<DepartmentId>,
}

impl Reader {
    pub(crate) async fn load(shared: &Shared) -> Result<Self, CallError> {
        let (cache, me) = (&shared.cache, shared.me()?);
        let departments = cache.departments().await?;
        Ok(Self::of(
            me,
            cache.agent(me).await?,
            cache.queues().await?,
            departments,
        ))
    }

    pub(super) fn of(
        me: AgentId,
        agent: Option<Agent>,
        queues: Vec<guichet_domain::Queue>,
        departments: Vec<Department>,
    ) -> Self {
        let board = Board {
            agents: agent.into_iter().map(|agent| (me, agent)).collect(),
            queues: queues.into_iter().map(|queue| (queue.id, queue)).collect(),
            ..Board::default()
        };
        let names: BTreeMap<_, _> = departments.into_iter().map(|of| (of.id, of.name)).collect();
        let works_in = names
            .keys()
            .copied()
            .filter(|department| board.works_in(*department, me))
            .collect();
        Self {
            board,
            me,
            names,
            works_in,
        }
    }

    /// The company's templates are offered to everybody, a department's to those who work there.
    pub(crate) fn is_offered(&self, template: &Template) -> bool {
        let department = template.content.department;
        department.is_none_or(|department| self.works_in.contains(&department))
    }

    /// May the agent write templates there?
    pub(crate) fn manages(&self, department: Option<DepartmentId>) -> bool {
        let agent = self.board.active(self.me);
        agent.is_some_and(|agent| allows(agent, Right::ManageTemplates, department))
    }

    /// Where the agent may write templates: the company first, departments by name.
    pub(crate) fn managed_places(&self) -> Vec<Option<DepartmentId>> {
        let mut departments: Vec<_> = self.names.iter().collect();
        departments.sort_by_key(|(_, name)| fold(name));
        let departments = departments.into_iter().map(|(id, _)| Some(*id));
        [None]
            .into_iter()
            .chain(departments)
            .filter(|place| self.manages(*place))
            .collect()
    }

    /// A department's name.
    pub(crate) fn name(&self, department: Option<DepartmentId>) -> Option<String> {
        self.names.get(&department?).cloned()
    }

    /// The department of that name, however it is written.
    pub(crate) fn named(&self, name: &str) -> Option<DepartmentId> {
        let wanted = fold(name);
        let mut known = self.names.iter();
        known
            .find(|(_, name)| fold(name) == wanted)
            .map(|(id, _)| *id)
    }
}
