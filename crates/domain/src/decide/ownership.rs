//! Who is responsible: take, release, transfer, and the same by those who supervise.

use super::closing::{none_newer, set_archived};
use super::draft::Draft;
use super::ringing::{load_changed, offer, served};
use crate::channel::MAX_INTERNAL_TEXT;
use crate::text::message_text;
use crate::{
    Agent, AgentId, Author, Body, Conversation, ConversationId, Event, Handed, MessageId,
    Ownership, QueueId, Refusal, SystemLine, Target, Timestamp,
};

/// For so long a transfer may be undone, and a little longer for the way to the hub.
const UNDO_MS: i64 = 12_000;

pub(super) fn take(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = not_anothers(draft, id)?;
    match conversation.ownership() {
        None => Err(Refusal::NotOnThisChannel),
        Some(Ownership::Closed { .. }) => Err(Refusal::Closed),
        // The second Take of its owner changes nothing.
        Some(Ownership::Owned { .. }) => Ok(()),
        Some(Ownership::Offered { queue, .. }) => {
            become_owner(draft, id, agent.id, *queue);
            Ok(())
        }
    }
}

pub(super) fn release(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    let agent = agent.id;
    match conversation.ownership() {
        None => Err(Refusal::NotOnThisChannel),
        Some(Ownership::Closed { .. }) => Err(Refusal::Closed),
        Some(Ownership::Offered { .. }) => Err(Refusal::NotOwner),
        Some(Ownership::Owned { queue: None, .. }) => Err(Refusal::NoQueue),
        Some(Ownership::Owned {
            queue: Some(queue), ..
        }) => {
            draft.say(id, SystemLine::Released { agent });
            offer(draft, id, *queue, Some(agent));
            load_changed(draft, agent);
            Ok(())
        }
    }
}

/// Where something goes, and what is said to who gets it.
pub(super) struct Handing<'a> {
    pub(super) to: Target,
    pub(super) note: Option<&'a str>,
    pub(super) note_id: MessageId,
}

pub(super) fn transfer(
    draft: &mut Draft<'_>,
    id: ConversationId,
    handing: &Handing<'_>,
) -> Result<(), Refusal> {
    let (agent, conversation) = not_anothers(draft, id)?;
    let from = agent.id;
    let before = conversation.ownership().ok_or(Refusal::NotOnThisChannel)?;
    if let Ownership::Closed { .. } = before {
        none_newer(draft, conversation)?;
    }
    let to = receiver(draft, from, handing.to)?;
    write_note(draft, id, from, handing)?;
    let line = match to {
        Target::Agent(to) => SystemLine::TransferredToAgent { from, to },
        Target::Queue(queue) => SystemLine::TransferredToQueue { from, queue },
    };
    hand_on(draft, conversation, from, to, line);
    draft.push(Event::HandedOn {
        conversation: id,
        handed: Some(Box::new(Handed {
            by: from,
            at: draft.now,
            before: before.clone(),
        })),
    });
    load_changed(draft, from);
    Ok(())
}

/// By who handed it on, before its receiver opened it.
pub(super) fn undo_transfer(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let agent = draft.agent()?.id;
    let conversation = draft.conversation(id)?;
    let handed = conversation.handed.as_ref();
    let Some(handed) = handed.filter(|handed| handed.by == agent) else {
        // Who handed it on knows that it exists; nobody else learns that.
        return draft.held(id).and(Err(Refusal::TooLate));
    };
    let Timestamp(now) = draft.now;
    if now - handed.at.0 > UNDO_MS {
        return Err(Refusal::TooLate);
    }
    let receiver = conversation.owner();
    match &handed.before {
        Ownership::Offered { queue, .. } => offer(draft, id, *queue, None),
        Ownership::Owned { queue, .. } | Ownership::Closed { queue, .. } => draft.own(
            id,
            Ownership::Owned {
                owner: agent,
                queue: *queue,
            },
        ),
    }
    draft.say(id, SystemLine::TransferUndone { agent });
    load_changed(draft, agent);
    if let Some(receiver) = receiver {
        load_changed(draft, receiver);
    }
    Ok(())
}

/// `agent` becomes owner of what waited in `queue`.
pub(super) fn become_owner(
    draft: &mut Draft<'_>,
    id: ConversationId,
    agent: AgentId,
    queue: QueueId,
) {
    draft.own(
        id,
        Ownership::Owned {
            owner: agent,
            queue: Some(queue),
        },
    );
    let turn = served(draft, queue, agent);
    draft.push(turn);
    draft.say(id, SystemLine::Taken { agent });
    load_changed(draft, agent);
}

/// The conversation, unless somebody else owns it: who supervises takes that over by name, so that a race which they
/// lost is not one that they win.
fn not_anothers<'a>(
    draft: &Draft<'a>,
    id: ConversationId,
) -> Result<(&'a Agent, &'a Conversation), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    match conversation.owner() {
        Some(winner) if winner != agent.id => Err(Refusal::Taken { winner }),
        _ => Ok((agent, conversation)),
    }
}

/// The agent or queue that gets it: not who has it, and not one that is gone.
pub(super) fn receiver(draft: &Draft<'_>, from: AgentId, to: Target) -> Result<Target, Refusal> {
    let board = draft.board();
    let exists = match to {
        Target::Agent(to) => to != from && board.active(to).is_some(),
        Target::Queue(to) => board.queues.contains_key(&to),
    };
    if exists {
        Ok(to)
    } else {
        Err(Refusal::NoSuchReceiver)
    }
}

pub(super) fn write_note(
    draft: &mut Draft<'_>,
    id: ConversationId,
    by: AgentId,
    handing: &Handing<'_>,
) -> Result<(), Refusal> {
    if let Some(note) = handing.note.filter(|note| !note.trim().is_empty()) {
        let text = message_text(note, MAX_INTERNAL_TEXT)?;
        let (id_of_note, author) = (Some(handing.note_id), Author::Agent(by));
        draft.write(id, id_of_note, author, Body::Note(text));
    }
    Ok(())
}

pub(super) fn hand_on(
    draft: &mut Draft<'_>,
    conversation: &Conversation,
    from: AgentId,
    to: Target,
    line: SystemLine,
) {
    let id = conversation.id;
    set_archived(draft, conversation, false);
    match to {
        Target::Agent(to) => {
            let queue = conversation.queue();
            draft.own(id, Ownership::Owned { owner: to, queue });
            draft.say(id, line);
            load_changed(draft, to);
        }
        Target::Queue(queue) => {
            draft.say(id, line);
            offer(draft, id, queue, Some(from));
        }
    }
}
