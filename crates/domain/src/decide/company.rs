//! What holds for the whole company, its departments, and what all that is configured shares.

use super::draft::Draft;
use super::ringing::ring_again;
use crate::{
    Actor, Agent, AgentId, Audited, Department, DepartmentId, Event, Field, Queue, QueueId,
    Refusal, Right, Settings, allows, text,
};

pub(super) fn put_settings(draft: &mut Draft<'_>, settings: &Settings) -> Result<(), Refusal> {
    may(draft, Right::ConfigureCompany, None)?;
    settings.hours.check()?;
    let country = settings.country.as_bytes();
    if country.len() != 2 || !country.iter().all(u8::is_ascii_uppercase) {
        return Err(Refusal::invalid(Field::Country));
    }
    let days = [settings.auto_close_days, settings.retention_months];
    if days.into_iter().flatten().any(|days| days == 0) {
        return Err(Refusal::OutOfRange);
    }
    draft.audit(Audited::SettingsPut);
    draft.push(Event::SettingsPut(Settings {
        name: text::single_line(&settings.name).unwrap_or_default(),
        ..settings.clone()
    }));
    ring_again(draft);
    Ok(())
}

pub(super) fn put_department(
    draft: &mut Draft<'_>,
    department: &Department,
) -> Result<(), Refusal> {
    let known = draft.board().departments.contains_key(&department.id);
    may(draft, Right::Configure, known.then_some(department.id))?;
    if let Some(hours) = &department.hours {
        hours.check()?;
    }
    let name = text::single_line(&department.name).ok_or(Refusal::NameEmpty)?;
    let same = |other: &Department| other.id != department.id && other.name == name;
    if draft.board().departments.values().any(same) {
        return Err(Refusal::AlreadyInUse);
    }
    draft.audit(Audited::DepartmentPut {
        department: department.id,
    });
    draft.push(Event::DepartmentPut(Department {
        name,
        ..department.clone()
    }));
    ring_again(draft);
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

/// An extension as a telephone dials it, of one agent or one queue alone.
pub(super) fn extension(
    draft: &Draft<'_>,
    extension: Option<&str>,
    of: Result<QueueId, AgentId>,
) -> Result<Option<String>, Refusal> {
    const LONGEST: usize = 12;
    let Some(extension) = extension.and_then(text::single_line) else {
        return Ok(None);
    };
    let dialled = |sign: char| sign.is_ascii_digit() || matches!(sign, '*' | '#');
    if extension.len() > LONGEST || !extension.chars().all(dialled) {
        return Err(Refusal::invalid(Field::Extension));
    }
    let board = draft.board();
    let another_agents = |agent: &Agent| {
        agent.active && Err(agent.id) != of && agent.extension.as_ref() == Some(&extension)
    };
    let another_queues =
        |queue: &Queue| Ok(queue.id) != of && queue.extension.as_ref() == Some(&extension);
    if board.agents.values().any(another_agents) || board.queues.values().any(another_queues) {
        return Err(Refusal::AlreadyInUse);
    }
    Ok(Some(extension))
}
