//! Old cache + deltas = fresh snapshot, on the real store and the client's real cache and sync: over random histories
//! with lost, doubled and late frames, restarts of both programs, a broken network, a truncated log, changes of rights,
//! and backups put back. Then the same with a line that lies: every lie must be noticed.

mod check;
mod counter;
mod desk;
mod lies;
mod line;

use guichet_hub::store::Store;
use guichet_tests::soak;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use self::check::{Violation, check};
use self::counter::Counter;
use self::desk::{Desk, Way};
use self::lies::Lie;
use crate::history::{self, AGENTS, Step};

#[test]
fn a_cache_that_follows_its_hub_equals_a_fresh_one_whatever_happens_on_the_way() {
    let (cases, steps) = (soak::count(16, 200), soak::count(100, 400));
    soak::run(cases, histories(steps), |(steps, ways)| async move {
        let followed = follow(&steps, &ways, None).await;
        followed.map_err(|Violation(what)| TestCaseError::fail(what))
    });
}

/// Found once: gained by a change of rights that lies beyond the first answer, a conversation came without its lines.
#[test]
fn what_is_gained_beyond_the_first_answer_comes_with_all_its_lines() {
    let wrote = |contact| Step::Receive {
        contact,
        account: 0,
    };
    let shared_by = |members: &[u8]| Step::Members {
        queue: 0,
        members: members.to_vec(),
    };
    let steps = [
        wrote(0),
        wrote(1),
        shared_by(&[]),
        Step::Present {
            agent: 1,
            here: true,
        },
        Step::Pull { agent: 0 },
        shared_by(&[1]),
        wrote(0),
        wrote(0),
        shared_by(&[0]),
        wrote(0),
        wrote(0),
    ];
    let followed = soak::block_on(follow(&steps, &[Way::Arrives], None));
    followed.expect("the cache is whole");
}

/// The checker has eyes: what a lie falsifies is seen within a few histories.
#[test]
fn each_lie_of_the_line_is_noticed() {
    for lie in Lie::ALL {
        let inputs = soak::inputs(histories(100)).take(LONG_ENOUGH);
        let noticed = inputs.enumerate().find_map(|(number, (steps, ways))| {
            let followed = soak::block_on(follow(&steps, &ways, Some(lie)));
            followed.err().map(|violation| (number + 1, violation))
        });
        let (number, Violation(what)) =
            noticed.unwrap_or_else(|| panic!("{lie:?} passed for true"));
        println!("{lie:?} noticed in history {number}: {what:.120}");
    }
}

/// Histories in which a lie may stay unnoticed.
const LONG_ENOUGH: usize = 60;

fn histories(steps: u32) -> impl Strategy<Value = (Vec<Step>, Vec<Way>)> {
    let way = prop_oneof![
        6 => Just(Way::Arrives),
        1 => Just(Way::IsLost),
        1 => Just(Way::ArrivesTwice),
        1 => Just(Way::WaitsForTheNext),
    ];
    let most = usize::try_from(steps).expect("few");
    (history::steps(most), prop::collection::vec(way, 8))
}

async fn follow(steps: &[Step], ways: &[Way], lie: Option<Lie>) -> Result<(), Violation> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut counter = Counter::open(folder.path(), lie).await;
    let mut desks = Vec::new();
    for n in 0..AGENTS {
        desks.push(Desk::open(folder.path(), history::agent(n)).await);
    }
    let mut kept = counter.keep();
    for step in steps {
        match step {
            Step::Repeat => counter.repeat().await,
            Step::Truncate => {
                let head = counter.core.store.head().await.expect("head");
                counter
                    .core
                    .store
                    .truncate_log(head.change)
                    .await
                    .expect("cuts");
            }
            Step::BackUp => kept = counter.keep(),
            Step::Restore { by_hand } => counter = counter.restore(&kept, *by_hand).await,
            Step::RestartHub { crash } => counter = counter.restart(*crash).await,
            Step::RestartApp { agent, crash } => {
                let place = usize::from(agent % AGENTS);
                let desk = desks.swap_remove(place).restart(*crash).await;
                desks.push(desk);
                desks.swap(place, usize::from(AGENTS) - 1);
            }
            Step::Pull { agent } => {
                let desk = &desks[usize::from(agent % AGENTS)];
                desk.catch_up(&counter).await?;
                compare(&counter, desk).await?;
            }
            Step::PullAmid { agent, amid } => {
                let desk = &desks[usize::from(agent % AGENTS)];
                desk.catch_up_amid(&counter, amid).await?;
                desk.catch_up(&counter).await?;
                compare(&counter, desk).await?;
            }
            Step::PullBroken { agent, after } => {
                let desk = &desks[usize::from(agent % AGENTS)];
                desk.begin_to_catch_up(&counter, *after).await;
            }
            Step::Listen { agent } => {
                let desk = &mut desks[usize::from(agent % AGENTS)];
                desk.listen(&counter, ways).await?;
                compare(&counter, desk).await?;
            }
            command => counter.carry_out(command).await,
        }
    }
    for desk in &mut desks {
        desk.listen(&counter, ways).await?;
        compare(&counter, desk).await?;
    }
    Ok(())
}

async fn compare(counter: &Counter, desk: &Desk) -> Result<(), Violation> {
    let cached = desk.replica.contents().await.expect("reads");
    check(counter, desk.agent, &cached).await
}
