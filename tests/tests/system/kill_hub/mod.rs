//! The hub's program is killed at random moments while visitors and agents write. Afterwards every acknowledged message
//! is there once and in order: on the hub, in the cache of each agent who holds it, and in no other.

mod program;
mod writers;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use guichet_client::{Clock, Replica};
use guichet_domain::{Body, ConversationId, Message, holds};
use guichet_hub::store::{Store, sqlite::Sqlite};
use guichet_protocol::EntityKind;
use guichet_tests::colleague::Colleague;
use guichet_tests::visitor::Visitor;
use guichet_tests::{bytes, soak};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;

use self::program::Program;
use self::writers::{Lead, mark};

const VISITORS: u32 = 5;
/// Of the demo company; the last is added to it.
const AGENTS: [&str; 3] = [
    "marie@demo.guichet.test",
    "paul@demo.guichet.test",
    "zoe@demo.guichet.test",
];

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_any_number_of_sudden_deaths() {
    let rounds = soak::count(5, 100);
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("hub");
    let mut hub = Program::start(&data).await;
    let desks = desks(&hub, folder.path()).await;

    let begun = Instant::now();
    let lead = Arc::new(Lead::new());
    let mut visitors = Vec::new();
    for number in 0..VISITORS {
        let visitor = Visitor::arrive(&hub.address, number)
            .await
            .expect("arrives");
        let lead = lead.clone();
        visitors.push(tokio::spawn(async move {
            writers::visitor(&lead, number, &visitor).await
        }));
    }
    let mut agents = Vec::new();
    for (desk, number) in desks.iter().cloned().zip(0..) {
        let lead = lead.clone();
        agents.push(tokio::spawn(async move {
            writers::agent(&lead, &desk, soak::seed() + number).await
        }));
    }
    let killed_amid = kill_again_and_again(&mut hub, &lead, &desks, rounds).await;
    lead.visitors.close();
    lead.agents.close();
    lead.over.cancel();
    let mut said = Vec::new();
    for visitor in visitors {
        said.push(visitor.await.expect("writes"));
    }
    let mut answered = Vec::new();
    for agent in agents {
        answered.push(agent.await.expect("writes"));
    }
    settle(&data, &desks).await;
    let took = begun.elapsed();

    let mut unsent = Vec::new();
    for desk in &desks {
        unsent.push(desk.unsent().await);
        desk.app.shut_down().await;
    }
    hub.kill().await;
    let threads = threads(&data).await;
    of_visitors(&threads, &said);
    let sent = of_agents(&threads, &answered, &unsent);
    in_the_caches(&data, &threads, &desks).await;
    assert!(sent > 0, "the agents wrote");
    println!(
        "{rounds} deaths, {killed_amid} while a request was under way, seed {}: {} messages of visitors and {sent} of \
         agents, {took:.1?}",
        soak::seed(),
        said.iter().map(Vec::len).sum::<usize>(),
    );
}

async fn desks(hub: &Program, folder: &Path) -> Vec<Arc<Colleague>> {
    hub.ask("demo", &[]).await;
    let zoe = [
        "add",
        "--name",
        "Zoé Petit",
        "--email",
        AGENTS[2],
        "--queue",
        "Service après-vente",
    ];
    hub.ask("agent", &zoe).await;
    let mut desks = Vec::new();
    for email in AGENTS {
        let code = hub.ask("code", &["--agent", email]).await;
        let code = code["code"].as_str().expect("a code");
        let profile = folder.join(email);
        desks.push(Arc::new(
            Colleague::sign_in(&hub.address, code, &profile).await,
        ));
    }
    desks
}

/// Each round allows some messages and kills amid them: in half of the rounds when every app is back, in the others
/// whenever it comes. Answers how often a visitor's request was under way.
async fn kill_again_and_again(
    hub: &mut Program,
    lead: &Lead,
    desks: &[Arc<Colleague>],
    rounds: u32,
) -> u32 {
    let mut chance = StdRng::seed_from_u64(soak::seed());
    let mut amid = 0;
    for round in 0..rounds {
        if chance.random_bool(0.5) || round == 0 {
            for desk in desks {
                desk.until("online", async || desk.is_online().await).await;
            }
        }
        let allowed = chance.random_range(1..40_u32);
        let target = *lead.done.borrow() + chance.random_range(1..=allowed);
        lead.agents
            .add_permits(usize::try_from(allowed).expect("few"));
        lead.visitors
            .add_permits(usize::try_from(allowed).expect("few"));
        let mut done = lead.done.subscribe();
        let reached = done
            .wait_for(|done| *done >= target)
            .await
            .map(|done| *done);
        reached.expect("they write");
        lead.up.send_replace(false);
        amid += u32::from(lead.under_way() > 0);
        hub.kill().await;
        hub.restart().await;
        lead.up.send_replace(true);
    }
    amid
}

/// Waits until every app has said everything and shows everything it holds, from the first line.
async fn settle(data: &Path, desks: &[Arc<Colleague>]) {
    for desk in desks {
        let said = async || desk.is_online().await && desk.waiting().await == 0;
        desk.until("has said everything", said).await;
    }
    let store = open(data).await;
    let (board, ..) = store.company().await.expect("reads");
    for (id, (conversation, lines)) in threads(data).await {
        for desk in desks
            .iter()
            .filter(|desk| holds(&board, desk.id, &conversation))
        {
            let last = lines.last().expect("a line").seq;
            let args = json!({ "conversation": id, "limit": 1 });
            let has_all = async || {
                let newest = desk.call("messages", args.clone()).await;
                newest.is_ok_and(|newest| newest["lines"][0]["seq"] == last)
            };
            desk.until("has the last line", has_all).await;
            scroll_up(desk, id).await;
        }
    }
}

/// To the first line, which the app keeps then.
async fn scroll_up(desk: &Colleague, id: ConversationId) {
    let mut args = json!({ "conversation": id, "limit": 50 });
    loop {
        let page = desk.call("messages", args.clone()).await.expect("lines");
        if page["has_before"] == false {
            return;
        }
        args["before"] = page["lines"][0]["seq"].clone();
    }
}

type Threads = BTreeMap<ConversationId, (guichet_domain::Conversation, Vec<Message>)>;

async fn open(data: &Path) -> Sqlite {
    Sqlite::open(&data.join(guichet_hub::hub::DATABASE))
        .await
        .expect("opens")
}

/// Everything that is on the hub.
async fn threads(data: &Path) -> Threads {
    let store = open(data).await;
    let (board, ..) = store.company().await.expect("reads");
    let mut threads = Threads::new();
    for agent in board.agents.keys() {
        let held = store
            .manifest(*agent, EntityKind::Conversation, "", 10_000)
            .await;
        for entry in held.expect("lists") {
            let id = entry.key.id.parse().expect("an id");
            let (conversation, _) = store
                .conversation(id)
                .await
                .expect("reads")
                .expect("is there");
            let lines = store.messages(id, None, 1_000_000).await.expect("reads");
            threads.insert(id, (conversation, lines));
        }
    }
    store.close().await.expect("closes");
    threads
}

fn texts(lines: &[Message]) -> impl Iterator<Item = &str> {
    lines.iter().filter_map(|line| match &line.body {
        Body::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// Each visitor's thread has what was acknowledged to them, each once, in their order.
fn of_visitors(threads: &Threads, said: &[Vec<String>]) {
    for (said, number) in said.iter().zip(0..) {
        let mark = mark(number);
        let kept: Vec<&str> = threads
            .values()
            .flat_map(|(_, lines)| texts(lines))
            .filter(|text| text.starts_with(&mark))
            .collect();
        assert_eq!(kept, *said, "{mark}");
    }
}

/// Each agent's text is with its customer once, in the order of writing, or among the unsent drafts. Answers how many
/// were sent.
fn of_agents(
    threads: &Threads,
    answered: &[Vec<(String, String)>],
    unsent: &[Vec<String>],
) -> usize {
    let mut sent = 0;
    for (answered, unsent) in answered.iter().zip(unsent) {
        for (id, (_, lines)) in threads {
            let mine = |text: &&str| answered.iter().any(|(_, mine)| mine == text);
            let kept: Vec<&str> = texts(lines).filter(mine).collect();
            let expected: Vec<&str> = answered
                .iter()
                .filter(|(conversation, text)| {
                    *conversation == id.to_string() && !unsent.contains(text)
                })
                .map(|(_, text)| text.as_str())
                .collect();
            assert_eq!(kept, expected, "{id}");
            sent += kept.len();
        }
    }
    sent
}

/// Who holds a conversation has every line of it; who does not has no word of it in any file.
async fn in_the_caches(data: &Path, threads: &Threads, desks: &[Arc<Colleague>]) {
    let store = open(data).await;
    let (board, ..) = store.company().await.expect("reads");
    for desk in desks {
        let replica = Replica::open(&desk.profile, desk.id, Clock::system()).await;
        let replica = replica.expect("opens");
        let cached = replica.contents().await.expect("reads");
        replica.close().await.expect("closes");
        for (id, (conversation, lines)) in threads {
            if holds(&board, desk.id, conversation) {
                assert_eq!(
                    cached.lines.get(id),
                    Some(lines),
                    "{} has other lines",
                    desk.name
                );
            } else {
                assert_eq!(
                    cached.lines.get(id),
                    None,
                    "{} has what is not theirs",
                    desk.name
                );
                let visitor =
                    (0..VISITORS).find(|n| texts(lines).any(|text| text.starts_with(&mark(*n))));
                let mark = mark(visitor.expect("a visitor wrote"));
                let found = bytes::holding(&desk.profile, &mark);
                assert!(found.is_empty(), "{} keeps {mark} in {found:?}", desk.name);
            }
        }
    }
    store.close().await.expect("closes");
}
