//! An opened app.

use std::sync::{Arc, Mutex, PoisonError};

use guichet_domain::ConversationId;
use thiserror::Error;
use tokio::sync::broadcast;
use tokio::task::JoinSet;

use crate::cache::Cache;
use crate::config::AppConfig;
use crate::connection::alive;
use crate::effects;
use crate::host::Host;
use crate::outbox;
use crate::shared::{Shared, StoredSession};
use crate::sync::engine;
use crate::templates::uses;
use crate::view::{Settings, UiEvent};

/// An agent's app on one computer. Cheap to clone; all clones are the same app, which ends with [`App::shut_down`].
pub struct App<H: Host> {
    pub(crate) shared: Arc<Shared>,
    pub(crate) host: Arc<H>,
    tasks: Arc<Tasks>,
}

impl<H: Host> Clone for App<H> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            host: Arc::clone(&self.host),
            tasks: Arc::clone(&self.tasks),
        }
    }
}

#[derive(Default)]
struct Tasks {
    /// Of the session.
    session: Mutex<JoinSet<()>>,
    /// Of the app.
    app: Mutex<JoinSet<()>>,
    /// The cache was damaged; told to the first who listens.
    was_corrupt: Mutex<bool>,
}

/// The app cannot be opened.
#[derive(Debug, Error)]
#[error("the app's folder cannot be used: {source}")]
pub struct OpenError {
    source: Box<dyn std::error::Error + Send + Sync>,
}

pub(crate) const SETTINGS: &str = "settings";
pub(crate) const SESSION: &str = "session";

impl<H: Host> App<H> {
    /// Opens the app in its folder and, where somebody is signed in, begins to follow their hub. Does not wait for it:
    /// the screen paints from the cache.
    pub async fn open(config: AppConfig, host: H) -> Result<Self, OpenError> {
        let failed = |source| OpenError {
            source: Box::new(source),
        };
        let opened = Cache::open(
            &config.cache_dir(),
            &config.damaged_dir(),
            config.clock.clone(),
        )
        .await
        .map_err(failed)?;
        let cache = opened.cache;
        cache.expire_unsent().await.map_err(failed)?;
        let settings: Option<Settings> = cache.setting(SETTINGS).await.map_err(failed)?;
        let session: Option<StoredSession> = cache.setting(SESSION).await.map_err(failed)?;
        let (shared, signals) = Shared::new(
            cache,
            config.clock,
            config.system_language,
            settings.unwrap_or_default(),
            session,
        );
        let app = Self {
            shared,
            host: Arc::new(host),
            tasks: Arc::new(Tasks {
                was_corrupt: Mutex::new(opened.was_corrupt),
                ..Tasks::default()
            }),
        };
        lock(&app.tasks.app).spawn(effects::run(app.clone(), signals));
        app.resume().await;
        Ok(app)
    }

    /// What the screen is told from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<UiEvent> {
        let events = self.shared.subscribe();
        if std::mem::take(&mut *lock(&self.tasks.was_corrupt)) {
            self.shared.tell(UiEvent::Failed {
                conversation: None,
                code: "cache-corrupt".to_owned(),
                params: serde_json::Map::new(),
            });
        }
        events
    }

    /// The host says that the notification of a conversation was clicked.
    pub fn notification_clicked(&self, conversation: ConversationId) {
        self.shared.tell(UiEvent::Open { conversation });
    }

    /// Ends the app's tasks and lets go of its files. What was not sent is sent after the next start.
    pub async fn shut_down(&self) {
        self.stop_following().await;
        let mut tasks = std::mem::take(&mut *lock(&self.tasks.app));
        tasks.shutdown().await;
        if let Err(error) = self.shared.cache.close().await {
            tracing::error!(%error, "the cache could not be closed in order");
        }
    }

    /// Starts the tasks of a session.
    pub(crate) fn follow(&self) {
        let Ok(hub) = self.shared.hub() else { return };
        let mut tasks = lock(&self.tasks.session);
        tasks.spawn(alive::run(hub.clone()));
        tasks.spawn(engine::run(Arc::clone(&self.shared), hub.clone()));
        tasks.spawn(uses::run(Arc::clone(&self.shared), hub.clone()));
        tasks.spawn(outbox::run(Arc::clone(&self.shared), hub));
    }

    /// Ends them, and waits until they have.
    pub(crate) async fn stop_following(&self) {
        let mut tasks = std::mem::take(&mut *lock(&self.tasks.session));
        tasks.shutdown().await;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
