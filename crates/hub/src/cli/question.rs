//! What can be asked of a hub on the command line.

use std::io::BufRead;

use anyhow::{Context, ensure};
use clap::{Args, Subcommand, ValueEnum};
use guichet_domain::{Network, Role};

use crate::admin::AdminCommand;

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
    /// Departments.
    #[command(subcommand)]
    Department(DepartmentQuestion),
    /// Queues.
    #[command(subcommand)]
    Queue(QueueQuestion),
    /// Channel accounts.
    #[command(subcommand)]
    Account(AccountQuestion),
    /// Prints what is configured: settings, departments, queues, accounts.
    Company,
    /// Changes what is configured. The standard input is one command, as `POST /v1/configuration` takes it.
    Configure,
    /// Prints who did what, newest first.
    Audit {
        /// Only what happened before this row.
        #[arg(long, value_name = "NUMBER")]
        before: Option<u64>,
        /// As many rows at most.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Addresses from which nobody may chat.
    #[command(subcommand)]
    Block(BlockQuestion),
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
pub(super) enum BlockQuestion {
    /// Prints every block, and how often it refused somebody.
    List,
    /// Keeps an IPv4 address out, or the /64 of an IPv6 one.
    Add {
        address: Network,
        /// Why.
        #[arg(long)]
        reason: Option<String>,
        /// For so many hours; without it, until it is removed.
        #[arg(long)]
        hours: Option<u32>,
    },
    /// Lets it in again.
    Remove { address: Network },
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
        role: Option<AnyRole>,
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
    /// Prints a link by which an agent chooses a password, within a week.
    Invite {
        #[arg(long)]
        email: String,
    },
    /// Gives an agent a role.
    Grant(Holding),
    /// Takes a role from an agent.
    Revoke(Holding),
}

/// A role that an agent holds.
#[derive(Debug, Args)]
pub(super) struct Holding {
    #[arg(long)]
    email: String,
    #[arg(long)]
    role: AnyRole,
    /// The name of the department, for roles that are held in one.
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum DepartmentQuestion {
    /// Adds a department.
    Add {
        #[arg(long)]
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum QueueQuestion {
    /// Adds a queue that rings all of its members.
    Add {
        #[arg(long)]
        name: String,
        /// Internal number.
        #[arg(long)]
        extension: Option<String>,
        /// The name of its department; without one it is the whole company's.
        #[arg(long, value_name = "NAME")]
        department: Option<String>,
        /// The e-mail of a member; may be said several times.
        #[arg(long, value_name = "EMAIL")]
        member: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum AccountQuestion {
    /// Adds a Live Chat account.
    Add {
        #[arg(long)]
        name: String,
        /// The name of the queue that its conversations go to.
        #[arg(long, value_name = "NAME")]
        queue: String,
        /// A website that may show it, such as `https://shop.example`; may be said several times.
        #[arg(long, value_name = "URL", required = true)]
        site: Vec<String>,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum AnyRole {
    Agent,
    Receptionist,
    Manager,
    DepartmentOwner,
    SystemAdmin,
    SystemOwner,
}

impl Question {
    /// The question with what its standard input holds: secrets never stand in the arguments, which any user of the
    /// machine reads.
    pub(super) fn read_input(self) -> anyhow::Result<AdminCommand> {
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
                role: role.map(AnyRole::role),
                queues: queue,
                password: password_stdin.then(first_line).transpose()?,
            },
            Self::Agent(AgentQuestion::List) => AdminCommand::AgentList,
            Self::Agent(AgentQuestion::Deactivate { email }) => {
                AdminCommand::AgentDeactivate { email }
            }
            Self::Agent(AgentQuestion::Invite { email }) => AdminCommand::AgentInvite { email },
            Self::Agent(AgentQuestion::Grant(holding)) => holding.put(true),
            Self::Agent(AgentQuestion::Revoke(holding)) => holding.put(false),
            Self::Department(DepartmentQuestion::Add { name }) => {
                AdminCommand::DepartmentAdd { name }
            }
            Self::Queue(QueueQuestion::Add {
                name,
                extension,
                department,
                member,
            }) => AdminCommand::QueueAdd {
                name,
                extension,
                department,
                members: member,
            },
            Self::Account(AccountQuestion::Add { name, queue, site }) => AdminCommand::AccountAdd {
                name,
                queue,
                sites: site,
            },
            Self::Company => AdminCommand::Company,
            Self::Configure => AdminCommand::Configure {
                command: serde_json::from_reader(std::io::stdin().lock())
                    .context("the standard input is not a command")?,
            },
            Self::Audit { before, limit } => AdminCommand::Audit { before, limit },
            Self::Block(question) => question.read(),
            Self::Code { agent } => AdminCommand::Code { email: agent },
            Self::Demo => AdminCommand::Demo,
        })
    }
}

impl BlockQuestion {
    fn read(self) -> AdminCommand {
        match self {
            Self::List => AdminCommand::BlockList,
            Self::Add {
                address,
                reason,
                hours,
            } => AdminCommand::BlockAdd {
                network: address,
                reason,
                hours,
            },
            Self::Remove { address } => AdminCommand::BlockRemove { network: address },
        }
    }
}

impl Holding {
    fn put(self, held: bool) -> AdminCommand {
        AdminCommand::AgentGrant {
            email: self.email,
            role: self.role.role(),
            department: self.department,
            held,
        }
    }
}

impl AnyRole {
    fn role(self) -> Role {
        match self {
            Self::Agent => Role::Agent,
            Self::Receptionist => Role::Receptionist,
            Self::Manager => Role::Manager,
            Self::DepartmentOwner => Role::DepartmentOwner,
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
