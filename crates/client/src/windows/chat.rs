//! What stands above a chat among colleagues, and who can be written to.

use guichet_domain::{Agent, AgentId, Conversation, ConversationId, Internal, Kind, Mine, Status};

use super::Directory;
use crate::error::CallError;
use crate::shared::Shared;
use crate::view::{Chat, Colleague, Colleagues, Member, Named};

/// Most that one search finds of each kind.
const MOST: usize = 200;

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
        status: known.map_or(Status::Offline, status),
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

/// Offline is also who is deactivated, or not in touch with the hub.
fn status(agent: &Agent) -> Status {
    if agent.active && agent.connected {
        agent.status
    } else {
        Status::Offline
    }
}

/// Can be seen to be there.
pub(super) fn is_there(agent: &Agent) -> bool {
    status(agent) != Status::Offline
}

/// Colleagues whose name or extension contains what was typed, those who are there first; and this agent's groups
/// whose name does.
pub(crate) async fn colleagues(shared: &Shared, search: &str) -> Result<Colleagues, CallError> {
    let me = shared.me()?;
    let directory = Directory::load(&shared.cache, me, shared.language()).await?;
    let wanted = search.trim().to_lowercase();
    let fits = |name: &str| name.to_lowercase().contains(&wanted);
    let mut agents: Vec<Colleague> = directory
        .agents
        .values()
        .filter(|agent| agent.active && agent.id != me)
        .filter(|agent| {
            let extension = agent.extension.as_deref();
            fits(&agent.name) || extension.is_some_and(|number| number.contains(&wanted))
        })
        .map(|agent| Colleague {
            id: agent.id,
            name: agent.name.clone(),
            extension: agent.extension.clone(),
            status: status(agent),
        })
        .collect();
    agents.sort_by_key(|agent| {
        (
            agent.status == Status::Offline,
            agent.name.to_lowercase(),
            agent.id,
        )
    });
    agents.truncate(MOST);
    let mut groups: Vec<Named<ConversationId>> = shared
        .cache
        .chats()
        .await?
        .iter()
        .filter(|chat| !matches!(&chat.kind, Kind::Internal(Internal { direct: true, .. })))
        .map(|chat| Named {
            id: chat.id,
            name: directory.of(chat, None),
        })
        .filter(|group| fits(&group.name))
        .collect();
    groups.sort_by_key(|group| (group.name.to_lowercase(), group.id));
    groups.truncate(MOST);
    Ok(Colleagues { agents, groups })
}
