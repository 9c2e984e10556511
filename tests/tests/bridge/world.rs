//! A company of its own: a hub, and one computer for each of its agents.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use guichet_client::{AppConfig, Language};
use guichet_domain::Role;
use guichet_hub::access::password::Passwords;
use guichet_hub::admin::{self, AdminCommand};
use guichet_hub::config::RateLimits;
use guichet_hub::{Config, Running};
use guichet_tests::desk::Desk;
use guichet_tests::host::RememberingHost;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::time::Time;

pub(crate) struct World {
    folder: TempDir,
    time: Time,
    address: SocketAddr,
    /// `None` while it is down.
    hub: Option<Running>,
    desks: BTreeMap<String, Desk>,
    /// The agents with their passwords, as the demo company tells them.
    agents: Value,
}

impl World {
    /// `language` is that of its computers; `owner`: with Olga, who owns the system.
    pub(crate) async fn make(language: Language, now: i64, owner: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let time = Time::standing_at(now);
        let hub = start(&folder, &time, crate::listener().await).await;
        let passwords = Passwords::new().expect("hashes");
        let demo = admin::run(&hub.hub, &passwords, AdminCommand::Demo)
            .await
            .expect("the demo company");
        let mut agents = demo["agents"].as_array().expect("agents").clone();
        if owner {
            let olga = AdminCommand::AgentAdd {
                name: "Olga Petit".to_owned(),
                email: "olga@demo.guichet.test".to_owned(),
                extension: None,
                role: Some(Role::SystemOwner),
                queues: Vec::new(),
                password: None,
            };
            let olga = admin::run(&hub.hub, &passwords, olga).await;
            agents.push(olga.expect("the owner"));
        }
        let mut desks = BTreeMap::new();
        for agent in &agents {
            let email = agent["email"].as_str().expect("an e-mail");
            let name = email.split('@').next().expect("a name");
            let config = AppConfig {
                system_language: language,
                clock: time.for_desk(),
                ..AppConfig::new(folder.path().join(name))
            };
            desks.insert(
                name.to_owned(),
                Desk::open(config, RememberingHost::default()).await,
            );
        }
        Self {
            address: hub.address,
            hub: Some(hub),
            folder,
            time,
            desks,
            agents: Value::from(agents),
        }
    }

    /// What a test needs to use it.
    pub(crate) fn describe(&self) -> Value {
        let urls: BTreeMap<&String, &String> = self
            .desks
            .iter()
            .map(|(name, desk)| (name, &desk.url))
            .collect();
        let hub = format!("http://{}", self.address);
        json!({ "hub": hub, "account": admin::DEMO_KEY, "desks": urls, "agents": self.agents })
    }

    pub(crate) fn set_time(&self, now: i64) {
        self.time.set(now);
    }

    /// The hub ends in order, and starts again at its address with its data.
    pub(crate) async fn run_hub(&mut self, running: bool) {
        if running && self.hub.is_none() {
            let listener = TcpListener::bind(self.address).await.expect("its port");
            self.hub = Some(start(&self.folder, &self.time, listener).await);
        } else if !running && let Some(hub) = self.hub.take() {
            hub.stop().await.expect("stops");
        }
    }

    pub(crate) async fn end(mut self) {
        for desk in self.desks.values() {
            desk.shut_down().await;
        }
        self.run_hub(false).await;
    }
}

async fn start(folder: &TempDir, time: &Time, listener: TcpListener) -> Running {
    let config = Config {
        data: folder.path().join("hub"),
        limits: RateLimits::none(),
        // Each visitor has an address of their own.
        trusted_proxies: vec!["127.0.0.0/8".parse().expect("a network")],
        ..Config::default()
    };
    guichet_hub::start(config, listener, None, time.for_hub())
        .await
        .expect("starts")
}
