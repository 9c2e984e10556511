//! Signing in and out. The token is with the host; everything else of a session is in the cache.

use std::sync::Arc;

use guichet_protocol::{NewSession, SignIn};
use url::Url;

use crate::app::{App, SESSION};
use crate::connection::{Hub, Token, address};
use crate::error::CallError;
use crate::host::{Host, HostError};
use crate::shared::{SessionState, StoredSession};
use crate::view::{ConnectionState, Me, Session, UiEvent};

impl<H: Host> App<H> {
    /// Signs in with a code that the hub's command line printed.
    pub async fn sign_in_with_code(&self, hub: &str, code: &str) -> Result<Session, CallError> {
        let how = SignIn::Code {
            code: code.to_owned(),
        };
        self.sign_in(hub, &how).await
    }

    /// Signs in and begins to follow the hub. Somebody else's rows go; everybody's own texts stay.
    pub(crate) async fn sign_in(&self, hub: &str, how: &SignIn) -> Result<Session, CallError> {
        let hub = Hub::new(address::parse(hub)?)?;
        let NewSession { token, session } = hub.sign_in(how).await?;
        let agent = Me {
            id: session.agent,
            name: session.name,
            email: session.email,
        };
        let stored = StoredSession {
            hub: hub.base().clone(),
            agent,
            state: SessionState::Open,
        };
        let token = Token(token);
        let hub = hub.signed_in(token.clone());
        self.save_token(&stored, &token).await?;
        self.stop_following().await;
        let (before, old_hub) = {
            let mut state = self.shared.state();
            (state.session.take(), state.hub.take())
        };
        if let Some(old_hub) = old_hub {
            // Best effort: the new session is what counts.
            let _ = old_hub.sign_out().await;
        }
        let same = before
            .is_some_and(|before| before.agent.id == stored.agent.id && before.hub == stored.hub);
        if !same {
            self.shared.cache.forget_held().await?;
        }
        self.shared.cache.set_setting(SESSION, &stored).await?;
        self.shared.forget();
        {
            let mut state = self.shared.state();
            state.session = Some(stored);
            state.hub = Some(hub);
        }
        self.follow();
        self.shared.tell(UiEvent::Session);
        Ok(self.session())
    }

    /// The agent has another name.
    pub(crate) async fn call_me(&self, name: String) -> Result<(), CallError> {
        let renamed = {
            let mut state = self.shared.state();
            if let Some(session) = &mut state.session {
                session.agent.name = name;
            }
            state.session.clone()
        };
        if let Some(session) = renamed {
            self.shared.cache.set_setting(SESSION, &session).await?;
        }
        self.shared.tell(UiEvent::Session);
        Ok(())
    }

    /// Signs out: what came from the hub leaves this computer, the agent's own texts stay for their return.
    pub(crate) async fn sign_out(&self) -> Result<Session, CallError> {
        let hub = self.shared.hub()?;
        self.stop_following().await;
        if let Err(error) = hub.sign_out().await {
            tracing::warn!(%error, "the hub was not told of the sign-out; the session ends by its age");
        }
        self.end(SessionState::SignedOut).await?;
        self.shared.cache.forget_held().await?;
        self.shared.tell(UiEvent::Inbox);
        Ok(self.session())
    }

    /// The hub ended the session: its time was up, it was ended from another device, or the agent was deactivated.
    /// What this computer was let hold goes; the agent's own texts stay for when they sign in again.
    pub(crate) async fn expire(&self) {
        if self.shared.hub().is_err() {
            return;
        }
        self.stop_following().await;
        // First: were the app to end in between, nobody would look at a session that is over.
        if let Err(error) = self.shared.cache.forget_held().await {
            tracing::error!(%error, "what was held could not be removed");
        }
        if let Err(error) = self.end(SessionState::Expired).await {
            tracing::error!(%error, "the end of the session could not be stored");
        }
    }

    async fn end(&self, how: SessionState) -> Result<(), CallError> {
        let ended = {
            let mut state = self.shared.state();
            state.hub = None;
            if let Some(session) = &mut state.session {
                session.state = how;
            }
            state.session.clone()
        };
        if let Some(session) = ended {
            self.shared.cache.set_setting(SESSION, &session).await?;
            self.delete_token(&session).await;
        }
        self.shared
            .connection(ConnectionState::SignedOut, None)
            .await;
        self.shared.tell(UiEvent::Session);
        Ok(())
    }

    /// Follows the hub again after a start, if a session is open and its token still there.
    pub(crate) async fn resume(&self) {
        let Some(session) = self.shared.state().session.clone() else {
            return;
        };
        if session.state != SessionState::Open {
            return;
        }
        let hub = match self.load_token(&session).await {
            Ok(Some(token)) => Hub::new(session.hub.clone()).map(|hub| hub.signed_in(Token(token))),
            Ok(None) => {
                tracing::info!("the token is gone: signing in again is needed");
                return self.lost_token();
            }
            Err(error) => {
                tracing::warn!(%error, source = ?error.source, "the token cannot be read");
                return self.lost_token();
            }
        };
        match hub {
            Ok(hub) => {
                self.shared.state().hub = Some(hub);
                self.follow();
            }
            Err(error) => tracing::error!(%error, "no connection can be made"),
        }
    }

    fn lost_token(&self) {
        if let Some(session) = &mut self.shared.state().session {
            session.state = SessionState::Expired;
        }
    }

    /// Who is signed in.
    pub(crate) fn session(&self) -> Session {
        let language = self.shared.language();
        let keyring = self.host.keyring();
        let state = self.shared.state();
        let stored = state.session.as_ref();
        let how = stored.map(|session| session.state);
        Session {
            signed_in: state.hub.is_some(),
            hub: stored.map(|session| session.hub.to_string()),
            agent: stored
                .filter(|session| session.state != SessionState::SignedOut)
                .map(|session| session.agent.clone()),
            keyring,
            language,
            theme: state.settings.theme,
            expired: how == Some(SessionState::Expired),
        }
    }

    async fn load_token(&self, session: &StoredSession) -> Result<Option<String>, HostError> {
        let (host, key) = (Arc::clone(&self.host), token_key(session));
        let loading = tokio::task::spawn_blocking(move || host.load_token(&key));
        loading
            .await
            .unwrap_or_else(|error| Err(HostError::new("read the token", error)))
    }

    async fn save_token(&self, session: &StoredSession, token: &Token) -> Result<(), CallError> {
        let (host, key) = (Arc::clone(&self.host), token_key(session));
        let token = token.clone();
        let saving = tokio::task::spawn_blocking(move || host.save_token(&key, &token.0));
        let saved = saving
            .await
            .unwrap_or_else(|error| Err(HostError::new("keep the token", error)));
        saved.map_err(|error| {
            tracing::error!(%error, source = ?error.source, "the token cannot be kept");
            CallError::new("keyring-failed")
        })
    }

    async fn delete_token(&self, session: &StoredSession) {
        let (host, key) = (Arc::clone(&self.host), token_key(session));
        let deleting = tokio::task::spawn_blocking(move || host.delete_token(&key));
        if let Ok(Err(error)) = deleting.await {
            tracing::warn!(%error, source = ?error.source, "the token could not be forgotten");
        }
    }
}

/// One token for each agent and hub.
fn token_key(session: &StoredSession) -> String {
    let hub: &Url = &session.hub;
    format!("{} {hub}", session.agent.id)
}
