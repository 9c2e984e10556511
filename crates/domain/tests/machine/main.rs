//! Random histories of whole companies: agents, queues, contacts and administrators do whatever comes, and the rules
//! hold after every step. `PROPTEST_CASES` raises the number of histories, `PROPTEST_RNG_SEED` changes them.

mod changes;
mod company;
mod invariants;
mod ownership;
mod steps;
mod world;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, contextualize_config};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};

use steps::{QueueShape, Step};
use world::World;

/// The company as it begins; what happens to it is the world's own affair.
struct Histories;

impl ReferenceStateMachine for Histories {
    type State = Vec<QueueShape>;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self::State> {
        prop::collection::vec(steps::queue_shape(), company::QUEUES - 1).boxed()
    }

    fn transitions(_: &Self::State) -> BoxedStrategy<Step> {
        steps::step()
    }

    fn apply(state: Self::State, _: &Step) -> Self::State {
        state
    }
}

impl StateMachineTest for Histories {
    type SystemUnderTest = World;
    type Reference = Self;

    fn init_test(queues: &Vec<QueueShape>) -> World {
        World::new(queues)
    }

    fn apply(mut world: World, _: &Vec<QueueShape>, step: Step) -> World {
        let envelope = world.envelope(step);
        world.carry_out(&envelope);
        // Time may have passed for several; the hub looks at each.
        while let Some(envelope) = world.next_due() {
            world.carry_out(&envelope);
        }
        world
    }

    fn check_invariants(world: &World, _: &Vec<QueueShape>) {
        invariants::check(world);
    }
}

fn config() -> Config {
    contextualize_config(Config {
        cases: 300,
        rng_seed: RngSeed::Fixed(2),
        failure_persistence: None,
        ..Config::default()
    })
}

prop_state_machine! {
    #![proptest_config(config())]

    #[test]
    fn the_rules_hold_in_every_history(sequential 1..80 => Histories);
}
