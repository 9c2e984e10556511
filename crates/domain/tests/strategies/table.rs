//! Each strategy as a table: what happens when, and whom the first conversation rings after it.

use guichet_domain::{
    Actor, Command, OwnershipMode, Queue, Status, Strategy, SystemLine, Unanswered,
};

use super::floor::{Floor, NEXT, QUEUE, agent};

/// Something that happens.
enum What {
    Nothing,
    /// Another conversation comes.
    Comes(u128),
    Takes(u128, u128),
    Goes(u128),
    Back(u128),
    Says(u128, Status),
    LogsOut(u128),
}
use What::{Back, Comes, Goes, LogsOut, Nothing, Says, Takes};

/// At which second, what happens, and whom conversation 1 rings then; a negative number is its owner.
type Row = (i64, What, &'static [i64]);

fn check(strategy: Strategy, agents: u128, shape: impl FnOnce(Queue) -> Queue, rows: &[Row]) {
    let mut floor = Floor::new(agents, |queue| shape(Queue { strategy, ..queue }));
    for (second, what, rings) in rows {
        floor.until(*second);
        match what {
            Nothing => {}
            Comes(number) => floor.comes(*number),
            Takes(by, number) => floor.takes(agent(*by), *number),
            Goes(who) => floor.hub(Command::AgentGone { agent: agent(*who) }),
            Back(who) => floor.hub(Command::AgentConnected { agent: agent(*who) }),
            Says(who, status) => {
                let agent = agent(*who);
                let status = *status;
                floor.ask(Actor::Agent(agent), Command::SetStatus { agent, status });
            }
            LogsOut(who) => {
                let agent = agent(*who);
                let out = Command::LogIn {
                    agent,
                    queue: QUEUE,
                    logged_in: false,
                };
                floor.ask(Actor::Agent(agent), out);
            }
        }
        assert_eq!(floor.rings(1), *rings, "{strategy:?}, second {second}");
    }
}

fn plain(queue: Queue) -> Queue {
    queue
}

#[test]
fn ring_all_rings_everybody_who_is_there() {
    check(
        Strategy::RingAll,
        4,
        plain,
        &[
            (0, LogsOut(4), &[]),
            (0, Comes(1), &[1, 2, 3]),
            (2, Goes(2), &[1, 3]),
            (3, Says(3, Status::Away), &[1]),
            (4, Back(2), &[1, 2]),
            (9, Nothing, &[1, 2]),
            // Nobody answered: it rings on.
            (10, Nothing, &[1, 2]),
            (11, Says(3, Status::Available), &[1, 2, 3]),
            (12, Takes(2, 1), &[-2]),
        ],
    );
}

#[test]
fn hunt_goes_through_them_in_order_and_then_rings_all() {
    check(
        Strategy::Hunt,
        3,
        plain,
        &[
            (0, Comes(1), &[1]),
            (9, Nothing, &[1]),
            (10, Nothing, &[2]),
            // Who goes while they are rung gives way at once; who comes back was rung already.
            (12, Goes(2), &[3]),
            (14, Back(2), &[3]),
            (22, Nothing, &[1, 2, 3]),
        ],
    );
}

#[test]
fn hunt_with_a_random_start_begins_elsewhere_and_goes_round() {
    let mut starts = std::collections::BTreeSet::new();
    for number in 1..=40 {
        let mut floor = Floor::new(4, |queue| Queue {
            strategy: Strategy::HuntRandomStart,
            ..queue
        });
        floor.comes(number);
        let first = floor.rings(number)[0];
        starts.insert(first);
        for step in 1..4 {
            floor.until(step * 10);
            assert_eq!(floor.rings(number), [(first - 1 + step) % 4 + 1]);
        }
    }
    assert_eq!(starts.len(), 4, "every member is a start");
}

#[test]
fn round_robin_goes_on_after_the_last_whose_turn_it_was() {
    check(
        Strategy::RoundRobin,
        3,
        plain,
        &[
            (0, Comes(1), &[1]),
            (1, Comes(2), &[1]),
            // The second rings agent 2; nobody answers the first: after them it is agent 3.
            (10, Nothing, &[3]),
            (11, Takes(3, 1), &[-3]),
        ],
    );
    let mut floor = Floor::new(3, |queue| Queue {
        strategy: Strategy::RoundRobin,
        ..queue
    });
    let turns: Vec<i64> = (1..=6)
        .map(|number| {
            floor.comes(number);
            let rung = floor.rings(number)[0];
            floor.takes(agent(u128::from(rung.unsigned_abs())), number);
            rung
        })
        .collect();
    assert_eq!(turns, [1, 2, 3, 1, 2, 3]);
}

#[test]
fn longest_waiting_rings_who_became_owner_longest_ago_and_first_who_never_did() {
    check(
        Strategy::LongestWaiting,
        3,
        plain,
        &[(0, Comes(1), &[1]), (1, Takes(2, 1), &[-2])],
    );
    let mut floor = Floor::new(3, |queue| Queue {
        strategy: Strategy::LongestWaiting,
        ..queue
    });
    for (number, by) in [(1, 2), (2, 1), (3, 3)] {
        floor.comes(number);
        floor.takes(agent(by), number);
    }
    floor.comes(4);
    assert_eq!(floor.rings(4), [2], "2 was owner before 1 and 3");
}

#[test]
fn least_busy_rings_who_owns_and_is_rung_least() {
    let mut floor = Floor::new(3, |queue| Queue {
        strategy: Strategy::LeastBusy,
        ..queue
    });
    for (number, by) in [(1, 1), (2, 1), (3, 2)] {
        floor.comes(number);
        floor.takes(agent(by), number);
    }
    floor.comes(4);
    assert_eq!(floor.rings(4), [3], "3 owns nothing");
    floor.comes(5);
    // 2 and 3 both have one to do; 3 never had a turn.
    assert_eq!(floor.rings(5), [3]);
    floor.comes(6);
    assert_eq!(floor.rings(6), [2]);
}

#[test]
fn fewest_answered_counts_todays() {
    const DAY: i64 = 24 * 3_600;
    let mut floor = Floor::new(2, |queue| Queue {
        strategy: Strategy::FewestAnswered,
        ..queue
    });
    for (number, by) in [(1, 1), (2, 1), (3, 2)] {
        floor.comes(number);
        floor.takes(agent(by), number);
    }
    floor.comes(4);
    assert_eq!(floor.rings(4), [2]);
    floor.takes(agent(2), 4);
    floor.comes(5);
    // Both twice today: who became owner longer ago.
    assert_eq!(floor.rings(5), [1]);
    floor.takes(agent(1), 5);
    floor.second = DAY;
    floor.comes(6);
    assert_eq!(floor.rings(6), [2], "a new day, and 2 longer ago");
}

#[test]
fn hunt_by_threes_and_the_first_three() {
    check(
        Strategy::HuntByThrees,
        5,
        plain,
        &[
            (0, Comes(1), &[1, 2, 3]),
            (5, Goes(2), &[1, 3]),
            (10, Nothing, &[4, 5]),
            (20, Nothing, &[1, 3, 4, 5]),
        ],
    );
    check(
        Strategy::FirstThreeAvailable,
        5,
        plain,
        &[
            (0, Says(1, Status::DoNotDisturb), &[]),
            (0, Comes(1), &[2, 3, 4]),
            (5, Goes(2), &[3, 4, 5]),
            (10, Nothing, &[3, 4, 5]),
        ],
    );
}

/// Agents 1 and 4 know a little, 2 and 5 the most, 3 something.
fn skilled(queue: Queue) -> Queue {
    Queue {
        skills: (1..=5).map(agent).zip([1, 3, 2, 1, 3]).collect(),
        widen_secs: Some(15),
        ..queue
    }
}

#[test]
fn the_most_skilled_ring_first_and_the_circle_widens() {
    check(
        Strategy::SkillRingAll,
        5,
        skilled,
        &[
            (0, Comes(1), &[2, 5]),
            (14, Nothing, &[2, 5]),
            (15, Nothing, &[2, 3, 5]),
            (16, Goes(5), &[2, 3]),
            (30, Nothing, &[1, 2, 3, 4]),
        ],
    );
    check(
        Strategy::SkillRoundRobin,
        5,
        skilled,
        &[
            (0, Comes(1), &[2]),
            (10, Nothing, &[5]),
            // The highest level was rung: the next one is, wide or not.
            (20, Nothing, &[3]),
            (30, Nothing, &[4]),
        ],
    );
    check(
        Strategy::SkillFewestAnswered,
        5,
        skilled,
        &[
            (0, Comes(1), &[2]),
            (1, Comes(2), &[2]),
            (10, Nothing, &[5]),
        ],
    );
    let mut first = std::collections::BTreeSet::new();
    for number in 1..=30 {
        let mut floor = Floor::new(5, |queue| {
            skilled(Queue {
                strategy: Strategy::SkillRandom,
                ..queue
            })
        });
        floor.comes(number);
        first.extend(floor.rings(number));
    }
    assert_eq!(Vec::from_iter(first), [2, 5]);
}

#[test]
fn nobody_answers() {
    let longest = |queue| Queue {
        longest_wait_secs: Some(5),
        ..queue
    };
    check(
        Strategy::Hunt,
        3,
        longest,
        &[(0, Comes(1), &[1]), (5, Nothing, &[1, 2, 3])],
    );
    let next = |queue| Queue {
        unanswered: Unanswered::NextQueue(NEXT),
        ..queue
    };
    check(
        Strategy::Hunt,
        2,
        next,
        &[
            (0, Comes(1), &[1]),
            (10, Nothing, &[2]),
            // The other queue has agent 2 alone.
            (20, Nothing, &[2]),
        ],
    );
    let mut floor = Floor::new(2, |queue| Queue {
        unanswered: Unanswered::AwayText,
        ..queue
    });
    floor.comes(1);
    let before = floor.situation.conversations[&super::floor::conversation(1)].last_seq;
    floor.until(30);
    let after = floor.situation.conversations[&super::floor::conversation(1)].last_seq;
    assert_eq!(after, before + 1, "{:?}, once", SystemLine::AwayTextSent);
    assert_eq!(floor.rings(1), [1, 2]);
}

#[test]
fn capacity_is_never_rung_over_and_a_free_place_is_rung_at_once() {
    let one = |queue| Queue {
        capacity: Some(1),
        ..queue
    };
    let mut floor = Floor::new(2, one);
    for number in 1..=3 {
        floor.comes(number);
    }
    assert_eq!(floor.rings(3), [1, 2]);
    floor.takes(agent(1), 1);
    assert_eq!((floor.rings(2), floor.rings(3)), (vec![2], vec![2]));
    floor.takes(agent(2), 2);
    assert_eq!(floor.rings(3), [] as [i64; 0]);
    let conversation = super::floor::conversation(1);
    floor.ask(Actor::Agent(agent(1)), Command::DealtWith { conversation });
    assert_eq!(floor.rings(3), [1]);
}

#[test]
fn who_gave_it_back_is_rung_last_and_never_assigned_again() {
    let release = |floor: &mut Floor| {
        let conversation = super::floor::conversation(1);
        floor.ask(Actor::Agent(agent(1)), Command::Release { conversation });
    };
    let mut floor = Floor::new(2, plain);
    floor.comes(1);
    floor.takes(agent(1), 1);
    release(&mut floor);
    assert_eq!(floor.rings(1), [2]);
    floor.until(10);
    assert_eq!(floor.rings(1), [1, 2]);

    let mut floor = Floor::new(2, |queue| Queue {
        ownership: OwnershipMode::Assign,
        ..queue
    });
    floor.comes(1);
    assert_eq!(floor.rings(1), [-1]);
    floor.hub(Command::AgentGone { agent: agent(2) });
    release(&mut floor);
    assert_eq!(floor.rings(1), [] as [i64; 0]);
    floor.hub(Command::AgentConnected { agent: agent(2) });
    assert_eq!(floor.rings(1), [-2]);
}

#[test]
fn the_hub_assigns_to_the_least_busy_where_all_would_ring() {
    let mut floor = Floor::new(3, |queue| Queue {
        ownership: OwnershipMode::Assign,
        capacity: Some(2),
        ..queue
    });
    let owners: Vec<i64> = (1..=7)
        .map(|number| {
            floor.comes(number);
            floor.rings(number).first().copied().unwrap_or(0)
        })
        .collect();
    assert_eq!(owners, [-1, -2, -3, -1, -2, -3, 0], "full");
}
