//! The lines of a thread.

use guichet_domain::{AgentId, Author, Body, Conversation, Kind, Message, SystemLine};
use guichet_protocol::AgentCommand;
use serde_json::{Map, Value};

use super::Directory;
use crate::cache::Queued;
use crate::view::{Delivery, Line, LineKind, SystemText};

/// A line that the hub has.
pub(crate) fn line(
    message: &Message,
    conversation: &Conversation,
    customer: &str,
    directory: &Directory,
) -> Line {
    let internal = conversation.ownership().is_none();
    let (kind, text, system) = match &message.body {
        Body::Text(text) => {
            let kind = match message.author {
                Author::Customer => LineKind::In,
                Author::Agent(by) if internal && by != directory.me => LineKind::In,
                Author::Agent(_) | Author::Hub => LineKind::Out,
            };
            (kind, Some(text.clone()), None)
        }
        Body::Note(text) => (LineKind::Note, Some(text.clone()), None),
        Body::System(what) => (LineKind::System, None, Some(system(*what, directory))),
    };
    let out = kind == LineKind::Out;
    Line {
        id: match message.id {
            Some(id) => id.to_string(),
            None => format!("{}:{}", message.conversation, message.seq),
        },
        seq: Some(message.seq),
        at: message.at.0,
        kind,
        author: match message.author {
            Author::Customer => Some(customer.to_owned()),
            Author::Agent(agent) => Some(directory.agent(agent)),
            Author::Hub => None,
        },
        mine: message.author == Author::Agent(directory.me),
        text,
        state: out.then(|| delivery(message.seq, conversation, directory.me)),
        failure: None,
        system,
    }
}

/// How far the line at a place came, by the conversation's watermarks; among colleagues, once all others have read it.
fn delivery(seq: u64, conversation: &Conversation, me: AgentId) -> Delivery {
    if let Kind::Internal(chat) = &conversation.kind {
        let reads = |member: &AgentId| chat.reads.get(member).is_some_and(|up_to| *up_to >= seq);
        let mut others = chat.members.iter().filter(|member| **member != me);
        let read = chat.members.len() > 1 && others.all(reads);
        return if read { Delivery::Read } else { Delivery::Sent };
    }
    if seq <= conversation.customer_read {
        Delivery::Read
    } else if seq <= conversation.customer_received {
        Delivery::Delivered
    } else {
        Delivery::Sent
    }
}

/// A reply or note whose line has not come yet.
pub(crate) fn echo(queued: &Queued, directory: &Directory) -> Option<Line> {
    let (kind, text) = match &queued.command {
        AgentCommand::Reply { text, .. } => (LineKind::Out, text),
        AgentCommand::Note { text, .. } => (LineKind::Note, text),
        _ => return None,
    };
    let state = if queued.seq.is_some() {
        Delivery::Sent
    } else {
        Delivery::Queued
    };
    Some(Line {
        id: queued.id.to_string(),
        seq: None,
        at: queued.at.0,
        kind,
        author: Some(directory.agent(directory.me)),
        mine: true,
        text: Some(text.clone()),
        state: Some(state),
        failure: None,
        system: None,
    })
}

fn system(what: SystemLine, directory: &Directory) -> SystemText {
    let agent = |id| Value::from(directory.agent(id));
    let queue = |id| Value::from(directory.queue(id).unwrap_or_default());
    let text = |code, params: Vec<(&str, Value)>| SystemText {
        code,
        params: params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<Map<_, _>>(),
    };
    let me = directory.me;
    match what {
        SystemLine::Taken { agent: who } if who == me => text("taken-by-me", vec![]),
        SystemLine::Taken { agent: who } => text("taken", vec![("agent", agent(who))]),
        SystemLine::Released { agent: who } if who == me => text("released-by-me", vec![]),
        SystemLine::Released { agent: who } => text("released", vec![("agent", agent(who))]),
        SystemLine::TransferredToAgent { from, to } if to == me => {
            text("transferred-to-me", vec![("from", agent(from))])
        }
        SystemLine::TransferredToAgent { from, to } => text(
            "transferred-agent",
            vec![("from", agent(from)), ("to", agent(to))],
        ),
        SystemLine::TransferredToQueue { from, queue: to } => text(
            "transferred-queue",
            vec![("from", agent(from)), ("queue", queue(to))],
        ),
        SystemLine::OwnerDeactivated { agent: who } => {
            text("agent-deactivated", vec![("agent", agent(who))])
        }
        SystemLine::ContactAdded { agent: who } if who == me => text("contact-added-by-me", vec![]),
        SystemLine::ContactAdded { agent: who } => {
            text("contact-added", vec![("agent", agent(who))])
        }
        SystemLine::EndedByVisitor => text("ended-visitor", vec![]),
        SystemLine::GroupCreated { agent: who } if who == me => text("group-created-by-me", vec![]),
        SystemLine::GroupCreated { agent: who } => {
            text("group-created", vec![("agent", agent(who))])
        }
        SystemLine::GroupRenamed { agent: who } if who == me => text("group-renamed-by-me", vec![]),
        SystemLine::GroupRenamed { agent: who } => {
            text("group-renamed", vec![("agent", agent(who))])
        }
        SystemLine::MemberAdded { by, agent: who } if by == me => {
            text("member-added-by-me", vec![("agent", agent(who))])
        }
        SystemLine::MemberAdded { by, agent: who } if who == me => {
            text("member-added-me", vec![("by", agent(by))])
        }
        SystemLine::MemberAdded { by, agent: who } => text(
            "member-added",
            vec![("by", agent(by)), ("agent", agent(who))],
        ),
        SystemLine::MemberRemoved { by, agent: who } if by == me => {
            text("member-removed-by-me", vec![("agent", agent(who))])
        }
        SystemLine::MemberRemoved { by, agent: who } if who == me => {
            text("member-removed-me", vec![("by", agent(by))])
        }
        SystemLine::MemberRemoved { by, agent: who } => text(
            "member-removed",
            vec![("by", agent(by)), ("agent", agent(who))],
        ),
        SystemLine::MemberLeft { agent: who } if who == me => text("member-left-by-me", vec![]),
        SystemLine::MemberLeft { agent: who } => text("member-left", vec![("agent", agent(who))]),
    }
}
