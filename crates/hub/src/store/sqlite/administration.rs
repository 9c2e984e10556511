//! Invitations of agents, and websites that show the widget.

use guichet_domain::{AccountId, AgentId, Timestamp};
use guichet_protocol::Installation;

use super::Sqlite;
use crate::access::token::TokenHash;
use crate::store::StoreError;

/// An installation is written again after so many milliseconds.
const MINUTE: i64 = 60_000;

impl Sqlite {
    /// Keeps a link for an agent, in place of the one before, until it is used or `expires`.
    pub async fn put_invitation(
        &self,
        hash: TokenHash,
        agent: AgentId,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "INSERT INTO invitation (hash, agent, expires) VALUES ($1, $2, $3)
             ON CONFLICT (agent) DO UPDATE SET hash = excluded.hash, expires = excluded.expires",
        )
        .bind(hash.0.as_slice())
        .bind(agent.to_string())
        .bind(expires.0)
        .execute(&mut *write)
        .await?;
        Ok(())
    }

    /// Whose link this is, if it is still good.
    pub async fn invited(
        &self,
        hash: TokenHash,
        now: Timestamp,
    ) -> Result<Option<AgentId>, StoreError> {
        let agent: Option<String> =
            sqlx::query_scalar("SELECT agent FROM invitation WHERE hash = $1 AND expires > $2")
                .bind(hash.0.as_slice())
                .bind(now.0)
                .fetch_optional(&self.read)
                .await?;
        Ok(agent.and_then(|agent| agent.parse().ok()))
    }

    /// Uses the link up; false when another was faster.
    pub async fn use_invitation(&self, hash: TokenHash) -> Result<bool, StoreError> {
        let mut write = self.write.lock().await;
        let used = sqlx::query("DELETE FROM invitation WHERE hash = $1")
            .bind(hash.0.as_slice())
            .execute(&mut *write)
            .await?;
        Ok(used.rows_affected() == 1)
    }

    /// A page of this site asked for the account's widget.
    pub async fn saw_installation(
        &self,
        account: AccountId,
        site: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let seen: Option<i64> =
            sqlx::query_scalar("SELECT seen FROM installation WHERE account = $1 AND site = $2")
                .bind(account.to_string())
                .bind(site)
                .fetch_optional(&self.read)
                .await?;
        if seen.is_some_and(|seen| now.0 - seen < MINUTE) {
            return Ok(());
        }
        let mut write = self.write.lock().await;
        sqlx::query(
            "INSERT INTO installation (account, site, seen) VALUES ($1, $2, $3)
             ON CONFLICT (account, site) DO UPDATE SET seen = excluded.seen",
        )
        .bind(account.to_string())
        .bind(site)
        .bind(now.0)
        .execute(&mut *write)
        .await?;
        Ok(())
    }

    /// Sites that asked for the account's widget, the last first.
    pub async fn installations(&self, account: AccountId) -> Result<Vec<Installation>, StoreError> {
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "SELECT site, seen FROM installation WHERE account = $1 ORDER BY seen DESC, site",
        )
        .bind(account.to_string())
        .fetch_all(&self.read)
        .await?;
        let seen = rows.into_iter().map(|(site, seen)| Installation {
            site,
            seen: Timestamp(seen),
        });
        Ok(seen.collect())
    }
}
