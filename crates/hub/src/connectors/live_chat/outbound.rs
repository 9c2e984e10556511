//! What a visitor may see of a conversation.
//!
//! `Public` is the only way to a [`VisitorMessage`]. Notes and every system line but two have no variant in it, so
//! they cannot reach a visitor by mistake; a new kind of line does not compile until somebody decides.

use guichet_domain::{
    Account, AgentId, Author, Board, Body, Channel, Conversation, FieldRule, Greeting, Message,
    Route, SystemLine, Timestamp,
};

use super::inbound::derived;
use super::wire::{
    ConsentRule, Form, PrivacyNotice, PublicSystemLine, Side, Snapshot, SnapshotConversation,
    VisitorConversation, VisitorDelta, VisitorMessage, VisitorState, WidgetConfig,
};

/// The kinds of line that a visitor sees.
enum Public<'a> {
    Visitor(&'a str),
    Agent(AgentId, &'a str),
    Company(&'a str),
    Joined(AgentId),
    Away,
    Over,
}

impl<'a> Public<'a> {
    fn of(message: &'a Message) -> Option<Self> {
        match (&message.body, message.author) {
            (Body::Text(text), Author::Customer) => Some(Self::Visitor(text)),
            (Body::Text(text), Author::Agent(agent)) => Some(Self::Agent(agent, text)),
            (Body::Text(text), Author::Hub) => Some(Self::Company(text)),
            (Body::Note(_), _) => None,
            (Body::System(line), _) => match line {
                SystemLine::Taken { agent }
                | SystemLine::Assigned { agent }
                | SystemLine::TakenOver { agent, .. }
                | SystemLine::Reopened { agent } => Some(Self::Joined(*agent)),
                SystemLine::AwayTextSent => Some(Self::Away),
                SystemLine::EndedByVisitor
                | SystemLine::EndedByAgent { .. }
                | SystemLine::DealtWith { .. }
                | SystemLine::ClosedIdle => Some(Self::Over),
                SystemLine::Released { .. }
                | SystemLine::VisitorBlocked { .. }
                | SystemLine::Overseen { .. }
                | SystemLine::Archived { .. }
                | SystemLine::Unarchived { .. }
                | SystemLine::MovedOn { .. }
                | SystemLine::LeaseEnded { .. }
                | SystemLine::TransferUndone { .. }
                | SystemLine::ReassignedToAgent { .. }
                | SystemLine::ReassignedToQueue { .. }
                | SystemLine::TransferredToAgent { .. }
                | SystemLine::TransferredToQueue { .. }
                | SystemLine::OwnerDeactivated { .. }
                | SystemLine::ContactAdded { .. }
                | SystemLine::GroupCreated { .. }
                | SystemLine::GroupRenamed { .. }
                | SystemLine::MemberAdded { .. }
                | SystemLine::MemberRemoved { .. }
                | SystemLine::MemberLeft { .. } => None,
            },
        }
    }
}

/// A line as the visitor sees it; `None` for what is not theirs to see.
pub fn message(board: &Board, message: &Message) -> Option<VisitorMessage> {
    let public = Public::of(message)?;
    let (from, agent, text, system) = match public {
        Public::Visitor(text) => (Side::Visitor, None, Some(text), None),
        Public::Agent(agent, text) => (Side::Agent, Some(agent), Some(text), None),
        // From the company's side, and nobody's: the page says that it is automatic.
        Public::Company(text) => (Side::Agent, None, Some(text), None),
        Public::Joined(agent) => (
            Side::System,
            Some(agent),
            None,
            Some(PublicSystemLine::Joined),
        ),
        Public::Away => (Side::System, None, None, Some(PublicSystemLine::Away)),
        Public::Over => (Side::System, None, None, Some(PublicSystemLine::Over)),
    };
    let own = message.id.filter(|_| from == Side::Visitor);
    Some(VisitorMessage {
        // An agent's command id is not a visitor's business, and could be sent back as one.
        id: own.map_or_else(
            || derived(b"line", &message.conversation.0, &message.seq.to_be_bytes()),
            |id| id.0,
        ),
        seq: message.seq,
        at: message.at,
        from,
        agent: agent.and_then(|agent| name(board, agent)),
        text: text.map(str::to_owned),
        system,
    })
}

/// The lines of these that the visitor sees.
pub fn messages(board: &Board, lines: &[Message]) -> Vec<VisitorMessage> {
    lines
        .iter()
        .filter_map(|line| message(board, line))
        .collect()
}

/// A conversation as its visitor sees it.
pub fn conversation(board: &Board, conversation: &Conversation) -> VisitorConversation {
    VisitorConversation {
        id: conversation.id,
        state: if conversation.is_open() {
            VisitorState::Open
        } else {
            VisitorState::Closed
        },
        agent: conversation.owner().and_then(|agent| name(board, agent)),
        received_up_to: conversation.customer_received,
        read_up_to: conversation.agent_read,
    }
}

/// Everything the visitor sees; `lines` are those of the conversation.
pub fn snapshot(
    board: &Board,
    account: &Account,
    newest: Option<(&Conversation, u64)>,
    lines: &[Message],
    now: Timestamp,
) -> Snapshot {
    Snapshot {
        available: available(board, account, now),
        conversation: newest.map(|(newest, revision)| SnapshotConversation {
            head: conversation(board, newest),
            revision,
            messages: messages(board, lines),
        }),
    }
}

/// What changed since `from`; `lines` are those written or changed since.
pub fn delta(
    board: &Board,
    newest: &Conversation,
    from: u64,
    to: u64,
    lines: &[Message],
) -> VisitorDelta {
    VisitorDelta {
        from,
        to,
        conversation: conversation(board, newest),
        messages: messages(board, lines),
    }
}

/// Is somebody there who would be rung, were they not busy?
pub fn available(board: &Board, account: &Account, now: Timestamp) -> bool {
    let there = |agent: AgentId| board.agents.get(&agent).filter(|a| a.is_available());
    match account.route {
        Route::Agent(agent) => there(agent).is_some() && board.settings.hours.is_open(now),
        Route::Queue(queue) => board.queues.get(&queue).is_some_and(|queue| {
            let logged_in = |member: &AgentId| {
                there(*member).is_some_and(|agent| !agent.logged_out_of.contains(&queue.id))
            };
            board.hours(queue).is_open(now) && queue.members.iter().any(logged_in)
        }),
    }
}

/// How the account's page presents itself.
pub fn config(board: &Board, account: &Account, now: Timestamp) -> WidgetConfig {
    let widget = account.widget.as_ref();
    WidgetConfig {
        name: account.name.clone(),
        color: widget.and_then(|widget| widget.color.clone()),
        corner: widget.map(|widget| widget.corner).unwrap_or_default(),
        greeting: widget.map_or_else(
            || Greeting {
                fr: String::new(),
                en: String::new(),
            },
            |widget| widget.greeting.clone(),
        ),
        away: widget.and_then(|widget| widget.away.clone()),
        form: Form {
            name: widget.map_or(FieldRule::Off, |widget| widget.name),
            email: widget.map_or(FieldRule::Off, |widget| widget.email),
        },
        privacy: PrivacyNotice {
            url: widget.and_then(|widget| widget.privacy.url.clone()),
            consent: match widget.map_or(FieldRule::Off, |widget| widget.privacy.consent) {
                FieldRule::Off => ConsentRule::None,
                FieldRule::Optional => ConsentRule::Optional,
                FieldRule::Required => ConsentRule::Required,
            },
        },
        available: available(board, account, now),
        max_text: Channel::LiveChat.capabilities().max_text,
    }
}

/// The name of an agent, as customers read it.
pub fn name(board: &Board, agent: AgentId) -> Option<String> {
    board.agents.get(&agent).map(|agent| agent.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(0);
    use crate::connectors::live_chat::testdata::{
        MARIE, account, board, conversation as row, thread,
    };

    #[test]
    fn a_visitor_sees_words_and_two_kinds_of_system_line() {
        let seen = messages(&board(), &thread());
        let places: Vec<u64> = seen.iter().map(|line| line.seq).collect();
        assert_eq!(places, [1, 2, 3, 10]);
    }

    #[test]
    fn what_the_hub_writes_is_the_companys_and_no_agents() {
        let written = Message {
            author: Author::Hub,
            body: Body::Text("nous revenons lundi".to_owned()),
            id: None,
            ..thread().remove(2)
        };
        let seen = message(&board(), &written).expect("the visitor sees it");
        assert_eq!(seen.from, Side::Agent);
        assert_eq!(seen.agent, None);
        assert_eq!(seen.text.as_deref(), Some("nous revenons lundi"));
    }

    #[test]
    fn no_note_and_no_agents_id_reaches_a_visitor() {
        let all = snapshot(&board(), &account(), Some((&row(), 7)), &thread(), NOW);
        let json = serde_json::to_string(&all).expect("json");
        assert!(!json.contains("difficile"), "{json}");
        assert!(!json.contains(&MARIE.to_string()), "{json}");
        for line in thread().iter().filter(|line| line.seq != 1) {
            if let Some(id) = line.id {
                assert!(!json.contains(&id.to_string()), "{json}");
            }
        }
    }

    #[test]
    fn a_snapshot_on_the_wire() {
        let all = snapshot(&board(), &account(), Some((&row(), 7)), &thread()[..3], NOW);
        insta::assert_json_snapshot!(all, @r##"
        {
          "available": true,
          "conversation": {
            "id": "00000000-0000-0000-0000-000000000004",
            "state": "open",
            "agent": "Marie",
            "received_up_to": 3,
            "read_up_to": 1,
            "revision": 7,
            "messages": [
              {
                "id": "00000000-0000-0000-0000-000000000065",
                "seq": 1,
                "at": 1000,
                "from": "visitor",
                "agent": null,
                "text": "où est ma commande ?",
                "system": null
              },
              {
                "id": "9f503625-8a71-8fc2-bc5a-16c265c9aad5",
                "seq": 2,
                "at": 2000,
                "from": "system",
                "agent": "Marie",
                "text": null,
                "system": "joined"
              },
              {
                "id": "951acf0f-6c89-8de2-9512-02c556f46705",
                "seq": 3,
                "at": 3000,
                "from": "agent",
                "agent": "Marie",
                "text": "elle part demain",
                "system": null
              }
            ]
          }
        }
        "##);
    }

    #[test]
    fn a_delta_on_the_wire() {
        let mut row = row();
        if let guichet_domain::Kind::Customer { ownership, .. } = &mut row.kind {
            *ownership = guichet_domain::Ownership::Closed {
                last_owner: Some(MARIE),
                queue: None,
                at: guichet_domain::Timestamp(10_000),
                outcome: guichet_domain::Outcome::EndedByVisitor,
            };
        }
        let delta = delta(&board(), &row, 7, 9, &thread()[9..]);
        insta::assert_json_snapshot!(delta, @r##"
        {
          "from": 7,
          "to": 9,
          "conversation": {
            "id": "00000000-0000-0000-0000-000000000004",
            "state": "closed",
            "agent": null,
            "received_up_to": 3,
            "read_up_to": 1
          },
          "messages": [
            {
              "id": "8e82fe1d-6335-8dbe-a864-43cd3dfef6b5",
              "seq": 10,
              "at": 10000,
              "from": "system",
              "agent": null,
              "text": null,
              "system": "over"
            }
          ]
        }
        "##);
    }

    #[test]
    fn a_configuration_on_the_wire() {
        insta::assert_json_snapshot!(config(&board(), &account(), NOW), @r##"
        {
          "name": "Boutique",
          "color": "#0a7d5c",
          "corner": "right",
          "greeting": {
            "fr": "Bonjour",
            "en": "Hello"
          },
          "away": null,
          "form": {
            "name": "optional",
            "email": "off"
          },
          "privacy": {
            "url": "https://shop.example/privacy",
            "consent": "none"
          },
          "available": true,
          "max_text": 4096
        }
        "##);
    }

    #[test]
    fn somebody_is_available_when_one_who_would_be_rung_is_connected() {
        let mut board = board();
        assert!(available(&board, &account(), NOW));
        let marie = board.agents.get_mut(&MARIE).expect("Marie");
        marie.connected = false;
        assert!(!available(&board, &account(), NOW));
        let direct = Account {
            route: Route::Agent(MARIE),
            ..account()
        };
        assert!(!available(&board, &direct, NOW));
        board.agents.get_mut(&MARIE).expect("Marie").connected = true;
        assert!(available(&board, &direct, NOW));
    }
}
