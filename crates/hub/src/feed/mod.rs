//! Who listens, and what they are told. A push is a hint: whoever misses one pulls.

mod changes;
mod fanout;
mod stream;
mod visitors;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use bytes::Bytes;
use guichet_domain::{AgentId, ConversationId};
use guichet_protocol::Cursor;
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

pub use changes::{changes, fetch, head, manifest};
pub use visitors::{VisitorHint, Visitors};

use crate::store::Store;
use crate::working_set::Committed;

/// Frames that wait for one listener; a slower one pulls.
const LISTENER_QUEUE: usize = 256;
/// Commit groups that wait to be pushed; past that every listener pulls.
const GROUP_QUEUE: usize = 1_024;

/// The hub's listeners. Cheap to clone.
#[derive(Clone)]
pub struct Feed {
    inner: Arc<Inner>,
    groups: mpsc::Sender<Committed>,
    /// The last change, for those who wait without a stream.
    last: Arc<watch::Sender<u64>>,
}

struct Inner {
    store: Arc<dyn Store>,
    listeners: Mutex<HashMap<AgentId, Vec<Listener>>>,
    visitors: Visitors,
    stop: CancellationToken,
}

/// One open stream of an agent's app.
struct Listener {
    session: String,
    frames: mpsc::Sender<Pushed>,
    /// Ends the stream at once.
    end: CancellationToken,
}

/// What is put into a listener's queue.
#[derive(Clone, Debug)]
enum Pushed {
    /// A delta without its beginning, which differs by listener: it goes from the listener's own cursor.
    Delta { to: Cursor, tail: Bytes },
    /// A whole frame outside the cursor.
    Frame(Bytes),
    /// Ask again; the stream ends.
    Pull,
}

impl Feed {
    /// Starts the pushing task; ends with `stop`.
    pub fn start(store: Arc<dyn Store>, stop: CancellationToken) -> Self {
        let (groups, queue) = mpsc::channel(GROUP_QUEUE);
        let inner = Arc::new(Inner {
            store,
            listeners: Mutex::default(),
            visitors: Visitors::default(),
            stop,
        });
        tokio::spawn(fanout::work(inner.clone(), queue));
        Self {
            inner,
            groups,
            last: Arc::default(),
        }
    }

    /// Pushes what a group changed. Never waits: the committer calls it.
    pub(crate) fn publish(&self, group: Committed) {
        self.last.send_replace(group.to.change);
        if self.groups.try_send(group).is_err() {
            self.inner.everybody_pulls();
        }
    }

    /// Tells every change from now on, whomever it concerns.
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.last.subscribe()
    }

    /// Ends the streams of a session within a moment; its token is worth nothing any more.
    pub fn revoke_session(&self, session: &str) {
        for listeners in self.inner.listeners().values() {
            for listener in listeners.iter().filter(|l| l.session == session) {
                listener.end.cancel();
            }
        }
    }

    /// Tells whoever holds the conversation that its customer (`by` is none) or a colleague is typing. Lost where the
    /// queue is full.
    pub fn typing_to_agents(
        &self,
        conversation: ConversationId,
        by: Option<AgentId>,
        agents: &[AgentId],
    ) {
        let frame = stream::typing(conversation, by);
        let listeners = self.inner.listeners();
        for agent in agents {
            for listener in listeners.get(agent).into_iter().flatten() {
                let _ = listener.frames.try_send(Pushed::Frame(frame.clone()));
            }
        }
    }

    /// The visitors' side.
    pub fn visitors(&self) -> &Visitors {
        &self.inner.visitors
    }

    /// Open streams of agents.
    pub fn listener_count(&self) -> usize {
        self.inner.listeners().values().map(Vec::len).sum()
    }
}

impl Inner {
    fn listeners(&self) -> MutexGuard<'_, HashMap<AgentId, Vec<Listener>>> {
        match self.listeners.lock() {
            Ok(listeners) => listeners,
            Err(poisoned) => poisoned.into_inner(),
        }
    }

    /// Puts a frame into the queues of an agent's listeners; one that is full pulls.
    fn push(&self, agent: AgentId, pushed: &Pushed) {
        for listener in self.listeners().get(&agent).into_iter().flatten() {
            if listener.frames.try_send(pushed.clone()).is_err() {
                listener.end.cancel();
            }
        }
    }

    fn everybody_pulls(&self) {
        for listeners in self.listeners().values() {
            for listener in listeners {
                listener.end.cancel();
            }
        }
        self.visitors.everybody_looks();
    }
}
