//! Live Chat visitors and their tokens.

use guichet_domain::{AccountId, ContactId, Timestamp};

use super::Sqlite;
use crate::access::token::TokenHash;
use crate::store::StoreError;

impl Sqlite {
    /// Keeps a new visitor.
    pub async fn put_visitor(
        &self,
        visitor: ContactId,
        account: AccountId,
        token: TokenHash,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "INSERT INTO visitor (id, account, token_hash, created) VALUES ($1, $2, $3, $4)",
        )
        .bind(visitor.to_string())
        .bind(account.to_string())
        .bind(token.0.as_slice())
        .bind(now.0)
        .execute(&mut *write)
        .await?;
        Ok(())
    }

    /// The visitor of an account with this token.
    pub async fn visitor(
        &self,
        account: AccountId,
        token: TokenHash,
    ) -> Result<Option<ContactId>, StoreError> {
        let id: Option<String> =
            sqlx::query_scalar("SELECT id FROM visitor WHERE token_hash = $1 AND account = $2")
                .bind(token.0.as_slice())
                .bind(account.to_string())
                .fetch_optional(&self.read)
                .await?;
        Ok(id.and_then(|id| id.parse().ok()))
    }

    /// Forgets visitors from before `before` who never wrote.
    pub async fn forget_visitors(&self, before: Timestamp) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "DELETE FROM visitor WHERE created < $1
             AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.id = visitor.id)",
        )
        .bind(before.0)
        .execute(&mut *write)
        .await?;
        Ok(())
    }
}
