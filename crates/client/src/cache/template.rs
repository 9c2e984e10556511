//! Templates, departments, and which templates the agent inserted.

use guichet_domain::{AgentId, CommandId, Department, Template, TemplateId};
use guichet_protocol::EntityKind;

use super::{Cache, Result};

impl Cache {
    /// Every template.
    pub(crate) async fn templates(&self) -> Result<Vec<Template>> {
        self.all(EntityKind::Template).await
    }

    /// Every department.
    pub(crate) async fn departments(&self) -> Result<Vec<Department>> {
        self.all(EntityKind::Department).await
    }

    /// The agent inserted a template; to be told to the hub.
    pub(crate) async fn used_template(&self, me: AgentId, template: TemplateId) -> Result<()> {
        let mut writer = self.writer().await;
        sqlx::query("INSERT INTO template_use (id, agent, template) VALUES (?, ?, ?)")
            .bind(self.clock.command_id().to_string())
            .bind(me.to_string())
            .bind(template.to_string())
            .execute(&mut *writer)
            .await?;
        Ok(())
    }

    /// What the hub has not counted yet, oldest first: the ids are in the order of time.
    pub(crate) async fn uncounted_uses(&self, me: AgentId) -> Result<Vec<(CommandId, TemplateId)>> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT id, template FROM template_use WHERE agent = ? ORDER BY id")
                .bind(me.to_string())
                .fetch_all(&self.readers)
                .await?;
        Ok(rows
            .iter()
            .filter_map(|(id, template)| Some((id.parse().ok()?, template.parse().ok()?)))
            .collect())
    }

    /// The hub counted it, or never will.
    pub(crate) async fn counted_use(&self, id: CommandId) -> Result<()> {
        let mut writer = self.writer().await;
        sqlx::query("DELETE FROM template_use WHERE id = ?")
            .bind(id.to_string())
            .execute(&mut *writer)
            .await?;
        Ok(())
    }
}
