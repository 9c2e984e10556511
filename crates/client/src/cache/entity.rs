//! Agents, queues, contacts and accounts by id.

use guichet_domain::{Account, Agent, AgentId, Contact, ContactId, Queue, QueueId, Settings};
use guichet_protocol::EntityKind;
use serde::de::DeserializeOwned;

use super::{Cache, Result};

impl Cache {
    /// Every agent.
    pub(crate) async fn agents(&self) -> Result<Vec<Agent>> {
        self.all(EntityKind::Agent).await
    }

    /// Every queue.
    pub(crate) async fn queues(&self) -> Result<Vec<Queue>> {
        self.all(EntityKind::Queue).await
    }

    /// Every channel account.
    pub(crate) async fn accounts(&self) -> Result<Vec<Account>> {
        self.all(EntityKind::Account).await
    }

    /// What holds for the whole company.
    pub(crate) async fn settings(&self) -> Result<Settings> {
        let rows: Vec<Settings> = self.all(EntityKind::Settings).await?;
        Ok(rows.into_iter().next().unwrap_or_default())
    }

    /// One agent.
    pub(crate) async fn agent(&self, id: AgentId) -> Result<Option<Agent>> {
        self.one(EntityKind::Agent, id.to_string()).await
    }

    /// One queue.
    pub(crate) async fn queue(&self, id: QueueId) -> Result<Option<Queue>> {
        self.one(EntityKind::Queue, id.to_string()).await
    }

    /// One contact.
    pub(crate) async fn contact(&self, id: ContactId) -> Result<Option<Contact>> {
        self.one(EntityKind::Contact, id.to_string()).await
    }

    pub(super) async fn all<T: DeserializeOwned>(&self, kind: EntityKind) -> Result<Vec<T>> {
        let rows: Vec<String> = sqlx::query_scalar("SELECT row FROM entity WHERE kind = ?")
            .bind(kind.as_str())
            .fetch_all(&self.readers)
            .await?;
        Ok(rows
            .iter()
            .map(|row| serde_json::from_str(row))
            .collect::<std::result::Result<_, _>>()?)
    }

    async fn one<T: DeserializeOwned>(&self, kind: EntityKind, id: String) -> Result<Option<T>> {
        let row: Option<String> =
            sqlx::query_scalar("SELECT row FROM entity WHERE kind = ? AND id = ?")
                .bind(kind.as_str())
                .bind(id)
                .fetch_optional(&self.readers)
                .await?;
        Ok(row.map(|row| serde_json::from_str(&row)).transpose()?)
    }
}
