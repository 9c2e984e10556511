//! What belongs to the profile.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Cache, Result};

impl Cache {
    /// A setting; `None` when there is none, or none that this version can read.
    pub(crate) async fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        let value: Option<String> = sqlx::query_scalar("SELECT value FROM setting WHERE name = ?")
            .bind(name)
            .fetch_optional(&self.readers)
            .await?;
        Ok(value.and_then(|value| serde_json::from_str(&value).ok()))
    }

    /// Keeps a setting.
    pub(crate) async fn set_setting<T: Serialize>(&self, name: &str, value: &T) -> Result<()> {
        let value = serde_json::to_string(value)?;
        let mut writer = self.writer().await;
        sqlx::query(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(&mut *writer)
        .await?;
        Ok(())
    }
}
