//! Chats among colleagues. Nobody owns them, and nobody deals with them.

use std::collections::BTreeSet;

use super::draft::Draft;
use crate::internal::{Internal, InternalAsk, MOST_MEMBERS, direct_id, looks_direct};
use crate::text::single_line;
use crate::{AgentId, Conversation, ConversationId, Event, Kind, Mine, Refusal, SystemLine};

pub(super) fn ask(
    draft: &mut Draft<'_>,
    id: ConversationId,
    ask: &InternalAsk,
) -> Result<(), Refusal> {
    match ask {
        InternalAsk::OpenDirect { with } => open_direct(draft, id, *with),
        InternalAsk::OpenGroup { name, members } => open_group(draft, id, name.as_deref(), members),
        InternalAsk::Rename { name } => rename(draft, id, name.as_deref()),
        InternalAsk::AddMembers { members } => add_members(draft, id, members),
        InternalAsk::RemoveMember { agent } => remove_member(draft, id, *agent),
        InternalAsk::Leave => leave(draft, id),
        InternalAsk::Mute => mute(draft, id, true),
        InternalAsk::Unmute => mute(draft, id, false),
    }
}

/// A member has seen every line up to `up_to`; the others are told, if they are few.
pub(super) fn seen(draft: &mut Draft<'_>, conversation: &Conversation, by: AgentId, up_to: u64) {
    let Kind::Internal(chat) = &conversation.kind else {
        return;
    };
    let known = chat.reads.get(&by).copied().unwrap_or_default();
    if chat.tells_reads() && up_to > known {
        let mut chat = chat.clone();
        chat.reads.insert(by, up_to);
        put(draft, conversation.id, chat);
    }
}

/// Out of the asking member's list, until something happens there.
pub(super) fn archive(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, conversation, _) = chat(draft, id)?;
    let mine = draft.mine(agent, id);
    if !mine.hides(conversation.last_seq) {
        let archived = Some(conversation.last_seq);
        draft.push(Event::MinePut(Mine { archived, ..mine }));
    }
    Ok(())
}

pub(super) fn unarchive(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, ..) = chat(draft, id)?;
    let mine = draft.mine(agent, id);
    if mine.archived.is_some() {
        let archived = None;
        draft.push(Event::MinePut(Mine { archived, ..mine }));
    }
    Ok(())
}

fn open_direct(draft: &mut Draft<'_>, id: ConversationId, with: AgentId) -> Result<(), Refusal> {
    let agent = draft.agent()?.id;
    if id != direct_id(agent, with) {
        return Err(Refusal::NotFound);
    }
    if draft.situation.conversations.contains_key(&id) {
        return Ok(());
    }
    others(draft, agent, &BTreeSet::from([with]))?;
    open(draft, id, Internal::direct(agent, with));
    Ok(())
}

fn open_group(
    draft: &mut Draft<'_>,
    id: ConversationId,
    name: Option<&str>,
    members: &BTreeSet<AgentId>,
) -> Result<(), Refusal> {
    let agent = draft.agent()?.id;
    if looks_direct(id) {
        return Err(Refusal::NotFound);
    }
    if draft.situation.conversations.contains_key(&id) {
        return draft.held(id).and(Err(Refusal::AlreadyInUse));
    }
    let mut members = others(draft, agent, members)?;
    members.insert(agent);
    few_enough(&members)?;
    let group = Internal {
        name: name.and_then(single_line),
        members,
        ..Internal::default()
    };
    open(draft, id, group);
    draft.say(id, SystemLine::GroupCreated { agent });
    Ok(())
}

fn rename(draft: &mut Draft<'_>, id: ConversationId, name: Option<&str>) -> Result<(), Refusal> {
    let (agent, group) = group(draft, id)?;
    let name = name.and_then(single_line);
    if name != group.name {
        let group = group.clone();
        put(draft, id, Internal { name, ..group });
        draft.say(id, SystemLine::GroupRenamed { agent });
    }
    Ok(())
}

fn add_members(
    draft: &mut Draft<'_>,
    id: ConversationId,
    members: &BTreeSet<AgentId>,
) -> Result<(), Refusal> {
    let (by, group) = group(draft, id)?;
    let added: BTreeSet<AgentId> = members.difference(&group.members).copied().collect();
    if added.is_empty() {
        return Ok(());
    }
    others(draft, by, &added)?;
    let members: BTreeSet<AgentId> = group.members.union(&added).copied().collect();
    few_enough(&members)?;
    put(draft, id, group.with_members(members));
    for agent in added {
        draft.say(id, SystemLine::MemberAdded { by, agent });
    }
    Ok(())
}

/// Any member may: a group has no owner. Who is no member is out already.
fn remove_member(draft: &mut Draft<'_>, id: ConversationId, agent: AgentId) -> Result<(), Refusal> {
    let (by, group) = group(draft, id)?;
    if agent == by {
        return leave(draft, id);
    }
    if group.members.contains(&agent) {
        put(draft, id, without(group, agent));
        draft.say(id, SystemLine::MemberRemoved { by, agent });
    }
    Ok(())
}

fn leave(draft: &mut Draft<'_>, id: ConversationId) -> Result<(), Refusal> {
    let (agent, group) = group(draft, id)?;
    let left = without(group, agent);
    if left.members.is_empty() {
        draft.push(Event::Deleted(id));
    } else {
        put(draft, id, left);
        draft.say(id, SystemLine::MemberLeft { agent });
    }
    Ok(())
}

fn mute(draft: &mut Draft<'_>, id: ConversationId, muted: bool) -> Result<(), Refusal> {
    let (agent, ..) = chat(draft, id)?;
    let mine = draft.mine(agent, id);
    if mine.muted != muted {
        draft.push(Event::MinePut(Mine { muted, ..mine }));
    }
    Ok(())
}

/// A chat of which the asking agent is a member.
fn chat<'a>(
    draft: &Draft<'a>,
    id: ConversationId,
) -> Result<(AgentId, &'a Conversation, &'a Internal), Refusal> {
    let (agent, conversation) = draft.held(id)?;
    match &conversation.kind {
        Kind::Internal(chat) => Ok((agent.id, conversation, chat)),
        Kind::Customer { .. } => Err(Refusal::NotOnThisChannel),
    }
}

/// The same of more than two: a direct chat has no name, and nobody joins or leaves it.
fn group<'a>(draft: &Draft<'a>, id: ConversationId) -> Result<(AgentId, &'a Internal), Refusal> {
    match chat(draft, id)? {
        (_, _, chat) if chat.direct => Err(Refusal::NotOnThisChannel),
        (agent, _, chat) => Ok((agent, chat)),
    }
}

/// At least one colleague besides `agent`, each of whom can be written to.
fn others(
    draft: &Draft<'_>,
    agent: AgentId,
    named: &BTreeSet<AgentId>,
) -> Result<BTreeSet<AgentId>, Refusal> {
    let others: BTreeSet<AgentId> = named.iter().copied().filter(|id| *id != agent).collect();
    let active = |id: &AgentId| draft.situation.board.active(*id).is_some();
    if others.is_empty() || !others.iter().all(active) {
        return Err(Refusal::NoSuchReceiver);
    }
    Ok(others)
}

fn few_enough(members: &BTreeSet<AgentId>) -> Result<(), Refusal> {
    if members.len() > MOST_MEMBERS {
        return Err(Refusal::TooManyMembers {
            limit: MOST_MEMBERS,
        });
    }
    Ok(())
}

fn without(group: &Internal, agent: AgentId) -> Internal {
    let others = group.members.iter().copied();
    group.with_members(others.filter(|member| *member != agent).collect())
}

fn open(draft: &mut Draft<'_>, id: ConversationId, chat: Internal) {
    let opened = Conversation::new(id, Kind::Internal(chat), draft.now);
    draft.push(Event::Opened(opened));
}

fn put(draft: &mut Draft<'_>, conversation: ConversationId, chat: Internal) {
    draft.push(Event::InternalPut { conversation, chat });
}
