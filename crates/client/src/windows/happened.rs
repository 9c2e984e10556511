//! What a system line says.

use guichet_domain::{AgentId, QueueId, SystemLine};
use serde_json::Value;

use super::Directory;
use crate::view::SystemText;

/// The words of a system line are `system-<code>`; what this agent did has words of its own.
pub(super) fn happened(what: SystemLine, directory: &Directory) -> SystemText {
    let say = Say(directory);
    match what {
        SystemLine::Taken { agent } => say.did("taken", agent),
        SystemLine::Released { agent } => say.did("released", agent),
        SystemLine::DealtWith { agent } => say.did("dealt-with", agent),
        SystemLine::Archived { agent } => say.did("archived", agent),
        SystemLine::Unarchived { agent } => say.did("unarchived", agent),
        SystemLine::Reopened { agent } => say.did("reopened", agent),
        SystemLine::EndedByAgent { agent } => say.did("ended-agent", agent),
        SystemLine::VisitorBlocked { agent, .. } => say.did("visitor-blocked", agent),
        SystemLine::TransferUndone { agent } => say.did("transfer-undone", agent),
        SystemLine::ContactAdded { agent } => say.did("contact-added", agent),
        SystemLine::Assigned { agent } => say.did("assigned", agent),
        SystemLine::Overseen { agent } => say.did("overseen", agent),
        SystemLine::TransferredToAgent { from, to } if to == directory.me => {
            Say::with("transferred-to-me", &[("from", say.agent(from))])
        }
        SystemLine::TransferredToAgent { from, to } => Say::with(
            "transferred-agent",
            &[("from", say.agent(from)), ("to", say.agent(to))],
        ),
        SystemLine::TransferredToQueue { from, queue } => Say::with(
            "transferred-queue",
            &[("from", say.agent(from)), ("queue", say.queue(queue))],
        ),
        SystemLine::TakenOver { agent, from } => Say::with(
            "taken-over",
            &[("agent", say.agent(agent)), ("from", say.agent(from))],
        ),
        SystemLine::ReassignedToAgent { by, from, to } => Say::with(
            "reassigned-agent",
            &[
                ("by", say.agent(by)),
                ("from", say.agent(from)),
                ("to", say.agent(to)),
            ],
        ),
        SystemLine::ReassignedToQueue { by, from, queue } => Say::with(
            "reassigned-queue",
            &[
                ("by", say.agent(by)),
                ("from", say.agent(from)),
                ("queue", say.queue(queue)),
            ],
        ),
        SystemLine::OwnerDeactivated { agent } => {
            Say::with("agent-deactivated", &[("agent", say.agent(agent))])
        }
        SystemLine::LeaseEnded { agent } => {
            Say::with("lease-ended", &[("agent", say.agent(agent))])
        }
        SystemLine::MovedOn { queue } => Say::with("moved-on", &[("queue", say.queue(queue))]),
        SystemLine::AwayTextSent => Say::with("away-text", &[]),
        SystemLine::EndedByVisitor => Say::with("ended-visitor", &[]),
        SystemLine::ClosedIdle => Say::with("closed-idle", &[]),
        SystemLine::GroupCreated { agent } => say.did("group-created", agent),
        SystemLine::GroupRenamed { agent } => say.did("group-renamed", agent),
        SystemLine::MemberLeft { agent } => say.did("member-left", agent),
        SystemLine::MemberAdded { by, agent } => say.did_with("member-added", by, agent),
        SystemLine::MemberRemoved { by, agent } => say.did_with("member-removed", by, agent),
    }
}

struct Say<'a>(&'a Directory);

impl Say<'_> {
    /// Something that one agent did: `<code>`, or `<code>-by-me`.
    fn did(&self, code: &str, agent: AgentId) -> SystemText {
        if agent == self.0.me {
            Self::with(&format!("{code}-by-me"), &[])
        } else {
            Self::with(code, &[("agent", self.agent(agent))])
        }
    }

    /// Something that one agent did with another: also `<code>-me` of what was done with this agent.
    fn did_with(&self, code: &str, by: AgentId, agent: AgentId) -> SystemText {
        let me = self.0.me;
        let (author, other) = (("by", self.agent(by)), ("agent", self.agent(agent)));
        match (by == me, agent == me) {
            (true, _) => Self::with(&format!("{code}-by-me"), &[other]),
            (_, true) => Self::with(&format!("{code}-me"), &[author]),
            _ => Self::with(code, &[author, other]),
        }
    }

    fn with(code: &str, params: &[(&str, Value)]) -> SystemText {
        SystemText {
            code: code.to_owned(),
            params: params
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
        }
    }

    fn agent(&self, id: AgentId) -> Value {
        self.0.agent(id).into()
    }

    fn queue(&self, id: QueueId) -> Value {
        self.0.queue(id).unwrap_or_default().into()
    }
}
