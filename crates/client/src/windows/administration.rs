//! The company for its administrators, out of the cache; who did what, from the hub.

use guichet_domain::{
    Account, Actor, Agent, Audited, Board, DepartmentId, Grant, Queue, Right, Role, Route, allows,
    allows_somewhere, gives, manages,
};
use guichet_protocol::AuditRow;

use crate::error::{CallError, kebab};
use crate::shared::Shared;
use crate::view::{Administration, AuditLine, ManagedAgent, MayAdminister};

/// What the agent may see of it; `not-found` for who configures nothing.
pub(crate) async fn administration(shared: &Shared) -> Result<Administration, CallError> {
    let board = board(shared).await?;
    let me = board.active(shared.me()?);
    let me = me.ok_or_else(|| CallError::new("not-found"))?;
    let may = may(&board, me);
    if may.queue_places.is_empty() && !may.audit {
        return Err(CallError::new("not-found"));
    }
    let mut agents: Vec<&Agent> = board.agents.values().collect();
    agents.sort_by_key(|agent| (!agent.active, agent.name.to_lowercase(), agent.id));
    Ok(Administration {
        may,
        agents: agents.into_iter().map(|agent| managed(me, agent)).collect(),
        departments: by_name(board.departments.values(), |row| &row.name),
        queues: by_name(board.queues.values(), |row| &row.name),
        accounts: by_name(board.accounts.values(), |row| &row.name),
        settings: board.settings.clone(),
        hub: shared
            .hub()?
            .base()
            .as_str()
            .trim_end_matches('/')
            .to_owned(),
    })
}

/// Has the agent anything to administer?
pub(crate) fn administers(me: &Agent) -> bool {
    allows_somewhere(me, Right::ConfigureQueues)
}

async fn board(shared: &Shared) -> Result<Board, CallError> {
    let cache = &shared.cache;
    Ok(Board {
        agents: cache
            .agents()
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect(),
        departments: cache
            .departments()
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect(),
        queues: cache
            .queues()
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect(),
        accounts: cache
            .accounts()
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect(),
        settings: cache.settings().await?,
        ..Board::default()
    })
}

fn managed(me: &Agent, agent: &Agent) -> ManagedAgent {
    ManagedAgent {
        id: agent.id,
        name: agent.name.clone(),
        email: agent.email.clone(),
        extension: agent.extension.clone(),
        active: agent.active,
        grants: agent.grants.clone(),
        managed: manages(me, agent),
    }
}

fn may(board: &Board, me: &Agent) -> MayAdminister {
    let may = |right, department| allows(me, right, department);
    let places = || {
        [None]
            .into_iter()
            .chain(board.departments.keys().copied().map(Some))
    };
    let of_account = |account: &Account| match account.route {
        Route::Queue(queue) => board.queues.get(&queue).and_then(|queue| queue.department),
        Route::Agent(_) => None,
    };
    let configured = |queue: &&Queue| may(Right::Configure, queue.department);
    let queues = board.queues.values();
    MayAdminister {
        company: may(Right::ConfigureCompany, None),
        departments: board
            .departments
            .keys()
            .copied()
            .filter(|department| may(Right::Configure, Some(*department)))
            .collect(),
        queues: queues
            .clone()
            .filter(|queue| may(Right::ConfigureQueues, queue.department))
            .map(|queue| queue.id)
            .collect(),
        queue_places: places()
            .filter(|place| may(Right::ConfigureQueues, *place))
            .collect(),
        accounts: board
            .accounts
            .values()
            .filter(|account| may(Right::Configure, of_account(account)))
            .map(|account| account.id)
            .collect(),
        account_queues: queues.filter(configured).map(|queue| queue.id).collect(),
        grants: grants(board, me),
        agents: allows_somewhere(me, Right::Configure),
        audit: allows_somewhere(me, Right::Audit),
        blocks: allows_somewhere(me, Right::Block),
    }
}

/// The roles that the agent may give, the highest first.
fn grants(board: &Board, me: &Agent) -> Vec<Grant> {
    let departments = board.departments.keys().copied().map(Some);
    let places = [None].into_iter().chain(departments);
    let at = |department: Option<DepartmentId>| {
        let here = move |role: &Role| role.is_local() == department.is_some();
        let roles = Role::ALL.into_iter().rev().filter(here);
        roles.map(move |role| Grant { role, department })
    };
    places
        .flat_map(at)
        .filter(|grant| gives(me, grant))
        .collect()
}

fn by_name<'a, T: Clone + 'a>(
    rows: impl Iterator<Item = &'a T>,
    name: impl Fn(&T) -> &String,
) -> Vec<T> {
    let mut rows: Vec<T> = rows.cloned().collect();
    rows.sort_by_key(|row| name(row).to_lowercase());
    rows
}

/// Rows of the audit trail with names instead of ids, as far as they are known here.
pub(crate) async fn lines(
    shared: &Shared,
    rows: Vec<AuditRow>,
) -> Result<Vec<AuditLine>, CallError> {
    let board = board(shared).await?;
    Ok(rows.into_iter().map(|row| line(&board, &row)).collect())
}

fn line(board: &Board, AuditRow { number, row }: &AuditRow) -> AuditLine {
    let agent = |id| board.agents.get(id).map(|agent| agent.name.clone());
    let about = match &row.what {
        Audited::GrantsSet { agent: id, .. }
        | Audited::Activated { agent: id, .. }
        | Audited::AgentPut { agent: id }
        | Audited::Invited { agent: id } => agent(id),
        Audited::TakenOver { from, .. } | Audited::Reassigned { from, .. } => agent(from),
        Audited::DepartmentPut { department } => board
            .departments
            .get(department)
            .map(|row| row.name.clone()),
        Audited::QueuePut { queue } => board.queues.get(queue).map(|row| row.name.clone()),
        Audited::AccountPut { account } => board.accounts.get(account).map(|row| row.name.clone()),
        // A contact who is gone has no name any more, and the others' are not kept here.
        Audited::ContactsMerged { .. }
        | Audited::ContactExported { .. }
        | Audited::ContactErased { .. }
        | Audited::ContactsExported
        | Audited::Overseen { .. }
        | Audited::Deleted { .. }
        | Audited::Blocked { .. }
        | Audited::Unblocked { .. }
        | Audited::SettingsPut => None,
        Audited::ContactsImported { count } => Some(count.to_string()),
    };
    let what = match &row.what {
        Audited::Activated { active: false, .. } => "deactivated".to_owned(),
        what => kebab(what.name()),
    };
    AuditLine {
        number: *number,
        at: row.at.0,
        by: match &row.by {
            Actor::Agent(id) => agent(id),
            Actor::Customer(_) | Actor::Hub => None,
        },
        what,
        about,
    }
}
