//! Everybody presses Take or Send at the same instant: one wins, the others are told who, and nobody's words are lost.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use guichet_client::view::{GoneReason, UiEvent};
use guichet_domain::{
    Agent, AgentId, Body, Command, Conversation, ConversationId, Ownership, Queue,
};
use guichet_hub::access::password::Passwords;
use guichet_hub::admin::{self, AdminCommand};
use guichet_hub::store::Store;
use guichet_hub::{Clock, Config, Running, clock};
use guichet_protocol::EntityKind;
use guichet_tests::colleague::{Colleague, PATIENCE};
use guichet_tests::soak;
use guichet_tests::visitor::{PROXY, Visitor};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Barrier, watch};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread")]
async fn of_all_who_press_at_the_same_instant_one_wins_and_the_others_are_told_who() {
    let (clients, conversations) = (soak::count(8, 50), soak::count(12, 200));
    let folder = tempfile::tempdir().expect("a folder");
    let hub = hub(&folder.path().join("hub")).await;
    let desks = desks(&hub, folder.path(), clients).await;
    for n in 0..conversations {
        let visitor = Visitor::arrive(&address(&hub), n).await.expect("arrives");
        let text = format!("Bonjour, question {n}");
        visitor
            .write(clock::new_id(), &text)
            .await
            .expect("is heard");
    }
    let rows = usize::try_from(conversations).expect("few");
    for desk in &desks {
        desk.colleague
            .until("sees every conversation", async || {
                desk.colleague.rows("queues").await.len() == rows
            })
            .await;
    }
    let asked = desks[0].colleague.rows("queues").await;
    let asked = asked
        .iter()
        .filter_map(|row| row["id"].as_str()?.parse().ok());

    let begun = Instant::now();
    let desks = press(desks, asked.collect()).await;
    for desk in &desks {
        let settled = async || desk.colleague.waiting().await == 0;
        desk.colleague.until("settled", settled).await;
    }
    let took = begun.elapsed();
    let won = judge(&hub, &desks).await;
    assert_eq!(won, rows, "one winner for each conversation");
    println!("{clients} clients, {conversations} conversations: {won} winners, {took:.1?}");
    for desk in desks {
        desk.colleague.app.shut_down().await;
    }
    hub.stop().await.expect("stops");
}

/// A real client, and what its screen was told.
struct Desk {
    number: usize,
    colleague: Colleague,
    told: watch::Receiver<Vec<UiEvent>>,
}

/// What was pressed in a conversation: a text, or Take.
fn pressed(desk: usize, round: usize) -> Option<String> {
    (desk + round)
        .is_multiple_of(2)
        .then(|| format!("réponse {desk} à la question {round}"))
}

/// One conversation after the other, all desks at once.
async fn press(desks: Vec<Desk>, conversations: Vec<ConversationId>) -> Vec<Desk> {
    let instant = Arc::new(Barrier::new(desks.len()));
    let conversations = Arc::new(conversations);
    let mut pressing = JoinSet::new();
    for desk in desks {
        let (instant, conversations) = (instant.clone(), conversations.clone());
        pressing.spawn(async move {
            for (round, conversation) in conversations.iter().enumerate() {
                instant.wait().await;
                let (command, args) = match pressed(desk.number, round) {
                    Some(text) => (
                        "send",
                        json!({ "conversation": conversation, "text": text }),
                    ),
                    None => ("take", json!({ "conversation": conversation })),
                };
                // Somebody may have been so much faster that it is gone: that is an answer, too.
                let _ = desk.colleague.call(command, args).await;
            }
            desk
        });
    }
    let mut desks = tokio::time::timeout(PATIENCE * 5, pressing.join_all())
        .await
        .expect("everybody pressed");
    desks.sort_by_key(|desk| desk.number);
    desks
}

/// Every conversation has one owner; everybody else was told who; every text is with the customer or a draft. Answers
/// how many conversations were won.
async fn judge(hub: &Running, desks: &[Desk]) -> usize {
    let store = &hub.hub.store;
    let mut won = 0;
    let mut owners = BTreeMap::new();
    let mut sent = BTreeMap::<String, usize>::new();
    for desk in desks {
        let owned = store
            .manifest(desk.colleague.id, EntityKind::Conversation, "", 10_000)
            .await;
        for entry in owned.expect("lists") {
            let id: ConversationId = entry.key.id.parse().expect("an id");
            let (conversation, _) = store
                .conversation(id)
                .await
                .expect("reads")
                .expect("is there");
            assert_eq!(owner(&conversation), Some(desk.colleague.id));
            assert_eq!(owners.insert(id, desk.number), None, "two owners");
            won += 1;
            for line in store.messages(id, None, 1_000).await.expect("reads") {
                if let Body::Text(text) = line.body {
                    *sent.entry(text).or_default() += 1;
                }
            }
        }
    }
    for desk in desks {
        is_told(desk, desks, &owners).await;
        keeps_its_words(desk, owners.len(), &sent).await;
    }
    won
}

fn owner(conversation: &Conversation) -> Option<AgentId> {
    match conversation.ownership() {
        Some(Ownership::Owned { owner, .. }) => Some(*owner),
        _ => None,
    }
}

/// The screen learnt of each conversation that others won who has it now, and shows its own ones.
async fn is_told(desk: &Desk, desks: &[Desk], owners: &BTreeMap<ConversationId, usize>) {
    for (id, winner) in owners {
        let winner = &desks[*winner];
        let of_it = |event: &UiEvent| {
            matches!(event, UiEvent::Gone { conversation, reason: GoneReason::Taken, by: Some(by), .. }
                if conversation == id && *by == winner.colleague.name)
        };
        if winner.number == desk.number {
            assert!(!desk.told.borrow().iter().any(of_it), "a winner lost");
        } else {
            let mut told = desk.told.clone();
            let said = told.wait_for(|told| told.iter().any(of_it));
            let said = tokio::time::timeout(PATIENCE, said).await;
            assert!(
                said.is_ok(),
                "{} never told who won {id}",
                desk.colleague.name
            );
        }
    }
    let mine = owners
        .values()
        .filter(|number| **number == desk.number)
        .count();
    let shown = async || desk.colleague.rows("recents").await.len() == mine;
    desk.colleague
        .until("shows its own conversations only", shown)
        .await;
}

/// Each text was sent once or is kept once, never both.
async fn keeps_its_words(desk: &Desk, rounds: usize, sent: &BTreeMap<String, usize>) {
    let kept = desk.colleague.unsent().await;
    for text in (0..rounds).filter_map(|round| pressed(desk.number, round)) {
        let times = kept.iter().filter(|draft| **draft == text).count();
        let times = times + sent.get(&text).copied().unwrap_or_default();
        assert_eq!(times, 1, "`{text}`");
    }
}

async fn hub(data: &Path) -> Running {
    let config = Config {
        data: data.to_owned(),
        trusted_proxies: vec![PROXY.parse().expect("a network")],
        ..Config::default()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let hub = guichet_hub::start(config, listener, None, Clock::system());
    let hub = hub.await.expect("starts");
    ask(&hub, AdminCommand::Demo).await;
    hub
}

fn address(hub: &Running) -> String {
    format!("http://{}", hub.address)
}

async fn ask(hub: &Running, command: AdminCommand) -> serde_json::Value {
    let passwords = Passwords::new().expect("hashes");
    admin::run(&hub.hub, &passwords, command)
        .await
        .expect("done")
}

/// So many agents who share the demo company's queue, each signed in.
async fn desks(hub: &Running, folder: &Path, many: u32) -> Vec<Desk> {
    let board = hub.hub.committer.board();
    let queue = board.queues.values().next().expect("a queue").clone();
    let mut members = Vec::new();
    for number in 0..many {
        let id = AgentId(clock::new_id());
        let agent = Agent::new(id, format!("Agent {number}"), email(number));
        members.push(agent.id);
        let put = Command::PutAgent { agent };
        admin::submit(&hub.hub, put).await.expect("is put");
    }
    let queue = Queue { members, ..queue };
    let put = Command::PutQueue { queue };
    admin::submit(&hub.hub, put).await.expect("is put");
    let mut desks = Vec::new();
    for (number, n) in (0..many).enumerate() {
        let code = ask(hub, AdminCommand::Code { email: email(n) }).await;
        let code = code["code"].as_str().expect("a code");
        let profile = folder.join(format!("desk {n}"));
        let colleague = Colleague::sign_in(&address(hub), code, &profile).await;
        let told = remember(&colleague);
        desks.push(Desk {
            number,
            colleague,
            told,
        });
    }
    desks
}

fn email(n: u32) -> String {
    format!("agent{n}@guichet.test")
}

/// What the screen is told of conversations that go.
fn remember(colleague: &Colleague) -> watch::Receiver<Vec<UiEvent>> {
    let mut events = colleague.app.subscribe();
    let (told, all) = watch::channel(Vec::new());
    tokio::spawn(async move {
        loop {
            match events.recv().await {
                Ok(event @ UiEvent::Gone { .. }) => told.send_modify(|told| told.push(event)),
                Ok(_) => {}
                Err(RecvError::Closed) => return,
                Err(RecvError::Lagged(missed)) => panic!("{missed} events were not heard"),
            }
        }
    });
    all
}
