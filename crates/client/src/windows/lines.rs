//! The lines of a thread.

use guichet_domain::{Author, Body, Conversation, Message};
use guichet_protocol::AgentCommand;

use super::Directory;
use super::happened::happened;
use crate::cache::Queued;
use crate::view::{Delivery, Line, LineKind, Quote};

/// A line that the hub has.
pub(crate) fn line(
    message: &Message,
    conversation: &Conversation,
    customer: &str,
    directory: &Directory,
) -> Line {
    let (kind, text, system) = match &message.body {
        Body::Text(text) => {
            let kind = match message.author {
                Author::Customer => LineKind::In,
                Author::Agent(_) | Author::Hub => LineKind::Out,
            };
            (kind, Some(text.clone()), None)
        }
        Body::Note(text) => (LineKind::Note, Some(text.clone()), None),
        Body::System(what) => (LineKind::System, None, Some(happened(*what, directory))),
    };
    let out = kind == LineKind::Out && conversation.contact().is_some();
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
        state: out.then(|| delivery(message.seq, conversation)),
        failure: None,
        system,
        quote: message.quote.map(|seq| Quote {
            seq,
            author: None,
            text: None,
        }),
        mentions_me: message.mentions.contains(&directory.me),
    }
}

/// How far the line at a place came, by the conversation's watermarks.
fn delivery(seq: u64, conversation: &Conversation) -> Delivery {
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
        quote: match queued.command {
            AgentCommand::Reply {
                quote: Some(seq), ..
            } => Some(Quote {
                seq,
                author: None,
                text: None,
            }),
            _ => None,
        },
        mentions_me: false,
    })
}
