//! What holds at every instant.

use std::collections::BTreeSet;

use guichet_domain::routing::{self, Next};
use guichet_domain::{
    Agent, AgentId, Audience, Author, Body, Conversation, Floor, Kind, Message, Ownership,
    OwnershipMode, Preview, QueueId, Role, Round, SystemLine, Timestamp, holds, may_read,
};

use super::internal;
use super::world::World;

pub(crate) fn check(world: &World) {
    let situation = &world.situation;
    let mut open = BTreeSet::new();
    for conversation in situation.conversations.values() {
        sight_agrees(world, conversation);
        thread_is_whole(world, conversation);
        let Kind::Customer {
            account,
            contact,
            ownership,
            ..
        } = &conversation.kind
        else {
            internal::check(world, conversation);
            continue;
        };
        assert!(situation.contacts.contains_key(contact));
        if conversation.is_open() {
            let point = conversation.point().expect("a customer's");
            assert!(open.insert((account, point)), "two open conversations");
            let between = situation.open_between(*account, point);
            assert_eq!(between, Some(conversation));
        }
        hands_are_clean(world, conversation, ownership);
    }
    assert_eq!(
        situation.board, world.board,
        "the board is what its rows say"
    );
    floor_is_counted(world);
    company_is_sound(world);
}

/// Nobody holds what they may not read, and the audience is exactly those who hold.
fn sight_agrees(world: &World, conversation: &Conversation) {
    let situation = &world.situation;
    let board = &situation.board;
    let audience = Audience::of(board, conversation);
    let mut listed = audience.agents(board);
    listed.sort_unstable();
    let those_who = |hold: &dyn Fn(AgentId) -> bool| -> Vec<AgentId> {
        board.agents.keys().copied().filter(|a| hold(*a)).collect()
    };
    let holders = those_who(&|agent| holds(board, agent, conversation));
    assert_eq!(listed, holders);
    assert_eq!(those_who(&|a| audience.contains(board, a)), holders);
    for agent in holders {
        assert!(may_read(situation, agent, conversation));
        assert!(board.agents[&agent].active, "deactivated, and holds");
    }
    for agent in board.agents.values().filter(|agent| !agent.active) {
        assert!(!may_read(situation, agent.id, conversation));
    }
}

/// One active owner who alone holds it; or it rings exactly whom the strategy says.
fn hands_are_clean(world: &World, conversation: &Conversation, ownership: &Ownership) {
    let board = &world.situation.board;
    let holders = Audience::of(board, conversation).agents(board);
    match ownership {
        Ownership::Owned { owner, .. } => assert_eq!(holders, [*owner]),
        Ownership::Offered {
            queue,
            ringing,
            round,
        } => {
            rings_whom_it_should(world, conversation, (*queue, ringing, round));
            let members = board.queues.get(queue).map(|queue| &queue.members);
            let is_member = |a: &AgentId| members.is_some_and(|members| members.contains(a));
            assert!(holders.iter().all(is_member));
            assert!(ringing.iter().all(|agent| holders.contains(agent)));
            let active = |a: &AgentId| board.active(*a).is_some();
            let somebody = members.is_some_and(|members| members.iter().any(active));
            assert_eq!(somebody, !holders.is_empty(), "nobody sees what waits");
        }
        Ownership::Closed { last_owner, .. } => {
            assert!(holders.iter().all(|agent| Some(*agent) == *last_owner));
        }
    }
}

/// Asked again it rings the same, all of them free to answer; and nobody who is free is left in peace while it rings
/// nobody.
fn rings_whom_it_should(
    world: &World,
    conversation: &Conversation,
    (queue, ringing, round): (QueueId, &BTreeSet<AgentId>, &Round),
) {
    let situation = &world.situation;
    let (board, floor) = (&situation.board, &situation.floor);
    let now = Timestamp(world.now);
    let again = routing::next(
        (board, floor),
        conversation.id,
        (queue, ringing, round),
        now,
    );
    let same = Next::Ring {
        ringing: ringing.clone(),
        round: round.clone(),
    };
    assert_eq!(again, same, "asked again, something else");
    let Some(queue) = board.queues.get(&queue) else {
        assert!(ringing.is_empty());
        return;
    };
    let mut free: BTreeSet<AgentId> = routing::available(board, floor, queue).collect();
    assert!(ringing.is_subset(&free), "rings who cannot answer");
    if let (OwnershipMode::Assign, Some(given_by)) = (queue.ownership, round.given_by) {
        free.remove(&given_by);
    }
    if board.hours(queue).is_open(now) {
        assert_eq!(ringing.is_empty(), free.is_empty(), "rings nobody");
        assert!(queue.ownership != OwnershipMode::Assign || free.is_empty());
    } else {
        assert!(ringing.is_empty(), "rings while the office is closed");
    }
}

/// The floor is what the conversations say.
fn floor_is_counted(world: &World) {
    let situation = &world.situation;
    let mut counted = Floor::default();
    for conversation in situation.conversations.values() {
        counted.add(conversation);
    }
    for agent in situation.board.agents.keys() {
        assert_eq!(situation.floor.load(*agent), counted.load(*agent));
        assert_eq!(situation.floor.rings(*agent), counted.rings(*agent));
    }
}

/// The lines are numbered without a gap, and the conversation says what they say.
fn thread_is_whole(world: &World, conversation: &Conversation) {
    let lines = &world.threads[&conversation.id];
    let seqs: Vec<u64> = lines.iter().map(|line| line.seq).collect();
    assert_eq!(seqs, (1..=conversation.last_seq).collect::<Vec<_>>());
    let mut over = false;
    for line in lines {
        match line.body {
            Body::System(
                SystemLine::EndedByVisitor
                | SystemLine::EndedByAgent { .. }
                | SystemLine::DealtWith { .. }
                | SystemLine::ClosedIdle,
            ) => over = true,
            // What is over begins again only by these.
            Body::System(
                SystemLine::Reopened { .. }
                | SystemLine::TransferredToAgent { .. }
                | SystemLine::TransferredToQueue { .. },
            ) => over = false,
            Body::Text(_) => assert!(!over, "said after the end"),
            _ => {}
        }
    }
    let written = |line: &&Message| !matches!(line.body, Body::System(_));
    let last = lines.iter().rfind(written);
    let preview = last.and_then(|line| Preview::of(line.author, &line.body));
    assert_eq!(conversation.preview, preview);
    let answered = lines
        .iter()
        .rposition(|line| matches!((line.author, &line.body), (Author::Agent(_), Body::Text(_))));
    let waits = lines[answered.map_or(0, |place| place + 1)..]
        .iter()
        .find(|line| line.author == Author::Customer);
    assert_eq!(conversation.waiting_since, waits.map(|line| line.at));
    for mark in [
        conversation.customer_received,
        conversation.customer_read,
        conversation.agent_read,
    ] {
        assert!(mark <= conversation.last_seq);
    }
    assert!(conversation.customer_read <= conversation.customer_received);
}

fn company_is_sound(world: &World) {
    let situation = &world.situation;
    let board = &situation.board;
    let numbers: BTreeSet<u32> = situation.contacts.values().map(|c| c.number).collect();
    assert_eq!(numbers.len(), situation.contacts.len(), "a number twice");
    assert_eq!(situation.contact_count as usize, numbers.len());
    let active = || board.agents.values().filter(|agent| agent.active);
    let owners = active().filter(|agent| agent.has_system_role(Role::SystemOwner));
    let admins = active().filter(|agent| {
        agent.has_system_role(Role::SystemAdmin) || agent.has_system_role(Role::SystemOwner)
    });
    assert!(owners.count() >= 1 && admins.count() >= 2);
    assert!(board.agents.values().all(|a| a.active || !a.connected));
    let away = |agent: &Agent| agent.away_since.is_none() == agent.is_available();
    assert!(board.agents.values().all(away));
    let emails: BTreeSet<&String> = board.agents.values().map(|agent| &agent.email).collect();
    assert_eq!(emails.len(), board.agents.len(), "an address twice");
    for (agent, conversation) in situation.mine.keys() {
        assert!(board.agents.contains_key(agent));
        assert!(situation.conversations.contains_key(conversation));
    }
}
