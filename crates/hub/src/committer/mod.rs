//! The one door for writes.
//!
//! A group is whatever queued while the last one committed. Under the company's write lock the group's rows are loaded
//! set-wise, each command is decided in memory and sees what its predecessors changed, and the differences are written
//! with one statement per table. A command happens once: its answer is stored with it, refusals too.

mod group;
mod wanted;

use std::sync::{Arc, RwLock};

use guichet_domain::{Board, Envelope};
use guichet_protocol::CommandResult;
use thiserror::Error;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::feed::Feed;
use crate::store::Store;
use group::Group;

/// Most commands of one group.
const GROUP: usize = 400;
/// Commands that may wait for a group; more wait at the sender.
const QUEUE: usize = 4 * GROUP;

/// Why a command got no answer. What was refused is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SubmitError {
    /// The id was used with another body, or by another author.
    #[error("the command id was used for another command")]
    IdReused,
    /// The store cannot write now, or the hub is stopping; nothing happened.
    #[error("nothing can be stored now")]
    Unavailable,
    /// A fault of the hub; nothing happened.
    #[error("internal")]
    Internal,
}

/// A command with the way back for its answer.
pub(crate) struct Submission {
    pub(crate) envelope: Envelope,
    pub(crate) answer: oneshot::Sender<Result<CommandResult, SubmitError>>,
}

/// Hands commands to the committing task. Cheap to clone.
#[derive(Clone)]
pub struct Committer {
    queue: mpsc::Sender<Submission>,
    board: Arc<RwLock<Arc<Board>>>,
}

impl Committer {
    /// Starts the committing task on the board as it is stored. It ends, after what is queued, with `stop`.
    pub async fn start(
        store: Arc<dyn Store>,
        feed: Feed,
        clock: Clock,
        stop: CancellationToken,
    ) -> Result<Self, crate::store::StoreError> {
        let (board, floor, change) = store.company().await?;
        let board_now = Arc::new(RwLock::new(Arc::new(board.clone())));
        let (queue, commands) = mpsc::channel(QUEUE);
        let group = Group {
            store,
            feed,
            clock,
            board,
            floor,
            change,
            board_now: board_now.clone(),
        };
        tokio::spawn(work(group, commands, stop));
        Ok(Self {
            queue,
            board: board_now,
        })
    }

    /// Commits a command; the answer is durable. The same command again gets the same answer.
    pub async fn submit(&self, envelope: Envelope) -> Result<CommandResult, SubmitError> {
        let (answer, result) = oneshot::channel();
        self.queue
            .send(Submission { envelope, answer })
            .await
            .map_err(|_| SubmitError::Unavailable)?;
        result.await.map_err(|_| SubmitError::Unavailable)?
    }

    /// The company as of the last commit.
    pub fn board(&self) -> Arc<Board> {
        match self.board.read() {
            Ok(board) => board.clone(),
            Err(poisoned) => poisoned.into_inner().clone(),
        }
    }
}

async fn work(mut group: Group, mut commands: mpsc::Receiver<Submission>, stop: CancellationToken) {
    let mut batch = Vec::with_capacity(GROUP);
    loop {
        let received = tokio::select! {
            received = commands.recv_many(&mut batch, GROUP) => received,
            () = stop.cancelled() => {
                commands.close();
                commands.recv_many(&mut batch, GROUP).await
            }
        };
        if received == 0 {
            return;
        }
        group.commit(std::mem::take(&mut batch)).await;
    }
}
