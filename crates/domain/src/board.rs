//! The board: the company as every decision needs it.

use std::collections::BTreeMap;

use crate::{
    Account, AccountId, Agent, AgentId, Blocks, Department, DepartmentId, Event, OfficeHours,
    Queue, QueueId, Settings,
};

/// Agents, queues, departments, accounts and what holds for all. Small, kept in memory by the hub.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Board {
    pub agents: BTreeMap<AgentId, Agent>,
    pub departments: BTreeMap<DepartmentId, Department>,
    pub queues: BTreeMap<QueueId, Queue>,
    pub accounts: BTreeMap<AccountId, Account>,
    pub settings: Settings,
    pub blocks: Blocks,
}

impl Board {
    /// Carries out an event that puts one of the board's rows; others change nothing.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::AgentPut(row) => drop(self.agents.insert(row.id, row.clone())),
            Event::DepartmentPut(row) => drop(self.departments.insert(row.id, row.clone())),
            Event::QueuePut(row) => drop(self.queues.insert(row.id, row.clone())),
            Event::AccountPut(row) => drop(self.accounts.insert(row.id, row.clone())),
            Event::SettingsPut(row) => self.settings.clone_from(row),
            Event::Blocked(block) => self.blocks.put(block.clone()),
            Event::Unblocked(network) => self.blocks.remove(*network),
            _ => {}
        }
    }

    /// The agent, unless unknown or deactivated.
    pub fn active(&self, agent: AgentId) -> Option<&Agent> {
        self.agents.get(&agent).filter(|agent| agent.active)
    }

    /// When a queue rings: as its department, or as the company.
    pub fn hours(&self, queue: &Queue) -> &OfficeHours {
        queue
            .department
            .and_then(|department| self.departments.get(&department)?.hours.as_ref())
            .unwrap_or(&self.settings.hours)
    }

    /// Shares the queue, and is active.
    pub fn is_member(&self, queue: QueueId, agent: AgentId) -> bool {
        self.active(agent).is_some()
            && self
                .queues
                .get(&queue)
                .is_some_and(|queue| queue.members.contains(&agent))
    }

    /// Works in the department: shares one of its queues, or holds a role there.
    pub fn works_in(&self, department: DepartmentId, agent: AgentId) -> bool {
        let here = Some(department);
        self.active(agent).is_some_and(|known| {
            known.grants.iter().any(|grant| grant.department == here)
                || self.queues_of(agent).any(|queue| queue.department == here)
        })
    }

    /// The queues an agent shares.
    pub fn queues_of(&self, agent: AgentId) -> impl Iterator<Item = &Queue> {
        self.queues
            .values()
            .filter(move |queue| queue.members.contains(&agent))
    }
}
