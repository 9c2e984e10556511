//! The arguments.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use ipnet::IpNet;
use url::Url;

use super::question::Question;
use crate::config::Config;

/// The hub of Guichet: takes what customers write, keeps it, and brings it to the agents.
#[derive(Debug, Parser)]
#[command(name = "guichet-hub", version)]
#[allow(missing_docs)]
pub struct Cli {
    /// The data folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// A configuration file.
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Runs the hub until it is told to stop.
    Serve(Serve),
    #[command(flatten)]
    Ask(Question),
}

/// Flags that lie over the configuration.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// Serves a page with the widget on it, here.
    #[arg(long, value_name = "ADDRESS")]
    demo: Option<SocketAddr>,
    /// How browsers and apps reach this hub.
    #[arg(long, value_name = "URL")]
    public_url: Option<Url>,
    /// A proxy whose X-Forwarded-For is believed; may be said several times.
    #[arg(long, value_name = "CIDR")]
    trusted_proxy: Vec<IpNet>,
    /// Logs as JSON lines.
    #[arg(long)]
    log_json: bool,
    /// For a program that starts the hub: ends with its standard input, says where it listens as one JSON line.
    #[arg(long)]
    pub(super) parent_pipe: bool,
}

impl Serve {
    /// The configuration with these flags over it, checked.
    pub(super) fn over(&self, mut config: Config) -> anyhow::Result<Config> {
        config.listen = self.listen.unwrap_or(config.listen);
        config.demo = self.demo.or(config.demo);
        config.public_url = self.public_url.clone().or(config.public_url);
        config.log_json |= self.log_json;
        if !self.trusted_proxy.is_empty() {
            config.trusted_proxies.clone_from(&self.trusted_proxy);
        }
        config.check()?;
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admin::AdminCommand;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn flags_lie_over_the_configuration() {
        let cli = Cli::try_parse_from([
            "guichet-hub",
            "serve",
            "--data",
            "d",
            "--listen",
            "127.0.0.1:8080",
            "--trusted-proxy",
            "10.0.0.0/8",
            "--trusted-proxy",
            "fd00::/8",
        ])
        .expect("arguments");
        assert_eq!(cli.data, Some(PathBuf::from("d")));
        let Command::Serve(flags) = cli.command else {
            panic!("not serve");
        };
        let config = flags.over(Config::default()).expect("config");
        assert_eq!(config.listen.port(), 8080);
        assert_eq!(config.trusted_proxies.len(), 2);
    }

    #[test]
    fn a_code_names_its_agent() {
        let cli = Cli::try_parse_from(["guichet-hub", "code", "--data", "d", "--agent", "a@b"])
            .expect("arguments");
        let Command::Ask(question) = cli.command else {
            panic!("not a question");
        };
        let command = question.read_input().expect("command");
        assert!(matches!(command, AdminCommand::Code { email } if email == "a@b"));
    }
}
