//! The cache against a real file.

use std::path::Path;

use guichet_domain::{MessageId, Timestamp};
use guichet_protocol::{AgentCommand, EntityKind, Key};
use tempfile::TempDir;

use super::{Applied, Cache, Recents, Settled};
use crate::testing::{
    agent, clock, contact, conversation, cursor, delta, from_customer, from_me, id, me, offered,
    owned_by, put, put_with,
};

/// An empty cache at cursor 0, and its folder.
pub(crate) async fn cache() -> (Cache, TempDir) {
    let folder = TempDir::new().expect("a folder");
    let cache = open(folder.path()).await;
    cache
        .finish_resync(me(), &cursor(0))
        .await
        .expect("a cursor");
    (cache, folder)
}

async fn open(folder: &Path) -> Cache {
    Cache::open(&folder.join("cache"), &folder.join("damaged"), clock())
        .await
        .expect("a cache")
        .cache
}

async fn applied(cache: &Cache, delta: guichet_protocol::Delta) -> Applied {
    let applied = cache.apply(me(), &delta).await.expect("a cache that works");
    cache.scrub_again().await.expect("scrubs");
    applied.expect("a delta that continues")
}

fn reply(n: u128, text: &str) -> AgentCommand {
    AgentCommand::Reply {
        conversation: id(n),
        text: text.to_owned(),
        quote: None,
    }
}

#[tokio::test]
async fn a_delta_is_applied_once_and_only_where_it_continues() {
    let (cache, _folder) = cache().await;
    let lines = [from_customer(id(1), 1, "Bonjour")];
    let row = conversation(1, offered(&[me()]), &lines);
    let first = delta(0, 2, vec![put_with(2, row, &lines, true)], vec![]);
    let changed = applied(&cache, first.clone()).await;
    assert_eq!(changed.moves[0].after.recents, Some(Recents::Ringing));
    assert_eq!(changed.moves[0].wrote, Some(lines[0].clone()));
    assert_eq!(cache.cursor().await.unwrap(), Some(cursor(2)));
    assert_eq!(cache.apply(me(), &first).await.unwrap(), None);
    assert_eq!(cache.lines_before(id(1), None, 9).await.unwrap(), lines);
}

#[tokio::test]
async fn windows_of_the_list_are_the_list() {
    let (cache, _folder) = cache().await;
    let puts = (1..=23_u64).map(|n| {
        let number = u128::from(n);
        let lines = [from_customer(id(number), 1, "Bonjour")];
        let rings = n % 4 == 0;
        let ownership = if rings {
            offered(&[me()])
        } else {
            owned_by(me())
        };
        put_with(n, conversation(number, ownership, &lines), &lines, true)
    });
    applied(&cache, delta(0, 23, puts.collect(), vec![])).await;
    let window = async |offset, limit| {
        let rows = cache.recents(me(), offset, limit).await.unwrap();
        let ids = rows.into_iter().map(|row| row.conversation.id);
        ids.collect::<Vec<_>>()
    };
    let all = window(0, 50).await;
    assert_eq!(all.len(), 23);
    let ringing: Vec<_> = (1..=5).map(|n| id(4 * n)).collect();
    assert!(all[..5].iter().all(|row| ringing.contains(row)), "{all:?}");
    let mut pages = Vec::new();
    for offset in (0..25).step_by(5) {
        pages.extend(window(offset, 5).await);
    }
    assert_eq!(pages, all);
}

#[tokio::test]
async fn an_older_row_never_overwrites_a_newer_one() {
    let (cache, _folder) = cache().await;
    let named = |change, name| put(change, contact(1, Some(name)));
    applied(&cache, delta(0, 1, vec![named(5, "Zoé")], vec![])).await;
    applied(&cache, delta(1, 2, vec![named(4, "Zoe")], vec![])).await;
    let found = cache.contact(id(1)).await.unwrap().expect("is there");
    assert_eq!(found.details.name.as_deref(), Some("Zoé"));
}

#[tokio::test]
async fn a_fresh_window_replaces_older_lines() {
    let (cache, _folder) = cache().await;
    let old = [
        from_customer(id(1), 1, "un"),
        from_customer(id(1), 2, "deux"),
    ];
    let row = conversation(1, owned_by(me()), &old);
    applied(
        &cache,
        delta(0, 1, vec![put_with(1, row, &old, true)], vec![]),
    )
    .await;
    let new = [from_customer(id(1), 90, "quatre-vingt-dix")];
    let row = conversation(1, owned_by(me()), &new);
    applied(
        &cache,
        delta(1, 2, vec![put_with(2, row, &new, true)], vec![]),
    )
    .await;
    assert_eq!(cache.extent(id(1)).await.unwrap(), Some((90, 90)));
    let older = [from_customer(id(1), 88, "a"), from_customer(id(1), 89, "b")];
    cache.add_older(me(), id(1), 90, &older).await.unwrap();
    assert_eq!(cache.extent(id(1)).await.unwrap(), Some((88, 90)));
    // Does not continue what is there.
    let stray = [from_customer(id(1), 5, "c")];
    cache.add_older(me(), id(1), 6, &stray).await.unwrap();
    assert_eq!(cache.extent(id(1)).await.unwrap(), Some((88, 90)));
}

#[tokio::test]
async fn after_a_del_the_words_are_in_no_file() {
    let (cache, folder) = cache().await;
    let secret = "rutabaga-confidentiel";
    let mut lines: Vec<_> = (1..=60)
        .map(|seq| from_customer(id(1), seq, &format!("{secret} {seq}")))
        .collect();
    lines.push(from_customer(id(1), 61, &format!("{secret} ").repeat(900)));
    let row = conversation(1, owned_by(me()), &lines);
    let other = [from_customer(id(2), 1, "reste-ici")];
    let kept = conversation(2, owned_by(me()), &other);
    let puts = vec![
        put_with(1, row, &lines, true),
        put(1, contact(1, Some(secret))),
        put_with(1, kept, &other, true),
    ];
    applied(&cache, delta(0, 1, puts, vec![])).await;
    cache
        .enqueue(me(), id(70), id(1), &reply(1, "ma réponse"))
        .await
        .unwrap();
    assert!(cache.set_draft(me(), id(1), "mon brouillon").await.unwrap());
    assert!(
        holds(folder.path(), secret),
        "the search finds what is there"
    );

    let dels = vec![
        Key::new(EntityKind::Conversation, Uuid(1)),
        Key::new(EntityKind::Contact, Uuid(1)),
    ];
    let changed = applied(&cache, delta(1, 2, vec![], dels)).await;

    assert!(changed.gone[0].kept_draft);
    assert!(!holds(folder.path(), secret), "the words are gone");
    assert!(holds(folder.path(), "reste-ici"), "other words are not");
    let unsent = cache.unsent(me()).await.unwrap();
    let mut texts: Vec<&str> = unsent.iter().map(|draft| draft.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["ma réponse", "mon brouillon"]);
    assert_eq!(unsent[0].channel, Some(guichet_domain::Channel::LiveChat));
    assert_eq!(cache.waiting(me()).await.unwrap(), 0);
}

/// `Key::new` takes anything that prints as an id.
struct Uuid(u128);

impl std::fmt::Display for Uuid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        uuid::Uuid::from_u128(self.0).fmt(f)
    }
}

/// Is the text in any file of the cache folder, the write-ahead log included?
fn holds(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder.join("cache")).expect("a folder");
    files.into_iter().any(|file| {
        let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    })
}

#[tokio::test]
async fn no_words_stay_behind_where_pages_were_split_and_rows_grew() {
    let (cache, folder) = cache().await;
    for round in 1..=120_u64 {
        let mut puts = Vec::new();
        for (n, word) in [
            (1, "panais-secret"),
            (2, "navet-gardé"),
            (3, "salsifis-secret"),
        ] {
            let text = format!("{word} ").repeat(usize::try_from(round % 17).unwrap() * 9 + 1);
            let line = [from_customer(id(n), round, &text)];
            let row = conversation(n, owned_by(me()), &line);
            puts.push(put_with(round, row, &line, false));
            puts.push(put(round, contact(n, Some(&text))));
        }
        applied(&cache, delta(round - 1, round, puts, vec![])).await;
    }
    let dels = [1, 3].into_iter().flat_map(|n| {
        [EntityKind::Conversation, EntityKind::Contact].map(|kind| Key::new(kind, Uuid(n)))
    });
    applied(&cache, delta(120, 121, vec![], dels.collect())).await;
    assert!(!holds(folder.path(), "panais-secret"));
    assert!(!holds(folder.path(), "salsifis-secret"));
    assert!(holds(folder.path(), "navet-gardé"));
}

#[tokio::test]
async fn what_left_this_computer_waits_for_its_answer_even_when_the_conversation_goes() {
    let (cache, _folder) = cache().await;
    let lines = [from_customer(id(1), 1, "Bonjour")];
    let row = conversation(1, offered(&[me()]), &lines);
    applied(
        &cache,
        delta(0, 1, vec![put_with(1, row, &lines, true)], vec![]),
    )
    .await;
    cache
        .enqueue(me(), id(70), id(1), &reply(1, "partie"))
        .await
        .unwrap();
    assert_eq!(
        cache.attempt(id(70)).await.unwrap(),
        Some(reply(1, "partie"))
    );
    let del = vec![Key::new(EntityKind::Conversation, Uuid(1))];
    let changed = applied(&cache, delta(1, 2, vec![], del)).await;
    assert!(!changed.gone[0].kept_draft);
    assert_eq!(cache.waiting(me()).await.unwrap(), 1);
    let settled = cache.refused(id(70)).await.unwrap();
    assert_eq!(
        settled,
        Settled::Now {
            kept_text: true,
            opened: false
        }
    );
    assert_eq!(cache.unsent(me()).await.unwrap()[0].text, "partie");
    assert_eq!(cache.refused(id(70)).await.unwrap(), Settled::Already);
}

#[tokio::test]
async fn what_was_pressed_as_somebody_else_won_asks_the_hub_who() {
    let (cache, _folder) = cache().await;
    let lines = [from_customer(id(1), 1, "Bonjour")];
    let row = conversation(1, offered(&[me()]), &lines);
    let puts = vec![put_with(1, row, &lines, true)];
    applied(&cache, delta(0, 1, puts, vec![])).await;
    let pressed = reply(1, "au même instant");
    cache.enqueue(me(), id(70), id(1), &pressed).await.unwrap();
    let del = vec![Key::new(EntityKind::Conversation, Uuid(1))];
    let changed = applied(&cache, delta(1, 2, vec![], del)).await;
    assert!(!changed.gone[0].kept_draft);
    assert_eq!(cache.attempt(id(70)).await.unwrap(), Some(pressed));
}

#[tokio::test]
async fn an_echo_stays_until_its_line_comes_and_is_not_doubled() {
    let (cache, _folder) = cache().await;
    let lines = [from_customer(id(1), 1, "Bonjour")];
    let row = conversation(1, owned_by(me()), &lines);
    applied(
        &cache,
        delta(0, 1, vec![put_with(1, row, &lines, true)], vec![]),
    )
    .await;
    cache
        .enqueue(me(), id(70), id(1), &reply(1, "Oui"))
        .await
        .unwrap();
    cache.attempt(id(70)).await.unwrap();
    cache.done(id(70), Some(2)).await.unwrap();
    let echoes = cache.echoes(me(), id(1)).await.unwrap();
    assert_eq!((echoes.len(), echoes[0].seq), (1, Some(2)));
    assert_eq!(cache.waiting(me()).await.unwrap(), 0);
    let line = [from_me(id(1), 2, id::<MessageId>(70), "Oui")];
    let row = conversation(1, owned_by(me()), &line);
    applied(
        &cache,
        delta(1, 2, vec![put_with(2, row, &line, false)], vec![]),
    )
    .await;
    assert_eq!(cache.echoes(me(), id(1)).await.unwrap(), []);
    assert_eq!(cache.extent(id(1)).await.unwrap(), Some((1, 2)));
    // The answer comes after its line.
    cache.done(id(70), Some(2)).await.unwrap();
    assert_eq!(cache.echoes(me(), id(1)).await.unwrap(), []);
}

#[tokio::test]
async fn read_positions_are_coalesced_and_count_at_once() {
    let (cache, _folder) = cache().await;
    let lines = [from_customer(id(1), 1, "a"), from_customer(id(1), 2, "b")];
    let row = conversation(1, owned_by(me()), &lines);
    applied(
        &cache,
        delta(0, 1, vec![put_with(1, row, &lines, true)], vec![]),
    )
    .await;
    assert_eq!(cache.count_unread().await.unwrap(), 1);
    for (n, up_to) in [(70, 1), (71, 2)] {
        let read = AgentCommand::Read {
            conversation: id(1),
            up_to,
        };
        cache.enqueue(me(), id(n), id(1), &read).await.unwrap();
    }
    let ever = Timestamp(i64::MAX);
    let queued = cache.waiting_since_before(me(), ever).await.unwrap();
    assert_eq!(queued, [(id(71), id(1))], "one read position is enough");
    assert_eq!(cache.waiting(me()).await.unwrap(), 0, "nobody waits for it");
    assert_eq!(cache.mine(me(), id(1)).await.unwrap().read, 2);
    assert_eq!(cache.count_unread().await.unwrap(), 0);
}

#[tokio::test]
async fn a_damaged_file_is_moved_aside_and_own_texts_are_saved() {
    let (cache, folder) = cache().await;
    let lines = [from_customer(id(1), 1, "Bonjour")];
    let row = conversation(1, owned_by(me()), &lines);
    let many: Vec<_> = (1000..3000)
        .map(|n| put(1, agent(n, "Quelqu’un")))
        .collect();
    applied(
        &cache,
        delta(0, 1, vec![put_with(1, row, &lines, true)], vec![]),
    )
    .await;
    applied(&cache, delta(1, 2, many, vec![])).await;
    cache
        .enqueue(me(), id(70), id(1), &reply(1, "à garder"))
        .await
        .unwrap();
    cache.close().await.expect("closes");
    drop(cache);
    damage(&folder.path().join("cache/cache.sqlite"));

    let opened = Cache::open(
        &folder.path().join("cache"),
        &folder.path().join("damaged"),
        clock(),
    )
    .await
    .expect("a new cache");

    assert!(opened.was_corrupt);
    assert_eq!(opened.cache.cursor().await.unwrap(), None);
    assert_eq!(opened.cache.waiting(me()).await.unwrap(), 1);
    assert!(folder.path().join("damaged/cache.sqlite").exists());
}

/// Overwrites the pages of the table `entity`, which are those that hold its words, with nonsense.
fn damage(file: &Path) {
    const PAGE: usize = 4096;
    let mut bytes = std::fs::read(file).expect("a file");
    let word = "Quelqu’un".as_bytes();
    for page in bytes.chunks_mut(PAGE).skip(1) {
        if page.windows(word.len()).any(|part| part == word) {
            page.fill(0xee);
        }
    }
    std::fs::write(file, bytes).expect("written");
}
