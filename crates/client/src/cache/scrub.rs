//! What was erased leaves the files, too: the log is emptied into the file, and the file is written anew.
//!
//! `SQLite` overwrites the cells that it deletes (`secure_delete`), but not the copies that stayed behind when it moved
//! cells from one page to another: of 200 random histories nine had words of deleted rows in their file. Only `VACUUM`
//! leaves nothing, and it writes the whole file; so it is done now and then, and always before the files are let go.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sqlx::SqliteConnection;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::{Cache, Result};

/// Tries to empty the log after an erasure, and how long between.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);
const AFTER_START: Duration = Duration::from_mins(1);
/// The file is written anew no more often than so much of it at a time allows: 4 MB a minute.
const MINUTE_OF_BYTES: u64 = 4 * 1024 * 1024;

/// What is still to be done.
pub(super) struct Remains {
    /// Something was erased and the log could not be emptied yet.
    in_log: AtomicBool,
    /// Something was erased since the file was written anew.
    in_file: AtomicBool,
    /// When it may be written anew.
    not_before: Mutex<Option<Instant>>,
}

impl Remains {
    /// Of a file that was just opened: whoever had it last may have ended before it was written anew. That is not what
    /// a start waits for.
    pub(super) fn of_last_time() -> Self {
        Self {
            in_log: AtomicBool::new(true),
            in_file: AtomicBool::new(true),
            not_before: Mutex::new(Some(Instant::now() + AFTER_START)),
        }
    }

    fn any(&self) -> bool {
        self.in_log.load(Ordering::Relaxed) || self.in_file.load(Ordering::Relaxed)
    }

    async fn is_due(&self) -> bool {
        let not_before = *self.not_before.lock().await;
        not_before.is_none_or(|at| Instant::now() >= at)
    }

    /// Rows were deleted.
    pub(super) fn left(&self, erased: bool) {
        self.in_log.fetch_or(erased, Ordering::Relaxed);
        self.in_file.fetch_or(erased, Ordering::Relaxed);
    }
}

impl Cache {
    /// Erases what is left of deleted rows, if anything is.
    pub(crate) async fn scrub_again(&self) -> Result<()> {
        if self.remains.any() {
            let mut writer = self.writer().await;
            self.scrub(&mut writer).await?;
        }
        Ok(())
    }

    /// Leaves nothing of what was erased, and lets go of the files.
    pub(crate) async fn close(&self) -> Result<()> {
        self.readers.close().await;
        let mut writer = self.writer().await;
        self.scrub_now(&mut writer).await
    }

    /// As far as it is time.
    pub(super) async fn scrub(&self, writer: &mut SqliteConnection) -> Result<()> {
        if self.remains.is_due().await {
            self.write_anew(writer).await?;
        }
        self.empty_log(writer).await
    }

    /// However long it takes.
    pub(super) async fn scrub_now(&self, writer: &mut SqliteConnection) -> Result<()> {
        self.write_anew(writer).await?;
        self.empty_log(writer).await
    }

    /// The whole file without what is in no row, if something may be.
    async fn write_anew(&self, writer: &mut SqliteConnection) -> Result<()> {
        if !self.remains.in_file.swap(false, Ordering::Relaxed) {
            return Ok(());
        }
        self.remains.in_log.store(true, Ordering::Relaxed);
        if let Err(error) = sqlx::query("VACUUM").execute(&mut *writer).await {
            self.remains.in_file.store(true, Ordering::Relaxed);
            tracing::warn!(%error, "the cache could not be written anew; it is tried again");
            return Ok(());
        }
        let (pages, size): (i64, i64) = sqlx::query_as(
            "SELECT page_count, page_size FROM pragma_page_count(), pragma_page_size()",
        )
        .fetch_one(&mut *writer)
        .await?;
        let bytes = pages.saturating_mul(size).unsigned_abs();
        let pause = Duration::from_millis(bytes.saturating_mul(60_000) / MINUTE_OF_BYTES);
        *self.remains.not_before.lock().await = Some(Instant::now() + pause);
        Ok(())
    }

    /// Empties the write-ahead log into the file. When a reader stays in the way, the next erasure or start tries again.
    async fn empty_log(&self, writer: &mut SqliteConnection) -> Result<()> {
        for _ in 0..TRIES {
            let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_one(&mut *writer)
                .await?;
            if busy == 0 {
                self.remains.in_log.store(false, Ordering::Relaxed);
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        tracing::warn!("readers kept the cache's log from being emptied; it is tried again");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use guichet_domain::ConversationId;
    use guichet_protocol::{EntityKind, Key};
    use sqlx::SqliteConnection;

    use crate::cache::Guard;
    use crate::cache::tests::cache;
    use crate::testing::{conversation, from_customer, id, me, owned_by, put_with};

    /// The 66th leaves words behind where the file is not written anew.
    const HISTORIES: Range<u64> = 60..72;
    const CONVERSATIONS: u64 = 8;

    /// Always the same for the same seed.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, most: u64) -> u64 {
            let Self(state) = self;
            *state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (*state >> 33) % most
        }
    }

    fn of(n: u64) -> ConversationId {
        id(u128::from(n))
    }

    /// Lines come and go, so that pages are split and joined.
    async fn lines(db: &mut SqliteConnection, dice: &mut Dice) {
        for seq in 2..300_i64 {
            let n = 1 + dice.below(CONVERSATIONS);
            let filler = "x".repeat(usize::try_from(dice.below(400)).expect("short"));
            let done = if dice.below(5) > 0 {
                sqlx::query(
                    "INSERT INTO message (conversation, seq, incoming, row) VALUES ($1, $2, 1, $3)",
                )
                .bind(of(n).to_string())
                .bind(seq)
                .bind(format!("[line of {n}]{filler}"))
                .execute(&mut *db)
                .await
            } else {
                sqlx::query("DELETE FROM message WHERE conversation = $1")
                    .bind(of(n).to_string())
                    .execute(&mut *db)
                    .await
            };
            done.expect("kept");
        }
    }

    #[tokio::test]
    async fn nothing_of_what_was_erased_is_in_any_file_however_its_pages_were_split() {
        for seed in HISTORIES {
            let (cache, folder) = cache().await;
            let put = |n| {
                let lines = [from_customer(of(n), 1, "Bonjour")];
                let row = conversation(u128::from(n), owned_by(me()), &lines);
                put_with(1, row, &lines, true)
            };
            let puts: Vec<_> = (1..=CONVERSATIONS).map(put).collect();
            let step = cache.resync_step(me(), &puts, &[], Guard::Newer).await;
            step.expect("kept");
            lines(&mut *cache.writer().await, &mut Dice(seed)).await;
            let gone = [Key::new(EntityKind::Conversation, of(1))];
            let step = cache.resync_step(me(), &[], &gone, Guard::Newer).await;
            step.expect("erased");
            cache.close().await.expect("closes");
            for file in std::fs::read_dir(folder.path().join("cache")).expect("a folder") {
                let bytes = std::fs::read(file.expect("a file").path()).expect("reads");
                let found = bytes.windows(11).any(|window| window == b"[line of 1]");
                assert!(!found, "history {seed} left words behind");
            }
        }
    }
}
