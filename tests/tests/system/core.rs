//! The hub without its doors: store, committer and feed, which can be stopped, copied and put back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use guichet_domain::{Actor, Command, CommandId, Envelope};
use guichet_hub::clock::{self, Clock};
use guichet_hub::committer::Committer;
use guichet_hub::feed::Feed;
use guichet_hub::store::{Store, sqlite::Sqlite};
use guichet_protocol::CommandResult;
use tokio_util::sync::CancellationToken;

/// The database's files by name.
pub(crate) type Backup = Vec<(&'static str, Vec<u8>)>;

/// A running hub core on a file.
pub(crate) struct Core {
    pub(crate) store: Arc<Sqlite>,
    pub(crate) committer: Committer,
    pub(crate) feed: Feed,
    folder: PathBuf,
    stop: CancellationToken,
}

impl Core {
    pub(crate) async fn open(folder: &Path) -> Self {
        let store = Arc::new(Sqlite::open(&folder.join("hub.db")).await.expect("opens"));
        let stop = CancellationToken::new();
        let contract: Arc<dyn Store> = store.clone();
        let feed = Feed::start(contract.clone(), stop.clone());
        let committer = Committer::start(contract, feed.clone(), Clock::system(), stop.clone())
            .await
            .expect("starts");
        Self {
            store,
            committer,
            feed,
            folder: folder.to_owned(),
            stop,
        }
    }

    /// A command with an id of its own.
    pub(crate) async fn submit(&self, actor: Actor, command: Command) -> CommandResult {
        let id = CommandId(clock::new_id());
        self.committer
            .submit(Envelope { actor, id, command })
            .await
            .expect("an answer")
    }

    /// A copy of the files as they are, write-ahead log included; nothing is being written.
    pub(crate) fn back_up(&self) -> Backup {
        ["hub.db", "hub.db-wal"]
            .into_iter()
            .filter_map(|name| Some((name, std::fs::read(self.folder.join(name)).ok()?)))
            .collect()
    }

    /// Stops, and starts again on the copied files: in a folder of their own, for the connections of before would
    /// still tidy up under the old names when they end.
    pub(crate) async fn restore(self, backup: &Backup) -> Self {
        self.stop.cancel();
        let folder = self.folder.join("restored");
        drop(self);
        std::fs::create_dir(&folder).expect("a new folder");
        for (name, bytes) in backup {
            std::fs::write(folder.join(name), bytes).expect("restores");
        }
        Self::open(&folder).await
    }

    /// Stops in order, and starts again on the same files.
    pub(crate) async fn restart(self) -> Self {
        self.stop.cancel();
        self.store.close().await.expect("closes");
        let folder = self.folder.clone();
        drop(self);
        Self::open(&folder).await
    }
}
