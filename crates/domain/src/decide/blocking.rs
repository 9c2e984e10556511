//! Visitors are kept out, and let in again.

use super::closing::{close, customer_ends, of_customer};
use super::company::may;
use super::draft::Draft;
use crate::text::single_line;
use crate::{
    Actor, Audited, Block, BlockId, ContactId, Conversation, ConversationId, DepartmentId, Event,
    Network, Outcome, Ownership, Refusal, Right, SystemLine, Timestamp,
};

const HOUR: i64 = 60 * 60 * 1_000;

/// For how long, and why.
pub(super) struct Terms<'a> {
    pub(super) block: BlockId,
    pub(super) reason: Option<&'a str>,
    /// `None`: until it is revoked.
    pub(super) hours: Option<u32>,
}

/// Ends the session of a visitor, and keeps out whoever has their address. Whoever sees the conversation may.
pub(super) fn block_visitor(
    draft: &mut Draft<'_>,
    id: ConversationId,
    network: Option<Network>,
    terms: &Terms<'_>,
) -> Result<(), Refusal> {
    let (agent, conversation) = draft.managed(id)?;
    let agent = agent.id;
    customer_ends(conversation)?;
    let visitor = conversation.contact();
    let department = department(draft, conversation);
    let network = network.ok_or(Refusal::NoAddress)?;
    let block = block(draft, network, terms, (visitor, department))?;
    match of_customer(conversation)? {
        Ownership::Owned { .. } => close(draft, conversation, Outcome::EndedByAgent),
        // Nobody owned it: it stays with who closed it.
        Ownership::Offered { queue, .. } => draft.own(
            id,
            Ownership::Closed {
                last_owner: Some(agent),
                queue: Some(*queue),
                at: draft.now,
                outcome: Outcome::EndedByAgent,
            },
        ),
        Ownership::Closed { .. } => {}
    }
    if conversation.is_open() {
        draft.say(id, SystemLine::EndedByAgent { agent });
    }
    let until = put(draft, block, Some(id));
    draft.say(id, SystemLine::VisitorBlocked { agent, until });
    Ok(())
}

/// An address that somebody names: by those who may for the whole company.
pub(super) fn block_network(
    draft: &mut Draft<'_>,
    network: Network,
    terms: &Terms<'_>,
) -> Result<(), Refusal> {
    may(draft, Right::Block, None)?;
    let block = block(draft, network, terms, (None, None))?;
    put(draft, block, None);
    Ok(())
}

/// Those who may not see it are told that it does not exist.
pub(super) fn unblock(draft: &mut Draft<'_>, id: BlockId) -> Result<(), Refusal> {
    let block = draft.situation.board.blocks.get(id);
    let block = block.ok_or(Refusal::NotFound)?;
    may(draft, Right::Block, block.department).map_err(|_| Refusal::NotFound)?;
    draft.audit(Audited::Unblocked { block: id });
    draft.push(Event::Unblocked(block.network));
    Ok(())
}

/// By the hub alone: those that are over.
pub(super) fn forget(draft: &mut Draft<'_>) -> Result<(), Refusal> {
    if draft.actor != Actor::Hub {
        return Err(Refusal::NotAllowed);
    }
    let now = draft.now;
    for block in draft.situation.board.blocks.iter() {
        if !block.holds(now) {
            draft.push(Event::Unblocked(block.network));
        }
    }
    Ok(())
}

fn block(
    draft: &Draft<'_>,
    network: Network,
    terms: &Terms<'_>,
    (visitor, department): (Option<ContactId>, Option<DepartmentId>),
) -> Result<Block, Refusal> {
    let limit = Block::REASON;
    if terms
        .reason
        .is_some_and(|text| text.chars().count() > limit)
    {
        return Err(Refusal::TextTooLong { limit });
    }
    let in_range = |hours: u32| (1..=Block::HOURS).contains(&hours);
    if !terms.hours.is_none_or(in_range) {
        return Err(Refusal::OutOfRange);
    }
    let end = |hours: u32| Timestamp(draft.now.0 + i64::from(hours) * HOUR);
    Ok(Block {
        id: terms.block,
        network,
        visitor,
        department,
        reason: terms.reason.and_then(single_line),
        by: draft.actor,
        at: draft.now,
        until: terms.hours.map(end),
    })
}

/// In place of the one that the network has, unless that one lasts longer: nobody is let in sooner by being blocked
/// once more. Until when the network is kept out.
fn put(
    draft: &mut Draft<'_>,
    block: Block,
    conversation: Option<ConversationId>,
) -> Option<Timestamp> {
    let forever = Timestamp(i64::MAX);
    let known = draft.board().blocks.of(block.network);
    if let Some(known) = known.filter(|known| known.holds(draft.now))
        && known.until.unwrap_or(forever) >= block.until.unwrap_or(forever)
    {
        return known.until;
    }
    let (id, until) = (block.id, block.until);
    draft.push(Event::Blocked(block));
    draft.audit(Audited::Blocked {
        block: id,
        conversation,
        until,
    });
    until
}

fn department(draft: &Draft<'_>, conversation: &Conversation) -> Option<DepartmentId> {
    draft.board().queues.get(&conversation.queue()?)?.department
}
