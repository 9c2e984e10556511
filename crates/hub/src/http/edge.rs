//! What every route shares.

use std::net::SocketAddr;
use std::ops::Deref;
use std::sync::Arc;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::failure::Failure;
use super::metrics::Metrics;
use crate::access::password::Passwords;
use crate::access::token::Token;
use crate::hub::Hub;
use crate::limits::Limits;

/// The hub and what belongs to its front door. Cheap to clone; reads as the hub.
#[derive(Clone)]
pub struct Edge(Arc<Inner>);

struct Inner {
    hub: Arc<Hub>,
    limits: Limits,
    passwords: Passwords,
    metrics: Metrics,
    photos: Semaphore,
    own: Origins,
    admin: Token,
    closing: CancellationToken,
    demo: Option<SocketAddr>,
}

/// Under which names browsers know this hub.
#[derive(Clone, Debug)]
pub struct Origins {
    /// The one that is given to others.
    pub base: String,
    /// All of them.
    pub all: Vec<String>,
}

impl Origins {
    /// The public one if there is one, and the listening address; a loopback address is also `localhost`.
    pub fn new(public: Option<&Url>, listening: SocketAddr) -> Self {
        let mut all: Vec<String> = public.map(origin).into_iter().collect();
        all.push(format!("http://{listening}"));
        if listening.ip().is_loopback() {
            all.push(format!("http://localhost:{}", listening.port()));
        }
        Self {
            base: all[0].clone(),
            all,
        }
    }
}

/// `https://host[:port]`, as browsers write it into the `Origin` header.
pub fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

impl Edge {
    /// Puts the front door before a hub.
    pub fn new(
        hub: Arc<Hub>,
        own: Origins,
        admin: Token,
        closing: CancellationToken,
        demo: Option<SocketAddr>,
    ) -> anyhow::Result<Self> {
        Ok(Self(Arc::new(Inner {
            limits: Limits::new(&hub.config.limits),
            passwords: Passwords::new()?,
            metrics: Metrics::default(),
            photos: Semaphore::new(1),
            own,
            admin,
            closing,
            demo,
            hub,
        })))
    }

    /// The hub itself.
    pub fn hub(&self) -> &Arc<Hub> {
        &self.0.hub
    }

    /// What strangers may cost.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Checks and makes password hashes.
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// Counters.
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Room to read one more picture.
    pub async fn photos(&self) -> Result<SemaphorePermit<'_>, Failure> {
        self.0.photos.acquire().await.map_err(Failure::internal)
    }

    /// The hub's own origins.
    pub fn own(&self) -> &Origins {
        &self.0.own
    }

    /// Cancelled when the front door closes: streams end, other requests are still answered.
    pub fn closing(&self) -> &CancellationToken {
        &self.0.closing
    }

    /// Where the demo page listens.
    pub fn demo(&self) -> Option<SocketAddr> {
        self.0.demo
    }

    /// The token of the data folder.
    pub fn admin(&self) -> &Token {
        &self.0.admin
    }
}

impl Deref for Edge {
    type Target = Hub;

    fn deref(&self) -> &Hub {
        &self.0.hub
    }
}

/// The front door of an empty company in a temporary folder, without listening.
#[cfg(test)]
pub(crate) async fn for_tests(data: &std::path::Path, clock: crate::clock::Clock) -> Edge {
    let config = crate::config::Config {
        data: data.to_owned(),
        ..crate::config::Config::default()
    };
    let hub = Hub::open(config, clock, CancellationToken::new())
        .await
        .expect("a hub");
    let own = Origins::new(None, SocketAddr::from(([127, 0, 0, 1], 80)));
    let closing = CancellationToken::new();
    Edge::new(Arc::new(hub), own, Token::random(), closing, None).expect("an edge")
}
