//! Windows of the inbox.

use guichet_domain::{AgentId, Contact, Conversation, Timestamp};
use guichet_protocol::AgentCommand;

use super::{Cache, Recents, Result};

/// What a row of the inbox needs.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub(crate) struct ListRow {
    pub(crate) conversation: Conversation,
    pub(crate) contact: Option<Contact>,
    pub(crate) unread: u32,
    pub(crate) muted: bool,
    pub(crate) draft: Option<String>,
    /// The last reply or note whose line has not come yet.
    pub(crate) echo: Option<AgentCommand>,
}

type Columns = (
    String,
    Option<String>,
    u32,
    bool,
    Option<String>,
    Option<String>,
);

/// The columns and joins are the same in all statements; only which rows, and their order, differ. The rows that come
/// before the window are skipped on the index alone, before anything is joined.
macro_rules! rows {
    ($which:literal, $order:literal) => {
        concat!(
            "SELECT c.row, e.row,
                 (SELECT COUNT(*) FROM message AS m
                  WHERE m.conversation = c.id AND m.incoming = 1 AND m.seq > COALESCE(n.read, 0)),
                 COALESCE(n.muted, 0),
                 d.text,
                 (SELECT o.command FROM outbox AS o
                  WHERE o.agent = ?1 AND o.conversation = c.id AND o.command ->> '$.do' IN ('reply', 'note')
                  ORDER BY o.place DESC LIMIT 1)
             FROM (SELECT c.id FROM conversation AS c WHERE ",
            $which,
            " ORDER BY ",
            $order,
            " LIMIT ?2 OFFSET ?3) AS w
             JOIN conversation AS c ON c.id = w.id
             LEFT JOIN mine AS n ON n.conversation = c.id
             LEFT JOIN entity AS e ON e.kind = 'contact' AND e.id = c.contact
             LEFT JOIN draft AS d ON d.agent = ?1 AND d.conversation = c.id
             ORDER BY ",
            $order
        )
    };
}

impl Cache {
    /// Rows of Recents: ringing first, newest activity first.
    pub(crate) async fn recents(
        &self,
        me: AgentId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ListRow>> {
        let sql = rows!("c.recents < 2", "c.recents, c.last_at DESC, c.id");
        self.rows(sql, me, offset, limit).await
    }

    /// Rows of Archived: newest activity first.
    pub(crate) async fn archived(
        &self,
        me: AgentId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ListRow>> {
        let sql = rows!("c.recents = 2", "c.last_at DESC, c.id");
        self.rows(sql, me, offset, limit).await
    }

    /// Rows of Queues: oldest wait first.
    pub(crate) async fn queued(
        &self,
        me: AgentId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ListRow>> {
        let sql = rows!("c.waits_from IS NOT NULL", "c.waits_from, c.id");
        self.rows(sql, me, offset, limit).await
    }

    async fn rows(
        &self,
        sql: &'static str,
        me: AgentId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<ListRow>> {
        let rows: Vec<Columns> = sqlx::query_as(sql)
            .bind(me.to_string())
            .bind(limit)
            .bind(offset)
            .fetch_all(&self.readers)
            .await?;
        rows.into_iter()
            .map(|(conversation, contact, unread, muted, draft, echo)| {
                Ok(ListRow {
                    conversation: serde_json::from_str(&conversation)?,
                    contact: contact.map(|row| serde_json::from_str(&row)).transpose()?,
                    unread,
                    muted,
                    draft,
                    echo: echo.map(|row| serde_json::from_str(&row)).transpose()?,
                })
            })
            .collect()
    }

    /// Rows of one group of Recents.
    pub(crate) async fn count_recents(&self, group: Recents) -> Result<u32> {
        Ok(
            sqlx::query_scalar("SELECT COUNT(*) FROM conversation WHERE recents = ?")
                .bind(group.column())
                .fetch_one(&self.readers)
                .await?,
        )
    }

    /// Rows of Queues that have waited since `since` or longer: the first of them.
    pub(crate) async fn count_queued(&self, since: Timestamp) -> Result<u32> {
        Ok(
            sqlx::query_scalar("SELECT COUNT(*) FROM conversation WHERE waits_from <= ?")
                .bind(since.0)
                .fetch_one(&self.readers)
                .await?,
        )
    }

    /// Conversations of Recents with a message of the other side that the agent has not seen, but for muted ones.
    pub(crate) async fn count_unread(&self) -> Result<u32> {
        Ok(sqlx::query_scalar(
            "SELECT COUNT(*) FROM conversation AS c LEFT JOIN mine AS n ON n.conversation = c.id
             WHERE c.recents IS NOT NULL AND COALESCE(n.muted, 0) = 0 AND EXISTS (
                 SELECT 1 FROM message AS m
                 WHERE m.conversation = c.id AND m.incoming = 1 AND m.seq > COALESCE(n.read, 0))",
        )
        .fetch_one(&self.readers)
        .await?)
    }
}
