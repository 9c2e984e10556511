//! An agent's folder with 50,000 conversations in Recents and 5,000 templates, signed in at a hub that is away.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use guichet_client::{AppConfig, Clock, Host as _, Language, Replica};
use guichet_domain::AgentId;
use guichet_tests::desk::Desk;
use guichet_tests::host::RememberingHost;
use url::Url;

use crate::client::company::Company;
use crate::desktop::inbox::Hub;
use crate::progress;

/// Of the desktop app.
pub(super) const PROFILE: &str = "bench";

pub(super) struct LargeInbox {
    data: PathBuf,
    hub: Url,
    me: AgentId,
}

impl LargeInbox {
    /// The app signs in at a real hub, which goes away; then the cache is filled by a first sync.
    pub(super) async fn build(folder: &Path, program: &Path, small: bool) -> Result<Self> {
        // Six in ten are the agent's own, which Recents shows.
        let (conversations, templates) = if small {
            (1_000, 5_000)
        } else {
            (83_334, 5_000)
        };
        let hub = Hub::open(folder, 0).await?;
        let mut window = hub.sign_in(program, &folder.join("windows.log")).await?;
        window.ready().await?;
        window.close().await?;
        let inbox = Self {
            data: hub.profile().to_owned(),
            hub: hub.address().parse().context("the hub's address")?,
            me: hub.agent()?,
        };
        hub.close().await?;

        progress(format_args!(
            "hand: filling a cache with {conversations} conversations"
        ));
        let company = Company::new(inbox.me, conversations, 10, 1, templates);
        let replica = Replica::open(&inbox.folder(), inbox.me, Clock::system()).await?;
        replica.catch_up(&company).await?;
        replica.close().await?;
        Ok(inbox)
    }

    /// What `--data-dir` names.
    pub(super) fn data(&self) -> PathBuf {
        self.data.clone()
    }

    /// The client library's part of it.
    fn folder(&self) -> PathBuf {
        self.data.join("desk")
    }

    /// The same without a window, for a browser.
    pub(super) async fn desk(&self) -> Result<Desk> {
        let host = RememberingHost::default();
        // The hub that would ask for it is away.
        host.save_token(&format!("{} {}", self.me, self.hub), "none")
            .map_err(|error| anyhow!("{error}"))?;
        let config = AppConfig {
            system_language: Language::Fr,
            ..AppConfig::new(self.folder())
        };
        Ok(Desk::open(config, host).await)
    }
}
