//! Every command of an agent against every state of a conversation.

use guichet_domain::{AgentId, Command, ConversationId, Target};
use uuid::Uuid;

use super::company::{Company, LUC, MARIE, PAUL, SALES};
use super::samples::{named, note, reply, transfer};

/// How one state of a conversation comes about.
type State = fn(&mut Company) -> ConversationId;

/// The command that Marie gives.
type Ask = fn(ConversationId) -> Command;

const ASKS: [(&str, Ask); 10] = [
    ("reply", |c| reply(c, "hi")),
    ("note", |c| note(c, "hm")),
    ("take", |conversation| Command::Take { conversation }),
    ("release", |conversation| Command::Release { conversation }),
    ("transfer to Luc", |c| transfer(c, Target::Agent(LUC), None)),
    ("transfer to Sales", |c| {
        transfer(c, Target::Queue(SALES), None)
    }),
    ("read", |conversation| Command::Read {
        conversation,
        up_to: 1,
    }),
    ("add contact", |conversation| Command::AddContact {
        conversation,
        details: named("Anna"),
    }),
    ("ignore", |conversation| Command::Ignore { conversation }),
    ("delete", |conversation| Command::Delete { conversation }),
];

/// Gives each command to a fresh company in that state; `expected` in the order of [`ASKS`]: `done`, `there already`
/// or the refusal.
fn check(state: State, expected: [&str; 10]) {
    for ((name, ask), expected) in ASKS.into_iter().zip(expected) {
        let mut company = Company::new();
        let conversation = state(&mut company);
        let before = company.situation.clone();
        let answer = match company.agent(MARIE, ask(conversation)) {
            Ok(events) if events.is_empty() => "there already".to_owned(),
            Ok(_) => "done".to_owned(),
            Err(refusal) => refusal.to_string(),
        };
        assert_eq!(answer, expected, "{name}");
        if answer != "done" {
            assert_eq!(company.situation, before, "{name} changed something");
        }
    }
}

const NOT_FOUND: [&str; 10] = ["not found"; 10];

fn taken_by(winner: AgentId) -> String {
    format!("taken by {winner}")
}

#[test]
fn what_waits_in_my_queue_can_be_answered_taken_and_passed_on() {
    check(
        Company::waiting,
        [
            "done",
            "done",
            "done",
            "only its owner can do this",
            "done",
            "done",
            "done",
            "done",
            "done",
            "it is open",
        ],
    );
}

#[test]
fn what_i_own_is_mine_to_answer_release_and_pass_on() {
    check(
        |company| company.owned_by(MARIE),
        [
            "done",
            "done",
            "there already",
            "done",
            "done",
            "done",
            "done",
            "done",
            "done",
            "it is open",
        ],
    );
}

#[test]
fn what_a_colleague_of_my_queue_owns_tells_only_who_won_it() {
    let taken = taken_by(PAUL);
    let mut expected = [taken.as_str(); 10];
    expected[9] = "not found";
    check(|company| company.owned_by(PAUL), expected);
}

#[test]
fn what_is_owned_outside_my_queues_does_not_exist_for_me() {
    check(
        |company| {
            let conversation = company.owned_by(PAUL);
            company
                .agent(PAUL, transfer(conversation, Target::Queue(SALES), None))
                .expect("its owner transfers");
            company
                .agent(LUC, Command::Take { conversation })
                .expect("a member takes");
            conversation
        },
        NOT_FOUND,
    );
}

#[test]
fn what_waits_in_another_queue_does_not_exist_for_me() {
    check(
        |company| {
            let conversation = company.owned_by(PAUL);
            company
                .agent(PAUL, transfer(conversation, Target::Queue(SALES), None))
                .expect("its owner transfers");
            conversation
        },
        NOT_FOUND,
    );
}

#[test]
fn what_was_mine_when_it_closed_is_read_noted_transferred_and_deleted_but_not_answered() {
    check(
        |company| company.closed_of(MARIE),
        [
            "it is closed",
            "done",
            "it is closed",
            "it is closed",
            "done",
            "done",
            "done",
            "done",
            "done",
            "done",
        ],
    );
}

#[test]
fn what_was_a_colleagues_when_it_closed_does_not_exist_for_me() {
    check(|company| company.closed_of(PAUL), NOT_FOUND);
}

#[test]
fn a_chat_among_colleagues_has_no_owner_and_no_customer() {
    let not_here = "not possible on this channel";
    check(
        |company| company.internal(&[MARIE, LUC]),
        [
            "done",
            not_here,
            not_here,
            not_here,
            not_here,
            not_here,
            "there already",
            not_here,
            "done",
            "it is open",
        ],
    );
}

#[test]
fn a_chat_among_others_does_not_exist_for_me() {
    check(|company| company.internal(&[PAUL, LUC]), NOT_FOUND);
}

#[test]
fn what_does_not_exist_is_not_found() {
    check(|_| ConversationId(Uuid::nil()), NOT_FOUND);
}
