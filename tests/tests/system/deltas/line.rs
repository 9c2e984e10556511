//! The line between an app and the hub, as the client's sync asks for it.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use guichet_client::{HubError, Source};
use guichet_domain::AgentId;
use guichet_hub::feed;
use guichet_hub::store::{Store, StoreError};
use guichet_protocol::{Cursor, Fetched, Key, Manifest, SyncAnswer};

use super::counter::Counter;
use super::lies::Lie;
use crate::history::Step;

/// Lines of the log that one answer covers: few, so that there are several answers.
const STEP: u32 = 7;

/// One agent's line.
pub(super) struct Line<'a> {
    counter: &'a Counter,
    agent: AgentId,
    lie: Option<Lie>,
    /// Happens at the hub, one by one, between the requests.
    amid: Mutex<VecDeque<Step>>,
    /// Requests until it breaks.
    lasts: Mutex<Option<u8>>,
}

impl<'a> Line<'a> {
    /// As the history has it: honest, or not.
    pub(super) fn new(counter: &'a Counter, agent: AgentId) -> Self {
        Self {
            lie: counter.lie,
            ..Self::honest(counter, agent)
        }
    }

    pub(super) fn honest(counter: &'a Counter, agent: AgentId) -> Self {
        Self {
            counter,
            agent,
            lie: None,
            amid: Mutex::default(),
            lasts: Mutex::default(),
        }
    }

    /// Between its requests others go on.
    pub(super) fn amid(self, steps: &[Step]) -> Self {
        Self {
            amid: Mutex::new(steps.iter().cloned().collect()),
            ..self
        }
    }

    /// It breaks after so many requests.
    pub(super) fn lasting(self, requests: u8) -> Self {
        Self {
            lasts: Mutex::new(Some(requests)),
            ..self
        }
    }

    fn store(&self) -> &dyn Store {
        &*self.counter.core.store
    }

    /// What happens before a request arrives.
    async fn request(&self) -> Result<(), HubError> {
        if let Some(lasts) = &mut *self.lasts.lock().unwrap_or_else(PoisonError::into_inner) {
            *lasts = lasts.checked_sub(1).ok_or(HubError::FeedEnded)?;
        }
        let next = self
            .amid
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front();
        if let Some(step) = next {
            self.counter.carry_out(&step).await;
        }
        Ok(())
    }
}

impl Source for Line<'_> {
    async fn sync(&self, since: &Cursor, _: bool) -> Result<SyncAnswer, HubError> {
        self.request().await?;
        let core = &self.counter.core;
        let shown = match self.lie {
            Some(lie) => lie.shown(core, since).await,
            None => since.clone(),
        };
        let board = core.committer.board();
        let answer = feed::changes(self.store(), &board, self.agent, &shown, STEP).await;
        let answer = answer.map_err(failed)?;
        Ok(match self.lie {
            Some(lie) => lie.answered(core, since, answer).await,
            None => answer,
        })
    }

    async fn manifest(&self, after: Option<&str>) -> Result<Manifest, HubError> {
        self.request().await?;
        let page = feed::manifest(self.store(), self.agent, after).await;
        Ok(page.map_err(failed)?.expect("a page"))
    }

    async fn fetch(&self, keys: &[Key]) -> Result<Fetched, HubError> {
        self.request().await?;
        feed::fetch(self.store(), self.agent, keys)
            .await
            .map_err(failed)
    }
}

fn failed(error: StoreError) -> HubError {
    panic!("the store failed: {error}")
}
