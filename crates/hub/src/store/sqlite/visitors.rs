//! Live Chat visitors and their tokens.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

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
        if let Some(known) = self.visitors.get(account, token) {
            return Ok(Some(known));
        }
        let id: Option<String> =
            sqlx::query_scalar("SELECT id FROM visitor WHERE token_hash = $1 AND account = $2")
                .bind(token.0.as_slice())
                .bind(account.to_string())
                .fetch_optional(&self.read)
                .await?;
        let visitor = id.and_then(|id| id.parse().ok());
        if let Some(visitor) = visitor {
            self.visitors.put(account, token, visitor);
        }
        Ok(visitor)
    }

    /// Forgets visitors from before `before` who never wrote.
    pub async fn forget_visitors(&self, before: Timestamp) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "DELETE FROM visitor WHERE created < $1
             AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.id = visitor.id)
             AND NOT EXISTS (SELECT 1 FROM contact_point WHERE point = visitor.id)",
        )
        .bind(before.0)
        .execute(&mut *write)
        .await?;
        self.visitors.forget();
        Ok(())
    }
}

/// Visitors who came lately. Each of their requests brings the token, and whose it is never changes: only that they
/// are forgotten, which empties this.
#[derive(Default)]
pub(super) struct Visitors(Mutex<HashMap<(AccountId, TokenHash), ContactId>>);

impl Visitors {
    /// As many as one machine serves at once; then it begins anew.
    const MOST: usize = 10_000;

    fn get(&self, account: AccountId, token: TokenHash) -> Option<ContactId> {
        self.lock().get(&(account, token)).copied()
    }

    fn put(&self, account: AccountId, token: TokenHash, visitor: ContactId) {
        let mut known = self.lock();
        if known.len() >= Self::MOST {
            known.clear();
        }
        known.insert((account, token), visitor);
    }

    pub(super) fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(AccountId, TokenHash), ContactId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
