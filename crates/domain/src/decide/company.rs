//! The administrator's changes: agents, roles, departments, queues, accounts.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::presence::since;
use super::ringing::{offer, ring_again};
use crate::{
    Account, Actor, Agent, AgentId, Audited, ConversationId, Department, DepartmentId, Event,
    Grant, Ownership, Queue, QueueId, Refusal, Right, Role, Route, Settings, SystemLine,
    Unanswered, allows, routing,
};

pub(super) fn put_agent(draft: &mut Draft<'_>, agent: &Agent) -> Result<(), Refusal> {
    may(draft, Right::Configure, None)?;
    let board = &draft.situation.board;
    let same_email =
        |other: &&Agent| other.id != agent.id && other.email.eq_ignore_ascii_case(&agent.email);
    if board.agents.values().any(|other| same_email(&other)) {
        return Err(Refusal::AlreadyInUse);
    }
    extension_free(draft, agent.extension.as_deref(), Err(agent.id))?;
    let put = match board.agents.get(&agent.id) {
        None => {
            let without = Agent {
                grants: Vec::new(),
                ..agent.clone()
            };
            may_grant(draft, &without, &agent.grants)?;
            let new = Agent {
                extension: agent.extension.clone(),
                grants: in_order(&agent.grants),
                ..Agent::new(agent.id, agent.name.clone(), agent.email.clone())
            };
            since(new, draft.now)
        }
        Some(known) => Agent {
            name: agent.name.clone(),
            email: agent.email.clone(),
            extension: agent.extension.clone(),
            ..known.clone()
        },
    };
    draft.push(Event::AgentPut(put));
    Ok(())
}

pub(super) fn set_grants(
    draft: &mut Draft<'_>,
    agent: AgentId,
    grants: &[Grant],
) -> Result<(), Refusal> {
    let known = known(draft, agent)?;
    may_grant(draft, known, grants)?;
    let changed = Agent {
        grants: in_order(grants),
        ..known.clone()
    };
    keeps_administrators(draft, known, &changed)?;
    if changed != *known {
        draft.audit(Audited::GrantsSet {
            agent,
            grants: changed.grants.clone(),
        });
        draft.push(Event::AgentPut(changed));
        draft.push(Event::RightsChanged(agent));
    }
    Ok(())
}

pub(super) fn set_active(
    draft: &mut Draft<'_>,
    agent: AgentId,
    active: bool,
) -> Result<(), Refusal> {
    may(draft, Right::Configure, None)?;
    let known = known(draft, agent)?;
    if known.active == active {
        return Ok(());
    }
    let changed = Agent {
        active,
        connected: false,
        ..known.clone()
    };
    keeps_administrators(draft, known, &changed)?;
    let changed = since(changed, draft.now);
    draft.audit(Audited::Activated { agent, active });
    draft.push(Event::AgentPut(changed));
    draft.push(Event::RightsChanged(agent));
    ring_again(draft);
    if !active {
        return_to_queues(draft, agent);
    }
    Ok(())
}

pub(super) fn put_settings(draft: &mut Draft<'_>, settings: &Settings) -> Result<(), Refusal> {
    may(draft, Right::ConfigureCompany, None)?;
    settings.hours.check()?;
    let country = settings.country.as_bytes();
    if country.len() != 2 || !country.iter().all(u8::is_ascii_uppercase) {
        return Err(Refusal::OutOfRange);
    }
    let days = [settings.auto_close_days, settings.retention_months];
    if days.into_iter().flatten().any(|days| days == 0) {
        return Err(Refusal::OutOfRange);
    }
    draft.push(Event::SettingsPut(settings.clone()));
    ring_again(draft);
    Ok(())
}

pub(super) fn put_department(
    draft: &mut Draft<'_>,
    department: &Department,
) -> Result<(), Refusal> {
    may(draft, Right::Configure, None)?;
    if let Some(hours) = &department.hours {
        hours.check()?;
    }
    draft.push(Event::DepartmentPut(department.clone()));
    ring_again(draft);
    Ok(())
}

pub(super) fn put_queue(draft: &mut Draft<'_>, queue: &Queue) -> Result<(), Refusal> {
    let board = &draft.situation.board;
    let known = board.queues.get(&queue.id);
    may(draft, Right::ConfigureQueues, queue.department)?;
    if let Some(known) = known {
        may(draft, Right::ConfigureQueues, known.department)?;
    }
    let department_exists = |id: DepartmentId| board.departments.contains_key(&id);
    if !queue.department.is_none_or(department_exists)
        || !queue.members.iter().all(|m| board.agents.contains_key(m))
    {
        return Err(Refusal::NotFound);
    }
    extension_free(draft, queue.extension.as_deref(), Ok(queue.id))?;
    in_range(draft, queue)?;
    let mut queue = queue.clone();
    let mut seen = BTreeSet::new();
    queue.members.retain(|member| seen.insert(*member));
    queue.skills.retain(|member, _| seen.contains(member));
    let before: BTreeSet<AgentId> = known
        .map(|known| known.members.iter().copied().collect())
        .unwrap_or_default();
    // Supervisors read through the department, members through membership or `offered_only`: whoever may be touched
    // compares what they hold.
    let everybody = known.is_some_and(|known| {
        known.department != queue.department || known.offered_only != queue.offered_only
    });
    let touched: Vec<AgentId> = if everybody {
        before.union(&seen).copied().collect()
    } else {
        before.symmetric_difference(&seen).copied().collect()
    };
    draft.push(Event::QueuePut(queue));
    for agent in touched {
        draft.push(Event::RightsChanged(agent));
    }
    ring_again(draft);
    Ok(())
}

pub(super) fn put_account(draft: &mut Draft<'_>, account: &Account) -> Result<(), Refusal> {
    may(draft, Right::Configure, None)?;
    let same_key = |other: &Account| {
        other.id != account.id
            && other.public_key.is_some()
            && other.public_key == account.public_key
    };
    if draft.situation.board.accounts.values().any(same_key) {
        return Err(Refusal::AlreadyInUse);
    }
    let board = &draft.situation.board;
    let receiver_exists = match account.route {
        Route::Queue(queue) => board.queues.contains_key(&queue),
        Route::Agent(agent) => board.agents.contains_key(&agent),
    };
    if !receiver_exists {
        return Err(Refusal::NotFound);
    }
    draft.push(Event::AccountPut(account.clone()));
    Ok(())
}

/// The hub's own command line may configure anything; an agent what their role allows.
pub(super) fn may(
    draft: &Draft<'_>,
    right: Right,
    department: Option<DepartmentId>,
) -> Result<(), Refusal> {
    match draft.actor {
        Actor::Hub => Ok(()),
        Actor::Agent(_) if allows(draft.agent()?, right, department) => Ok(()),
        Actor::Agent(_) | Actor::Customer(_) => Err(Refusal::NotAllowed),
    }
}

/// A role below one's own: a department owner in the own department, a system admin anywhere, a system owner all.
fn may_grant(draft: &Draft<'_>, to: &Agent, grants: &[Grant]) -> Result<(), Refusal> {
    let old: BTreeSet<Grant> = to.grants.iter().copied().collect();
    let new: BTreeSet<Grant> = grants.iter().copied().collect();
    if draft.actor == Actor::Hub {
        return Ok(());
    }
    let by = draft.agent()?;
    let allowed = |grant: &Grant| {
        by.has_system_role(Role::SystemOwner)
            || (by.has_system_role(Role::SystemAdmin) && grant.role < Role::SystemAdmin)
            || grant.department.is_some_and(|department| {
                by.has_role_in(Role::DepartmentOwner, department)
                    && grant.role < Role::DepartmentOwner
            })
    };
    if old.symmetric_difference(&new).all(allowed) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed)
    }
}

/// The last two administrators stay, and the last system owner among them: nobody locks a company out of itself.
fn keeps_administrators(draft: &Draft<'_>, before: &Agent, after: &Agent) -> Result<(), Refusal> {
    let owns = |agent: &Agent| agent.active && agent.has_system_role(Role::SystemOwner);
    let administers =
        |agent: &Agent| owns(agent) || (agent.active && agent.has_system_role(Role::SystemAdmin));
    let others = |is: &dyn Fn(&Agent) -> bool| {
        let agents = draft.situation.board.agents.values();
        agents.filter(|o| o.id != before.id && is(o)).count()
    };
    let removed = |is: &dyn Fn(&Agent) -> bool| is(before) && !is(after);
    if (removed(&administers) && others(&administers) < 2) || (removed(&owns) && others(&owns) < 1)
    {
        return Err(Refusal::NotAllowed);
    }
    Ok(())
}

fn in_order(grants: &[Grant]) -> Vec<Grant> {
    let each: BTreeSet<Grant> = grants.iter().copied().collect();
    each.into_iter().collect()
}

fn known<'a>(draft: &Draft<'a>, agent: AgentId) -> Result<&'a Agent, Refusal> {
    draft
        .situation
        .board
        .agents
        .get(&agent)
        .ok_or(Refusal::NotFound)
}

/// An extension is of one agent or one queue.
fn extension_free(
    draft: &Draft<'_>,
    extension: Option<&str>,
    of: Result<QueueId, AgentId>,
) -> Result<(), Refusal> {
    let Some(extension) = extension else {
        return Ok(());
    };
    let board = draft.board();
    let another_agents = |agent: &Agent| {
        agent.active && Err(agent.id) != of && agent.extension.as_deref() == Some(extension)
    };
    let another_queues =
        |queue: &Queue| Ok(queue.id) != of && queue.extension.as_deref() == Some(extension);
    if board.agents.values().any(another_agents) || board.queues.values().any(another_queues) {
        return Err(Refusal::AlreadyInUse);
    }
    Ok(())
}

/// Times and numbers that somebody can mean.
fn in_range(draft: &Draft<'_>, queue: &Queue) -> Result<(), Refusal> {
    const LONGEST_SECS: u32 = 7 * 24 * 60 * 60;
    let next_exists = match queue.unanswered {
        Unanswered::NextQueue(next) => next != queue.id && draft.board().queues.contains_key(&next),
        Unanswered::KeepRinging | Unanswered::AwayText => true,
    };
    if !next_exists {
        return Err(Refusal::NotFound);
    }
    let secs = [queue.widen_secs, queue.longest_wait_secs, queue.lease_secs];
    let times = secs
        .into_iter()
        .flatten()
        .all(|secs| (5..=LONGEST_SECS).contains(&secs));
    let skills = queue.skills.values().all(|skill| (1..=9).contains(skill));
    if times && skills && (5..=3_600).contains(&queue.ring_secs) && queue.capacity != Some(0) {
        Ok(())
    } else {
        Err(Refusal::OutOfRange)
    }
}

/// What a deactivated agent owned waits again where it came from; what came from no queue waits in the first.
fn return_to_queues(draft: &mut Draft<'_>, agent: AgentId) {
    let first = routing::first_queue(draft.board());
    let owned: Vec<(ConversationId, QueueId)> = draft
        .situation
        .conversations
        .values()
        .filter_map(|conversation| match conversation.ownership()? {
            Ownership::Owned { owner, queue } if *owner == agent => {
                Some((conversation.id, queue.unwrap_or(first)))
            }
            _ => None,
        })
        .collect();
    for (conversation, queue) in owned {
        draft.say(conversation, SystemLine::OwnerDeactivated { agent });
        offer(draft, conversation, queue, None);
    }
}
