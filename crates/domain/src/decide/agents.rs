//! Agents and the roles they hold, as administrators put them.

use std::collections::BTreeSet;

use super::company::extension;
use super::draft::Draft;
use super::presence::since;
use super::ringing::{offer, ring_again};
use crate::{
    Actor, Agent, AgentId, Audited, ConversationId, Event, Field, Grant, Ownership, QueueId,
    Refusal, Right, Role, SystemLine, allows_somewhere, gives, manages, routing, text,
};

/// Creates an agent with their first roles, or changes the name, the e-mail address and the extension of one.
pub(super) fn put_agent(draft: &mut Draft<'_>, agent: &Agent) -> Result<(), Refusal> {
    let known = draft.board().agents.get(&agent.id);
    may_manage(draft, known.unwrap_or(agent))?;
    let name = text::single_line(&agent.name).ok_or(Refusal::NameEmpty)?;
    let email = text::email_address(&agent.email).ok_or(Refusal::invalid(Field::Email))?;
    let is_anothers =
        |other: &Agent| other.id != agent.id && other.email.to_lowercase() == email.to_lowercase();
    if draft.board().agents.values().any(is_anothers) {
        return Err(Refusal::AlreadyInUse);
    }
    let extension = extension(draft, agent.extension.as_deref(), Err(agent.id))?;
    let put = match known {
        None => {
            let without = Agent {
                grants: Vec::new(),
                ..agent.clone()
            };
            may_grant(draft, &without, &agent.grants)?;
            let new = Agent {
                extension,
                grants: in_order(&agent.grants),
                ..Agent::new(agent.id, name, email)
            };
            since(new, draft.now)
        }
        Some(known) => Agent {
            name,
            email,
            extension,
            ..known.clone()
        },
    };
    if known != Some(&put) {
        draft.audit(Audited::AgentPut { agent: agent.id });
        draft.push(Event::AgentPut(put));
    }
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

/// A link was made by which the agent chooses a password: invited, or let in again.
pub(super) fn invite(draft: &mut Draft<'_>, agent: AgentId) -> Result<(), Refusal> {
    let known = known(draft, agent)?;
    may_manage(draft, known)?;
    if !known.active {
        return Err(Refusal::NotFound);
    }
    draft.audit(Audited::Invited { agent });
    Ok(())
}

pub(super) fn set_active(
    draft: &mut Draft<'_>,
    agent: AgentId,
    active: bool,
) -> Result<(), Refusal> {
    let known = known(draft, agent)?;
    may_manage(draft, known)?;
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

/// Whoever manages none is not told who there is.
fn may_manage(draft: &Draft<'_>, agent: &Agent) -> Result<(), Refusal> {
    match draft.actor {
        Actor::Hub => Ok(()),
        Actor::Agent(_) if manages(draft.agent()?, agent) => Ok(()),
        Actor::Agent(_) | Actor::Customer(_) => Err(Refusal::NotAllowed),
    }
}

/// What changes must be the author's to give; and a role stands where there are such roles.
fn may_grant(draft: &Draft<'_>, to: &Agent, grants: &[Grant]) -> Result<(), Refusal> {
    if draft.actor != Actor::Hub {
        let by = draft.agent()?;
        let old: BTreeSet<Grant> = to.grants.iter().copied().collect();
        let new: BTreeSet<Grant> = grants.iter().copied().collect();
        let mut changed = old.symmetric_difference(&new);
        if !allows_somewhere(by, Right::Configure) || !changed.all(|grant| gives(by, grant)) {
            return Err(Refusal::NotAllowed);
        }
    }
    let has_place = |grant: &Grant| match grant.department {
        Some(department) => {
            grant.role.is_local() && draft.board().departments.contains_key(&department)
        }
        None => !grant.role.is_local(),
    };
    if grants.iter().all(has_place) {
        Ok(())
    } else {
        Err(Refusal::invalid(Field::Role))
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
