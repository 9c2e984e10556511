//! Tells the hub which templates were inserted, once each, however long it is away.

use std::sync::Arc;

use guichet_protocol::{TemplateCommand, TemplateRequest};

use crate::cache::CacheError;
use crate::connection::{Hub, Verdict, backoff};
use crate::shared::Shared;

/// Counts until its task is ended.
pub(crate) async fn run(shared: Arc<Shared>, hub: Hub) {
    let mut failures = 0;
    loop {
        match count(&shared, &hub).await {
            Ok(Counted::All) => {
                failures = 0;
                shared.uses.notified().await;
            }
            Ok(Counted::Ended) => return,
            Ok(Counted::NotYet) => {
                failures += 1;
                tokio::time::sleep(backoff::chance_pause(failures)).await;
            }
            Err(error) => {
                tracing::error!(%error, "what was inserted cannot be read");
                shared.uses.notified().await;
            }
        }
    }
}

enum Counted {
    All,
    /// The hub does not answer.
    NotYet,
    /// Nobody is signed in any more.
    Ended,
}

async fn count(shared: &Shared, hub: &Hub) -> Result<Counted, CacheError> {
    let Ok(me) = shared.me() else {
        return Ok(Counted::Ended);
    };
    for (id, template) in shared.cache.uncounted_uses(me).await? {
        let command = TemplateCommand::Used { template };
        if let Err(error) = hub.template(&TemplateRequest { id, command }).await {
            match error.verdict() {
                Verdict::SignedOut => return Ok(Counted::Ended),
                Verdict::Never => tracing::error!(%error, "a use will never be counted"),
                Verdict::Again(_) | Verdict::TooOld | Verdict::TooNew => {
                    return Ok(Counted::NotYet);
                }
            }
        }
        // Of one that was deleted meanwhile nothing is counted.
        shared.cache.counted_use(id).await?;
    }
    Ok(Counted::All)
}
