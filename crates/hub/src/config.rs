//! The hub's configuration: a file, over it the environment, over it the flags.
//!
//! There is no secret in it: what must not be read by others lies in the data folder. A `public_url` with a user name
//! is refused for the same reason.

mod rates;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use serde::{Deserialize, Deserializer};
use url::Url;

pub use rates::RateLimits;

/// Prefix of every variable; the rest is the key in capitals, with `__` between a table and its key:
/// `GUICHET_LIMITS__MESSAGES="20/1m burst 5"`.
const ENVIRONMENT: &str = "GUICHET_";

/// How a hub runs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The data folder; one hub at a time holds it.
    pub data: PathBuf,
    /// Where the hub listens. Without encryption, so on a trusted side: loopback, or behind a proxy.
    pub listen: SocketAddr,
    /// Where the demo page listens, if at all.
    pub demo: Option<SocketAddr>,
    /// How browsers and apps reach this hub, when a proxy stands before it.
    pub public_url: Option<Url>,
    /// Proxies whose `X-Forwarded-For` is believed. None unless said.
    #[serde(deserialize_with = "networks")]
    pub trusted_proxies: Vec<IpNet>,
    /// From where visitors can never be blocked, beside the proxies: private networks unless said, where colleagues are.
    #[serde(deserialize_with = "networks")]
    pub never_block: Vec<IpNet>,
    /// Most connections at once.
    pub connections: usize,
    /// Logs as JSON lines.
    pub log_json: bool,
    /// How large a request may be.
    pub bodies: BodyLimits,
    /// How long things may take.
    pub times: TimeLimits,
    /// How often things may be done.
    pub limits: RateLimits,
}

/// Largest bodies, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)]
pub struct BodyLimits {
    pub command: usize,
    /// A list of templates. Less than what an app takes as one frame of the feed.
    pub import: usize,
    /// A picture, before it is made small.
    pub photo: usize,
    pub widget: usize,
}

/// Times, in seconds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TimeLimits {
    /// A request's header must be there.
    pub header: u64,
    /// A request's body must be there.
    pub body: u64,
    /// A session ends when its app did not come for so long.
    pub session_idle: u64,
    /// A session ends after so long anyway.
    pub session: u64,
    /// A sign-in code can be used for so long.
    pub code: u64,
    /// Failed sign-ins count for so long.
    pub sign_in_window: u64,
    /// Between two signs of life on a quiet stream.
    pub beat: u64,
    /// At the end, what is under way has so long.
    pub shutdown: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("guichet-data"),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            demo: None,
            public_url: None,
            trusted_proxies: Vec::new(),
            never_block: private(),
            connections: 10_000,
            log_json: false,
            bodies: BodyLimits::default(),
            times: TimeLimits::default(),
            limits: RateLimits::default(),
        }
    }
}

impl Default for BodyLimits {
    fn default() -> Self {
        Self {
            command: 64 * 1024,
            import: 12 * 1024 * 1024,
            photo: 10 * 1024 * 1024,
            widget: 16 * 1024,
        }
    }
}

impl Default for TimeLimits {
    fn default() -> Self {
        const DAY: u64 = 24 * 3600;
        Self {
            header: 10,
            body: 30,
            session_idle: 7 * DAY,
            session: 30 * DAY,
            code: 60,
            sign_in_window: 15 * 60,
            beat: 15,
            shutdown: 10,
        }
    }
}

impl Config {
    /// Defaults, over them the file, over it the environment. The caller lays the flags over it, then calls
    /// [`Config::check`].
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> anyhow::Result<Self> {
        let mut table = match file {
            Some(path) => std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the configuration `{}`", path.display()))?
                .parse::<toml::Table>()
                .with_context(|| format!("`{}` is not TOML", path.display()))?,
            None => toml::Table::new(),
        };
        for (name, value) in environment {
            if let Some(key) = name.strip_prefix(ENVIRONMENT) {
                lay(&mut table, &key.to_ascii_lowercase(), &value);
            }
        }
        table.try_into().context("the configuration is not right")
    }

    /// What cannot be said by types.
    pub fn check(&self) -> anyhow::Result<()> {
        if let Some(url) = &self.public_url {
            ensure!(
                matches!(url.scheme(), "http" | "https")
                    && url.username().is_empty()
                    && url.password().is_none()
                    && matches!(url.path(), "" | "/")
                    && url.query().is_none(),
                "`public_url` must be an origin such as `https://chat.example.com`"
            );
        }
        ensure!(
            self.limits.sign_in_failures > 0 && self.limits.sign_in_failures_by_address > 0,
            "`sign_in_failures` must be at least 1"
        );
        ensure!(self.times.beat > 0, "`beat` must be at least 1");
        Ok(())
    }
}

/// Lays one variable over the table, if its first word is a key of the configuration; other programs of Guichet have
/// variables, too. The value is TOML where it reads as such (`true`, `5`, `["a"]`), else a text.
fn lay(table: &mut toml::Table, key: &str, value: &str) {
    const KEYS: [&str; 11] = [
        "data",
        "listen",
        "demo",
        "public_url",
        "trusted_proxies",
        "never_block",
        "connections",
        "log_json",
        "bodies",
        "times",
        "limits",
    ];
    let value = format!("value = {value}")
        .parse::<toml::Table>()
        .ok()
        .and_then(|mut parsed| parsed.remove("value"))
        .unwrap_or_else(|| toml::Value::String(value.to_owned()));
    let mut words = key.split("__");
    let first = words.next().unwrap_or_default();
    if !KEYS.contains(&first) {
        return;
    }
    match words.next() {
        None => {
            table.insert(first.to_owned(), value);
        }
        Some(inner) => {
            let entry = table
                .entry(first.to_owned())
                .or_insert_with(|| toml::Value::Table(toml::Table::new()));
            if let toml::Value::Table(entry) = entry {
                entry.insert(inner.to_owned(), value);
            }
        }
    }
}

/// Loopback, private and link-local networks.
fn private() -> Vec<IpNet> {
    let v4 = |bytes: [u8; 4], length| Ipv4Net::new_assert(bytes.into(), length).into();
    let v6 = |first: u16, length| {
        Ipv6Net::new_assert([first, 0, 0, 0, 0, 0, 0, 0].into(), length).into()
    };
    vec![
        v4([127, 0, 0, 0], 8),
        v4([10, 0, 0, 0], 8),
        v4([172, 16, 0, 0], 12),
        v4([192, 168, 0, 0], 16),
        v4([169, 254, 0, 0], 16),
        IpNet::from(Ipv6Net::new_assert(std::net::Ipv6Addr::LOCALHOST, 128)),
        v6(0xfc00, 7),
        v6(0xfe80, 10),
    ]
}

/// A list, or a text with commas, which is easier to write in an environment.
fn networks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<IpNet>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        List(Vec<String>),
        Text(String),
    }
    let words = match Written::deserialize(deserializer)? {
        Written::List(words) => words,
        Written::Text(text) => text.split(',').map(str::to_owned).collect(),
    };
    words
        .iter()
        .map(|word| word.trim())
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().map_err(serde::de::Error::custom))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn without_anything_the_hub_listens_on_loopback_and_trusts_nobody() {
        let config = Config::load(None, []).expect("config");
        assert_eq!(config, Config::default());
        assert!(config.listen.ip().is_loopback());
        assert!(config.trusted_proxies.is_empty());
        assert_eq!(config.never_block.len(), 8);
        config.check().expect("sound");
    }

    #[test]
    fn the_environment_lies_over_the_file() {
        let folder = tempfile::tempdir().expect("folder");
        let file = folder.path().join("hub.toml");
        std::fs::write(
            &file,
            "listen = '0.0.0.0:80'\ntrusted_proxies = ['10.0.0.0/8']\n[limits]\nchats = '1/1m'\ntyping = '1/1s'\n",
        )
        .expect("write");
        let config = Config::load(
            Some(&file),
            environment(&[
                ("GUICHET_LISTEN", "127.0.0.1:8080"),
                ("GUICHET_LIMITS__CHATS", "9/10m burst 2"),
                ("GUICHET_LOG_JSON", "true"),
                ("GUICHET_TRUSTED_PROXIES", "192.168.0.0/16, fd00::/8"),
                ("GUICHET_NEVER_BLOCK", ""),
                ("GUICHET_PROFILE", "not the hub's"),
                ("PATH", "/bin"),
            ]),
        )
        .expect("config");
        assert_eq!(config.listen, "127.0.0.1:8080".parse().expect("address"));
        assert_eq!(config.limits.chats, "9/10m burst 2".parse().expect("rate"));
        assert_eq!(config.limits.typing, "1/1s".parse().expect("rate"));
        assert!(config.log_json);
        assert_eq!(config.trusted_proxies.len(), 2);
        assert_eq!(config.never_block, []);
    }

    #[test]
    fn a_wrong_key_or_value_is_refused_by_name() {
        let refused = |pairs: &[(&str, &str)]| {
            let error = Config::load(None, environment(pairs)).expect_err("refused");
            format!("{error:#}")
        };
        assert!(refused(&[("GUICHET_LIMITS__CHAT", "1/1m")]).contains("chat"));
        assert!(refused(&[("GUICHET_LIMITS__CHATS", "often")]).contains("often"));
        assert!(refused(&[("GUICHET_LISTEN", "nowhere")]).contains("listen"));
    }

    #[test]
    fn a_public_url_is_an_origin_without_a_user() {
        for (url, sound) in [
            ("https://chat.example.com", true),
            ("http://127.0.0.1:8080/", true),
            ("https://chat.example.com/path", false),
            ("https://user:secret@chat.example.com", false),
            ("ftp://chat.example.com", false),
        ] {
            let config = Config {
                public_url: Some(url.parse().expect("url")),
                ..Config::default()
            };
            assert_eq!(config.check().is_ok(), sound, "{url}");
        }
    }
}
