//! Passwords, one-time codes, the set-up token, and sign-ins that failed.

use guichet_domain::{AgentId, Timestamp};
use subtle::ConstantTimeEq;

use super::Sqlite;
use crate::access::token::TokenHash;
use crate::store::StoreError;

impl Sqlite {
    /// The agent's password hash.
    pub async fn password_hash(&self, agent: AgentId) -> Result<Option<String>, StoreError> {
        let hash = sqlx::query_scalar("SELECT password_hash FROM credential WHERE agent = $1")
            .bind(agent.to_string())
            .fetch_optional(&self.read)
            .await?;
        Ok(hash)
    }

    /// Keeps a password hash in place of the one before.
    pub async fn put_password_hash(&self, agent: AgentId, hash: &str) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "INSERT INTO credential (agent, password_hash) VALUES ($1, $2)
             ON CONFLICT (agent) DO UPDATE SET password_hash = excluded.password_hash",
        )
        .bind(agent.to_string())
        .bind(hash)
        .execute(&mut *write)
        .await?;
        Ok(())
    }

    /// Keeps a sign-in code until it is used or `expires`.
    pub async fn put_code(
        &self,
        hash: TokenHash,
        agent: AgentId,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("INSERT INTO code (hash, agent, expires) VALUES ($1, $2, $3)")
            .bind(hash.0.as_slice())
            .bind(agent.to_string())
            .bind(expires.0)
            .execute(&mut *write)
            .await?;
        Ok(())
    }

    /// Uses a code up; who it signs in, if it was still good.
    pub async fn use_code(
        &self,
        hash: TokenHash,
        now: Timestamp,
    ) -> Result<Option<AgentId>, StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("DELETE FROM code WHERE expires <= $1")
            .bind(now.0)
            .execute(&mut *write)
            .await?;
        let agent: Option<String> =
            sqlx::query_scalar("DELETE FROM code WHERE hash = $1 RETURNING agent")
                .bind(hash.0.as_slice())
                .fetch_optional(&mut *write)
                .await?;
        Ok(agent.and_then(|agent| agent.parse().ok()))
    }

    /// Keeps this set-up token and no other; `None`: there is no set-up.
    pub async fn put_setup_token(&self, hash: Option<TokenHash>) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("DELETE FROM setup_token")
            .execute(&mut *write)
            .await?;
        if let Some(hash) = hash {
            sqlx::query("INSERT INTO setup_token (hash) VALUES ($1)")
                .bind(hash.0.as_slice())
                .execute(&mut *write)
                .await?;
        }
        Ok(())
    }

    /// Is there a set-up, and is this its token? `None`: there is none.
    pub async fn is_setup_token(&self, hash: TokenHash) -> Result<Option<bool>, StoreError> {
        let stored: Option<Vec<u8>> = sqlx::query_scalar("SELECT hash FROM setup_token")
            .fetch_optional(&self.read)
            .await?;
        Ok(stored.map(|stored| stored.as_slice().ct_eq(&hash.0).into()))
    }

    /// Uses the set-up token up; false when another was faster.
    pub async fn use_setup_token(&self, hash: TokenHash) -> Result<bool, StoreError> {
        let mut write = self.write.lock().await;
        let deleted = sqlx::query("DELETE FROM setup_token WHERE hash = $1")
            .bind(hash.0.as_slice())
            .execute(&mut *write)
            .await?;
        Ok(deleted.rows_affected() == 1)
    }

    /// Counts one more attempt on each of these subjects, unless one is over its limit: then the time since when that
    /// subject waits. Attempts that succeed are taken back with [`Self::forgive`].
    pub async fn attempt(
        &self,
        subjects: &[(String, u32)],
        window: i64,
        now: Timestamp,
    ) -> Result<Result<(), i64>, StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("DELETE FROM sign_in_attempt WHERE at <= $1")
            .bind(now.0 - window)
            .execute(&mut *write)
            .await?;
        for (subject, limit) in subjects {
            let (count, last): (i64, Option<i64>) =
                sqlx::query_as("SELECT COUNT(*), MAX(at) FROM sign_in_attempt WHERE subject = $1")
                    .bind(subject)
                    .fetch_one(&mut *write)
                    .await?;
            // Not a lock-out: one attempt in each share of the window stays.
            let free = last.map_or(now.0, |last| last + window / i64::from(*limit));
            if count >= i64::from(*limit) && free > now.0 {
                return Ok(Err(free - now.0));
            }
        }
        for (subject, _) in subjects {
            sqlx::query("INSERT INTO sign_in_attempt (subject, at) VALUES ($1, $2)")
                .bind(subject)
                .bind(now.0)
                .execute(&mut *write)
                .await?;
        }
        Ok(Ok(()))
    }

    /// A sign-in succeeded: the agent's failures are forgotten, and this one attempt of the address.
    pub async fn forgive(
        &self,
        agent: &str,
        network: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "DELETE FROM sign_in_attempt WHERE subject = $1 OR rowid = (
                 SELECT rowid FROM sign_in_attempt WHERE subject = $2 AND at = $3 LIMIT 1)",
        )
        .bind(agent)
        .bind(network)
        .bind(at.0)
        .execute(&mut *write)
        .await?;
        Ok(())
    }
}
