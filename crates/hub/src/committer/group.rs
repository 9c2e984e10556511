//! One commit group: load, decide, flush, publish, answer.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use guichet_domain::{Board, Envelope, Floor, Situation};
use guichet_protocol::CommandResult;

use super::wanted::{answer_key, wanted};
use super::{Submission, SubmitError};
use crate::clock::Clock;
use crate::feed::Feed;
use crate::store::{AnswerKey, Diff, Loaded, Store, StoreError, StoredAnswer};
use crate::working_set::{Committed, WorkingSet};

/// What the committing task keeps between groups.
pub(super) struct Group {
    pub(super) store: Arc<dyn Store>,
    pub(super) feed: Feed,
    pub(super) clock: Clock,
    /// The company at `change`, exact because every change goes through this task. Lent to the working set of a group:
    /// a copy of it for each would cost more than the group's messages.
    pub(super) board: Board,
    /// What goes on in it, likewise.
    pub(super) floor: Floor,
    pub(super) change: u64,
    /// The same for readers, and for this task when a group fails.
    pub(super) board_now: Arc<RwLock<Arc<Board>>>,
}

/// No company stands there.
const UNREAD: u64 = u64::MAX;

type Answer = Result<CommandResult, SubmitError>;

impl Group {
    /// Commits a batch; if that fails, its commands one by one, so that one bad command harms no other.
    pub(super) async fn commit(&mut self, batch: Vec<Submission>) {
        let envelopes: Vec<&Envelope> = batch.iter().map(|s| &s.envelope).collect();
        let answers = match self.attempt(&envelopes).await {
            Ok(answers) => answers,
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    commands = batch.len(),
                    "a commit group failed"
                );
                let mut answers = Vec::with_capacity(batch.len());
                for envelope in envelopes {
                    answers.push(self.alone(envelope).await);
                }
                answers
            }
        };
        for (submission, answer) in batch.into_iter().zip(answers) {
            // Who asked may have gone away; the command is done all the same.
            let _ = submission.answer.send(answer);
        }
    }

    async fn alone(&mut self, envelope: &Envelope) -> Answer {
        match self.attempt(&[envelope]).await {
            Ok(mut answers) => answers.pop().unwrap_or(Err(SubmitError::Internal)),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, command = %envelope.id, "a command failed alone");
                Err(match error {
                    StoreError::Database(_) => SubmitError::Unavailable,
                    _ => SubmitError::Internal,
                })
            }
        }
    }

    async fn attempt(&mut self, envelopes: &[&Envelope]) -> Result<Vec<Answer>, StoreError> {
        loop {
            let wanted = wanted(&self.board, envelopes.iter().copied());
            let (now, tag) = (self.clock.now(), rand::random::<u32>());
            let before = self.committed();
            let (company, change) = ((&mut self.board, &mut self.floor), self.change);
            let mut outcome = None;
            let flushed = self
                .store
                .commit_group(&wanted, &mut |loaded| {
                    if loaded.change != change {
                        // Somebody else wrote since: another node, or a command line between two runs.
                        return Diff::default();
                    }
                    let lent = (std::mem::take(company.0), std::mem::take(company.1));
                    let (diff, answers, done) = run((lent, &before), loaded, envelopes, now, tag);
                    (*company.0, *company.1) = done.1;
                    outcome = Some((answers, done.0));
                    diff
                })
                .await;
            if let Err(error) = flushed {
                // What the rules did to the company was not kept: it is read again before the next group.
                self.change = UNREAD;
                return Err(error);
            }
            if let Some((answers, done)) = outcome {
                self.publish(done);
                return Ok(answers);
            }
            (self.board, self.floor, self.change) = self.store.company().await?;
            self.tell_readers(Arc::new(self.board.clone()));
        }
    }

    fn publish(&mut self, done: Committed) {
        self.change = done.to.change;
        if done.board_changed {
            self.tell_readers(done.board.clone());
        }
        if done.to.change != done.from_change {
            self.feed.publish(done);
        } else if done.board_changed {
            // No app keeps what changed; visitors may be concerned.
            self.feed.visitors().everybody_looks();
        }
    }

    fn committed(&self) -> Arc<Board> {
        match self.board_now.read() {
            Ok(now) => now.clone(),
            Err(poisoned) => poisoned.into_inner().clone(),
        }
    }

    fn tell_readers(&self, board: Arc<Board>) {
        match self.board_now.write() {
            Ok(mut now) => *now = board,
            Err(poisoned) => *poisoned.into_inner() = board,
        }
    }
}

/// Decides every command of the group on the loaded set, in order.
fn run(
    ((board, floor), before): ((Board, Floor), &Arc<Board>),
    loaded: Loaded,
    envelopes: &[&Envelope],
    now: guichet_domain::Timestamp,
    tag: u32,
) -> (Diff, Vec<Answer>, (Committed, (Board, Floor))) {
    let mut set = WorkingSet::new(
        Situation {
            board,
            floor,
            conversations: loaded
                .conversations
                .into_iter()
                .map(|c| (c.id, c))
                .collect(),
            contacts: loaded.contacts.into_iter().map(|c| (c.id, c)).collect(),
            points: loaded.points,
            mine: loaded
                .mine
                .into_iter()
                .map(|m| ((m.agent, m.conversation), m))
                .collect(),
            contact_count: loaded.contact_count,
            templates: loaded.templates.into_iter().map(|t| (t.id, t)).collect(),
            template_count: loaded.template_count,
        },
        loaded.epoch,
        loaded.change,
    );
    let mut decided = BTreeMap::<AnswerKey, (Vec<u8>, CommandResult)>::new();
    let mut written = loaded.messages;
    for envelope in envelopes {
        let key = answer_key(envelope);
        if loaded.answers.contains_key(&key) || decided.contains_key(&key) {
            continue;
        }
        let message = envelope.command.message();
        if message.is_some_and(|id| written.contains(&id)) {
            // Another author's id. Without an answer of its own it is answered `IdReused` below.
            continue;
        }
        let result = set.carry_out(envelope, now);
        if matches!(result, CommandResult::Done { .. }) {
            written.extend(message);
        }
        decided.insert(key, (hash(envelope), result));
    }
    let (mut diff, committed, company) = set.finish((now, tag), before);
    for (_, result) in decided.values_mut() {
        if let CommandResult::Done { change, .. } = result
            && *change != 0
        {
            *change = diff.change;
        }
    }
    let answers = envelopes
        .iter()
        .map(|envelope| {
            let key = answer_key(envelope);
            match (loaded.answers.get(&key), decided.get(&key)) {
                (Some(stored), _) => {
                    let result = || serde_json::from_str(&stored.result).ok();
                    same(&stored.hash, envelope, result)
                }
                (None, Some((known, result))) => same(known, envelope, || Some(result.clone())),
                (None, None) => Err(SubmitError::IdReused),
            }
        })
        .collect();
    diff.at = now;
    diff.answers = decided
        .into_iter()
        .map(|(key, (hash, result))| {
            let result = serde_json::to_string(&result).unwrap_or_default();
            (key, StoredAnswer { hash, result })
        })
        .collect();
    (diff, answers, (committed, company))
}

/// The answer of an id, if it comes with the body it had.
fn same(
    known: &[u8],
    envelope: &Envelope,
    result: impl FnOnce() -> Option<CommandResult>,
) -> Answer {
    if known != hash(envelope) {
        return Err(SubmitError::IdReused);
    }
    result().ok_or(SubmitError::Internal)
}

/// SHA-256 of what is asked for. What the hub itself adds on each attempt is not part of it.
fn hash(envelope: &Envelope) -> Vec<u8> {
    use guichet_domain::{Command, ConversationId};
    use sha2::{Digest, Sha256};
    let mut command = envelope.command.clone();
    match &mut command {
        Command::Receive { opens, .. } => *opens = ConversationId(uuid::Uuid::nil()),
        Command::BlockVisitor { network, .. } => *network = None,
        _ => {}
    }
    let body = serde_json::to_vec(&command).unwrap_or_default();
    Sha256::digest(body).to_vec()
}
