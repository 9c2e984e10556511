//! The arguments.

use std::io::BufRead;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use clap::{Args, Parser, Subcommand, ValueEnum};
use guichet_domain::Role;
use ipnet::IpNet;
use url::Url;

use crate::admin::AdminCommand;
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

/// What can be asked of a hub, running or not.
#[derive(Debug, Subcommand)]
pub(super) enum Question {
    /// Makes the first system owner. The password is the first line of the standard input.
    Setup {
        #[arg(long)]
        name: String,
        #[arg(long)]
        email: String,
    },
    /// Agents.
    #[command(subcommand)]
    Agent(AgentQuestion),
    /// Prints a code that signs an agent in once, within a minute.
    Code {
        /// The agent's e-mail.
        #[arg(long, value_name = "EMAIL")]
        agent: String,
    },
    /// Makes the demo company, if there is none.
    Demo,
}

#[derive(Debug, Subcommand)]
pub(super) enum AgentQuestion {
    /// Adds an agent.
    Add {
        #[arg(long)]
        name: String,
        #[arg(long)]
        email: String,
        /// Internal number.
        #[arg(long)]
        extension: Option<String>,
        /// A company-wide role.
        #[arg(long)]
        role: Option<CompanyRole>,
        /// The name of a queue that the agent shares; may be said several times.
        #[arg(long, value_name = "NAME")]
        queue: Vec<String>,
        /// The password is the first line of the standard input; otherwise one is made and printed.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Prints every agent.
    List,
    /// Signs an agent out for good; what they owned returns to its queues.
    Deactivate {
        #[arg(long)]
        email: String,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum CompanyRole {
    Receptionist,
    SystemAdmin,
    SystemOwner,
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

impl Question {
    /// The question with its secrets, which never stand in the arguments: any user of the machine reads those.
    pub(super) fn read_secrets(self) -> anyhow::Result<AdminCommand> {
        Ok(match self {
            Self::Setup { name, email } => AdminCommand::Setup {
                name,
                email,
                password: first_line()?,
            },
            Self::Agent(AgentQuestion::Add {
                name,
                email,
                extension,
                role,
                queue,
                password_stdin,
            }) => AdminCommand::AgentAdd {
                name,
                email,
                extension,
                role: role.map(CompanyRole::role),
                queues: queue,
                password: password_stdin.then(first_line).transpose()?,
            },
            Self::Agent(AgentQuestion::List) => AdminCommand::AgentList,
            Self::Agent(AgentQuestion::Deactivate { email }) => {
                AdminCommand::AgentDeactivate { email }
            }
            Self::Code { agent } => AdminCommand::Code { email: agent },
            Self::Demo => AdminCommand::Demo,
        })
    }
}

impl CompanyRole {
    fn role(self) -> Role {
        match self {
            Self::Receptionist => Role::Receptionist,
            Self::SystemAdmin => Role::SystemAdmin,
            Self::SystemOwner => Role::SystemOwner,
        }
    }
}

fn first_line() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("cannot read the standard input")?;
    let line = line.trim_end_matches(['\r', '\n']);
    ensure!(
        !line.is_empty(),
        "a password is needed; hint: write it to the standard input"
    );
    Ok(line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let command = question.read_secrets().expect("command");
        assert!(matches!(command, AdminCommand::Code { email } if email == "a@b"));
    }
}
