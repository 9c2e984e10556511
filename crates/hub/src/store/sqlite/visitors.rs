//! Live Chat visitors and their tokens.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use guichet_domain::{AccountId, ContactId, Network, Timestamp};
use guichet_protocol::VisitorFacts;

use super::flush::row;
use super::{Sqlite, parse};
use crate::access::token::TokenHash;
use crate::store::StoreError;

impl Sqlite {
    /// Keeps a new visitor.
    pub async fn put_visitor(
        &self,
        visitor: ContactId,
        account: AccountId,
        token: TokenHash,
        facts: &VisitorFacts,
    ) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query(
            "INSERT INTO visitor (id, account, token_hash, created, seen, network, facts)
             VALUES ($1, $2, $3, $4, $4, $5, $6)",
        )
        .bind(visitor.to_string())
        .bind(account.to_string())
        .bind(token.0.as_slice())
        .bind(facts.seen.0)
        .bind(Network::of(facts.address).to_string())
        .bind(row(facts))
        .execute(&mut *write)
        .await?;
        drop(write);
        self.visitors.saw(visitor, facts);
        Ok(())
    }

    /// A visitor came once more. Written when something is new, or the last time was long ago; what they did not say
    /// this time stays.
    pub async fn see_visitor(
        &self,
        visitor: ContactId,
        facts: &VisitorFacts,
    ) -> Result<(), StoreError> {
        if !self.visitors.is_news(visitor, facts) {
            return Ok(());
        }
        let mut write = self.write.lock().await;
        sqlx::query(
            "UPDATE visitor SET seen = $2, network = $3, facts = json_patch(coalesce(facts, '{}'), $4)
             WHERE id = $1",
        )
        .bind(visitor.to_string())
        .bind(facts.seen.0)
        .bind(Network::of(facts.address).to_string())
        .bind(said(facts))
        .execute(&mut *write)
        .await?;
        drop(write);
        self.visitors.saw(visitor, facts);
        Ok(())
    }

    /// What is known of a visitor.
    pub async fn visitor_facts(
        &self,
        visitor: ContactId,
    ) -> Result<Option<VisitorFacts>, StoreError> {
        let facts: Option<Option<String>> =
            sqlx::query_scalar("SELECT facts FROM visitor WHERE id = $1")
                .bind(visitor.to_string())
                .fetch_optional(&self.read)
                .await?;
        let facts = facts.flatten();
        facts.map(|facts| parse("visitor", &facts)).transpose()
    }

    /// How many other visitors of this network wrote, as far as it is remembered.
    pub async fn visitors_beside(
        &self,
        visitor: ContactId,
        network: Network,
    ) -> Result<u32, StoreError> {
        let count = sqlx::query_scalar(
            "SELECT count(*) FROM visitor v JOIN contact c ON c.id = v.id
             WHERE v.network = $1 AND v.id <> $2",
        )
        .bind(network.to_string())
        .bind(visitor.to_string())
        .fetch_one(&self.read)
        .await?;
        Ok(count)
    }

    /// Forgets from where visitors came whom nobody saw since `before`.
    pub async fn forget_facts(&self, before: Timestamp) -> Result<(), StoreError> {
        let mut write = self.write.lock().await;
        sqlx::query("UPDATE visitor SET network = NULL, facts = NULL, seen = NULL WHERE seen < $1")
            .bind(before.0)
            .execute(&mut *write)
            .await?;
        drop(write);
        self.visitors.forget();
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

/// The facts that were said, as JSON.
fn said(facts: &VisitorFacts) -> String {
    let mut json = serde_json::json!(facts);
    if let Some(fields) = json.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    json.to_string()
}

/// Visitors who came lately. Each of their requests brings the token, and whose it is never changes: only that they
/// are forgotten, which empties this.
#[derive(Default)]
pub(super) struct Visitors {
    tokens: Mutex<HashMap<(AccountId, TokenHash), ContactId>>,
    /// What was written of them last.
    facts: Mutex<HashMap<ContactId, VisitorFacts>>,
}

impl Visitors {
    /// As many as one machine serves at once; then it begins anew.
    const MOST: usize = 10_000;
    /// That a visitor came again is written at most this often, in milliseconds.
    const AGAIN: i64 = 60 * 60 * 1_000;

    fn get(&self, account: AccountId, token: TokenHash) -> Option<ContactId> {
        locked(&self.tokens).get(&(account, token)).copied()
    }

    fn put(&self, account: AccountId, token: TokenHash, visitor: ContactId) {
        let mut known = locked(&self.tokens);
        if known.len() >= Self::MOST {
            known.clear();
        }
        known.insert((account, token), visitor);
    }

    fn is_news(&self, visitor: ContactId, facts: &VisitorFacts) -> bool {
        let known = locked(&self.facts);
        let Some(last) = known.get(&visitor) else {
            return true;
        };
        let then = VisitorFacts {
            seen: last.seen,
            ..facts.clone()
        };
        then != *last || facts.seen.0 - last.seen.0 >= Self::AGAIN
    }

    fn saw(&self, visitor: ContactId, facts: &VisitorFacts) {
        let mut known = locked(&self.facts);
        if known.len() >= Self::MOST {
            known.clear();
        }
        known.insert(visitor, facts.clone());
    }

    pub(super) fn forget(&self) {
        locked(&self.tokens).clear();
        locked(&self.facts).clear();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
