//! The company that the hub is measured with: agents with open sessions, visitors with tokens. Made by the hub's own
//! commands in a data folder that the hub's program then serves.

use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use futures_util::future::try_join_all;
use guichet_domain::{
    Account, AccountId, Agent, AgentId, Channel, Command, ContactId, Queue, QueueId, Route,
};
use guichet_hub::access::token::Token;
use guichet_hub::admin::submit;
use guichet_hub::clock::new_id;
use guichet_hub::connectors::live_chat::{facts, wire::About};
use guichet_hub::hub::Hub;
use guichet_hub::store::sqlite::sessions::StoredSession;
use guichet_hub::{Clock, Config};
use tokio_util::sync::CancellationToken;

/// How many take part.
#[derive(Clone, Copy)]
pub(super) struct Size {
    /// Agents; all of them share the large queue.
    pub(super) agents: usize,
    /// The first of them, who share the small queue.
    pub(super) few: usize,
    /// Visitors of each queue.
    pub(super) visitors: usize,
}

/// What its members need to take part.
pub(super) struct Company {
    /// Tokens of the agents.
    pub(super) agents: Vec<String>,
    /// Visitors whose conversations wait in the small queue.
    pub(super) of_few: Vec<Visitor>,
    /// Visitors whose conversations wait in the large queue.
    pub(super) of_all: Vec<Visitor>,
}

/// A visitor's page, as the hub knows it.
#[derive(Clone)]
pub(super) struct Visitor {
    pub(super) key: &'static str,
    pub(super) token: String,
    /// Said by the trusted proxy, so that each visitor is counted alone.
    pub(super) address: Ipv4Addr,
}

/// Founds it in `data`.
pub(super) async fn found(data: &Path, size: Size) -> Result<Company> {
    let config = Config {
        data: data.to_owned(),
        ..Config::default()
    };
    let hub = Hub::open(config, Clock::system(), CancellationToken::new())
        .await
        .context("open the data folder")?;
    let ids: Vec<AgentId> = (0..size.agents).map(|_| AgentId(new_id())).collect();
    try_join_all((0..).zip(&ids).map(|(number, id)| {
        submit(
            &hub,
            Command::PutAgent {
                agent: agent(number, *id),
            },
        )
    }))
    .await?;
    let mut agents = Vec::new();
    for id in &ids {
        agents.push(session(&hub, *id).await?);
    }
    let few = account(&hub, "pub_few", &ids[..size.few]).await?;
    let all = account(&hub, "pub_all", &ids).await?;
    let company = Company {
        agents,
        of_few: visitors(&hub, few, "pub_few", 1, size.visitors).await?,
        of_all: visitors(&hub, all, "pub_all", 2, size.visitors).await?,
    };
    hub.stop.cancel();
    hub.store.close().await?;
    Ok(company)
}

fn agent(number: u32, id: AgentId) -> Agent {
    Agent {
        extension: Some((1000 + number).to_string()),
        ..Agent::new(
            id,
            format!("Agent {number}"),
            format!("{number}@bench.guichet.test"),
        )
    }
}

/// Opens a session without the work of checking a password.
async fn session(hub: &Hub, agent: AgentId) -> Result<String> {
    let (token, now) = (Token::random(), hub.clock.now());
    let mut expires = now;
    expires.0 += 24 * 3600 * 1000;
    hub.store
        .put_session(&StoredSession {
            id: new_id(),
            agent,
            token: token.hash(),
            created: now,
            last_seen: now,
            expires,
            device: "bench".to_owned(),
        })
        .await?;
    Ok(token.reveal().to_owned())
}

/// A Live Chat account and its queue.
async fn account(hub: &Hub, key: &str, members: &[AgentId]) -> Result<AccountId> {
    let queue = Queue {
        members: members.to_vec(),
        ..Queue::new(QueueId(new_id()), key)
    };
    let account = Account {
        id: AccountId(new_id()),
        channel: Channel::LiveChat,
        name: key.to_owned(),
        route: Route::Queue(queue.id),
        public_key: Some(key.to_owned()),
        sites: Vec::new(),
        widget: None,
    };
    let id = account.id;
    submit(hub, Command::PutQueue { queue }).await?;
    submit(hub, Command::PutAccount { account }).await?;
    Ok(id)
}

async fn visitors(
    hub: &Hub,
    account: AccountId,
    key: &'static str,
    net: u8,
    count: usize,
) -> Result<Vec<Visitor>> {
    ensure!(count < 250, "each visitor has an address of its own");
    let mut visitors = Vec::new();
    for last in (1..).take(count) {
        let token = Token::random();
        let id = ContactId(new_id());
        let address = Ipv4Addr::new(198, 18, net, last);
        let seen = (address.into(), hub.clock.now());
        let facts = facts::facts(seen, None, &About::default());
        hub.store
            .put_visitor(id, account, token.hash(), &facts)
            .await?;
        visitors.push(Visitor {
            key,
            token: token.reveal().to_owned(),
            address,
        });
    }
    Ok(visitors)
}
