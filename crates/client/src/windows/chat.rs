//! What stands above a chat among colleagues.

use guichet_domain::{Agent, AgentId, Conversation, Internal, Kind, Mine, Status};

use super::Directory;
use crate::view::{Chat, Member};

/// The members, how far they have read, and what this agent keeps of it; `None` of a customer's conversation.
pub(super) fn chat(
    conversation: &Conversation,
    mine: &Mine,
    typists: &[AgentId],
    directory: &Directory,
) -> Option<Chat> {
    let Kind::Internal(chat) = &conversation.kind else {
        return None;
    };
    let mut members: Vec<Member> = chat
        .members
        .iter()
        .map(|id| member(*id, chat, directory))
        .collect();
    members.sort_by_key(|member| (!member.me, member.name.to_lowercase(), member.id));
    Some(Chat {
        direct: chat.direct,
        name: chat.name.clone(),
        members,
        muted: mine.muted,
        typing: typists.iter().map(|id| directory.agent(*id)).collect(),
    })
}

fn member(id: AgentId, chat: &Internal, directory: &Directory) -> Member {
    let known = directory.agents.get(&id);
    Member {
        id,
        name: directory.agent(id),
        extension: known.and_then(|agent| agent.extension.clone()),
        me: id == directory.me,
        active: known.is_some_and(|agent| agent.active),
        status: known.map_or(Status::Offline, Agent::seen_as),
        read_up_to: chat.reads.get(&id).copied(),
    }
}

/// The other of a direct chat; `None` of a group.
pub(super) fn other<'a>(
    conversation: &Conversation,
    directory: &'a Directory,
) -> Option<&'a Agent> {
    let Kind::Internal(Internal {
        direct: true,
        members,
        ..
    }) = &conversation.kind
    else {
        return None;
    };
    let other = members.iter().find(|member| **member != directory.me)?;
    directory.agents.get(other)
}

/// Can be seen to be there.
pub(super) fn is_there(agent: &Agent) -> bool {
    agent.seen_as() != Status::Offline
}
