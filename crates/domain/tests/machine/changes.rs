//! What one step may change.

use std::collections::BTreeSet;

use guichet_domain::{
    Actor, AgentId, Command, Conversation, ConversationId, Envelope, Event, Grant, Refusal,
    Situation, holds, may_read, sight::supervises,
};

use super::world::World;
use super::{internal, ownership};

/// Compares the world before a command and after it with what the rules allow.
pub(crate) fn check(
    before: &World,
    envelope: &Envelope,
    answer: &Result<Vec<Event>, Refusal>,
    after: &World,
) {
    match answer {
        Err(refusal) => {
            assert_eq!(before.situation, after.situation, "{refusal} changed it");
            assert_eq!(before.threads, after.threads);
            tells_nothing(&before.situation, envelope, *refusal);
        }
        Ok(events) => {
            let there_already = is_there_already(&before.situation, envelope);
            let timer = matches!(envelope.command, Command::TimePassed { .. });
            assert!(
                events.is_empty() == there_already || timer,
                "an accepted command leaves an event, unless its state is there already"
            );
            was_in_sight(&before.situation, envelope);
            threads_only_grow(before, after);
            ownership::check(before, envelope, after);
            marks_only_rise(before, envelope, after);
            assert!(
                marks_where_asked(envelope, after),
                "a mark is not where {envelope:?} asked for"
            );
            loss_of_sight_is_told(before, events, after);
        }
    }
}

/// The whole list of commands that are accepted and change nothing.
fn is_there_already(situation: &Situation, envelope: &Envelope) -> bool {
    let known = envelope
        .command
        .conversation()
        .and_then(|conversation| situation.conversations.get(&conversation));
    let reaches = |mark: u64, up_to: u64| known.is_some_and(|c| mark >= up_to.min(c.last_seq));
    if let Some(already) = internal::is_so_already(situation, envelope) {
        return already;
    }
    let mine = |agent: AgentId| known.and_then(|c| situation.mine.get(&(agent, c.id)));
    let agent = |agent: &AgentId| situation.board.agents.get(agent);
    match (&envelope.command, envelope.actor, known) {
        (Command::Oversee { .. }, Actor::Agent(agent), Some(known)) => {
            holds(&situation.board, agent, known)
        }
        (Command::Take { .. }, Actor::Agent(agent), Some(known)) => known.owner() == Some(agent),
        (Command::Read { up_to, .. }, Actor::Agent(agent), Some(known)) => {
            let handed = known.handed.as_ref();
            handed.is_none_or(|handed| handed.by == agent)
                && reaches(mine(agent).map_or(0, |mine| mine.read), *up_to)
                && (known.owner() != Some(agent) || reaches(known.agent_read, *up_to))
                && internal::is_told(known, agent, *up_to)
        }
        (Command::Ignore { .. }, Actor::Agent(agent), Some(_)) => {
            mine(agent).is_some_and(|mine| mine.banner_dismissed)
        }
        (Command::EndByVisitor { .. } | Command::EndSession { .. }, _, Some(known)) => {
            !known.is_open()
        }
        (Command::DealtWith { .. }, _, Some(known)) => known.archived && !known.is_open(),
        (Command::Archive { .. }, _, Some(known)) => known.archived,
        (Command::Unarchive { .. }, _, Some(known)) => !known.archived,
        (Command::MarkUnread { from, .. }, Actor::Agent(agent), Some(_)) => {
            mine(agent).map_or(0, |mine| mine.read) < *from
        }
        (Command::SetStatus { agent: id, status }, ..) => {
            agent(id).is_some_and(|a| a.status == *status)
        }
        (
            Command::LogIn {
                agent: id,
                queue,
                logged_in,
            },
            ..,
        ) => agent(id).is_some_and(|a| a.logged_out_of.contains(queue) != *logged_in),
        (Command::CustomerReceived { up_to, .. }, _, Some(known)) => {
            reaches(known.customer_received, *up_to)
        }
        (Command::CustomerRead { up_to, .. }, _, Some(known)) => {
            reaches(known.customer_received, *up_to) && reaches(known.customer_read, *up_to)
        }
        (Command::AgentConnected { agent: id }, ..) => agent(id).is_some_and(|a| a.connected),
        (Command::AgentGone { agent: id }, ..) => agent(id).is_some_and(|a| !a.connected),
        (Command::SetActive { agent: id, active }, ..) => {
            agent(id).is_some_and(|a| a.active == *active)
        }
        (Command::PutAgent { agent: put }, ..) => agent(&put.id).is_some_and(|a| {
            (&a.name, &a.email, &a.extension) == (&put.name, &put.email, &put.extension)
        }),
        (Command::SetGrants { agent: id, grants }, ..) => {
            let set = |grants: &[Grant]| grants.iter().copied().collect::<BTreeSet<_>>();
            agent(id).is_some_and(|a| set(&a.grants) == set(grants))
        }
        _ => false,
    }
}

/// A mark is at least where an accepted command wanted it, or at the last line.
fn marks_where_asked(envelope: &Envelope, after: &World) -> bool {
    let id = envelope.command.conversation();
    let Some(now) = id.and_then(|id| after.situation.conversations.get(&id)) else {
        return true;
    };
    let (mark, up_to) = match (&envelope.command, envelope.actor) {
        (Command::CustomerReceived { up_to, .. }, _) => (now.customer_received, *up_to),
        (Command::CustomerRead { up_to, .. }, _) => (now.customer_read, *up_to),
        (Command::Read { up_to, .. }, Actor::Agent(agent)) => {
            let mine = after.situation.mine.get(&(agent, now.id));
            (mine.map_or(0, |mine| mine.read), *up_to)
        }
        _ => return true,
    };
    mark >= up_to.min(now.last_seq)
}

/// Nobody acts on a conversation that they do not hold; to delete one, reading it is enough.
fn was_in_sight(situation: &Situation, envelope: &Envelope) {
    let (Actor::Agent(agent), Some(id)) = (envelope.actor, envelope.command.conversation()) else {
        return;
    };
    let Some(conversation) = situation.conversations.get(&id) else {
        assert!(
            internal::is_opening(&envelope.command),
            "done where nothing is"
        );
        return;
    };
    let board = &situation.board;
    let held = holds(board, agent, conversation);
    let row = &board.agents[&agent];
    let sees = match envelope.command {
        Command::Delete { .. } => may_read(situation, agent, conversation),
        Command::UndoTransfer { .. } => handed_on_by(conversation, agent),
        Command::Note { .. }
        | Command::Take { .. }
        | Command::Transfer { .. }
        | Command::Oversee { .. }
        | Command::TakeOver { .. }
        | Command::Reassign { .. }
        | Command::DealtWith { .. }
        | Command::Archive { .. }
        | Command::Unarchive { .. }
        | Command::EndSession { .. }
        | Command::BlockVisitor { .. } => held || supervises(board, row, conversation),
        _ => held,
    };
    assert!(sees, "{agent} acted on what they do not see");
}

/// Who won is told to who shares the queue; to all others a conversation that they may not read does not exist.
fn tells_nothing(situation: &Situation, envelope: &Envelope, refusal: Refusal) {
    let (Actor::Agent(agent), Some(id)) = (envelope.actor, envelope.command.conversation()) else {
        return;
    };
    let board = &situation.board;
    let Some(known) = situation.conversations.get(&id) else {
        let expected = [Refusal::NotFound, Refusal::NotAllowed];
        let opening = internal::is_opening(&envelope.command);
        let nobody = opening && refusal == Refusal::NoSuchReceiver;
        assert!(expected.contains(&refusal) || nobody, "{refusal}");
        return;
    };
    if let Refusal::Taken { winner } = refusal {
        assert_eq!(known.owner(), Some(winner));
        let shares = known.queue().is_some_and(|q| board.is_member(q, agent));
        let row = board.active(agent);
        let supervises = row.is_some_and(|row| supervises(board, row, known));
        assert!((shares || supervises) && winner != agent);
    } else if refusal == Refusal::TooLate {
        assert!(handed_on_by(known, agent) || holds(board, agent, known));
    } else if board.active(agent).is_some() && !may_read(situation, agent, known) {
        assert_eq!(refusal, Refusal::NotFound);
    }
}

fn handed_on_by(conversation: &Conversation, agent: AgentId) -> bool {
    let handed = conversation.handed.as_ref();
    handed.is_some_and(|handed| handed.by == agent)
}

fn threads_only_grow(before: &World, after: &World) {
    for (id, lines) in &before.threads {
        assert_eq!(&after.threads[id][..lines.len()], lines, "history changed");
    }
}

fn marks_only_rise(before: &World, envelope: &Envelope, after: &World) {
    for (id, old) in &before.situation.conversations {
        let Some(new) = after.situation.conversations.get(id) else {
            continue;
        };
        let marks = |c: &Conversation| [c.customer_received, c.customer_read, c.agent_read];
        let pairs = marks(old).into_iter().zip(marks(new));
        assert!(pairs.into_iter().all(|(old, new)| old <= new));
        assert!(old.last_at <= new.last_at && old.opened_at == new.opened_at);
    }
    for (of, old) in &before.situation.mine {
        if let Some(new) = after.situation.mine.get(of) {
            let marked = matches!(envelope.command, Command::MarkUnread { .. });
            assert!(marked || old.read <= new.read);
        }
    }
}

/// Whoever gains or loses sight of a conversation learns it from an event of it, or compares everything.
fn loss_of_sight_is_told(before: &World, events: &[Event], after: &World) {
    let touched: BTreeSet<ConversationId> = events.iter().filter_map(conversation_of).collect();
    let held = |world: &World, agent, id: &ConversationId| {
        let known = world.situation.conversations.get(id);
        known.is_some_and(|known| holds(&world.situation.board, agent, known))
    };
    for id in after.threads.keys().filter(|id| !touched.contains(id)) {
        for agent in after.situation.board.agents.keys().copied() {
            if held(before, agent, id) != held(after, agent, id) {
                assert!(
                    events.contains(&Event::RightsChanged(agent)),
                    "{agent} cannot learn that their sight of {id} changed"
                );
            }
        }
    }
}

fn conversation_of(event: &Event) -> Option<ConversationId> {
    match event {
        Event::Opened(conversation) => Some(conversation.id),
        Event::Wrote(line) => Some(line.conversation),
        Event::OwnershipChanged { conversation, .. }
        | Event::InternalPut { conversation, .. }
        | Event::Deleted(conversation) => Some(*conversation),
        _ => None,
    }
}
