//! `bench client`: an app with a large cache, which its own first sync built, beside bare SQL on the same file.

mod bare;
pub(crate) mod company;
mod templates;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use guichet_client::{App, AppConfig, Clock, Replica, commands};
use guichet_domain::AgentId;
use guichet_hub::access::password::Passwords;
use guichet_hub::admin::{self, AdminCommand};
use guichet_tests::host::RememberingHost;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use self::bare::Bare;
use self::company::Company;
use crate::figure::{Figure, Wanted};
use crate::progress;
use crate::spread::Spread;

/// Times each reading is measured.
const READINGS: u32 = 100;
/// Times a catch-up is measured.
const CATCH_UPS: u64 = 5;

pub(crate) async fn bench(small: bool) -> Result<Vec<Figure>> {
    let (conversations, step, texts) = if small {
        (1_000, 50, 100)
    } else {
        (100_000, 1_000, 5_000)
    };
    let folder = tempfile::tempdir().context("make a folder")?;
    let profile = folder.path().join("profile");
    let host = RememberingHost::default();
    let me = sign_in(folder.path(), &profile, host.clone()).await?;
    let company = Company::new(me, conversations, 10, step, texts);

    progress(format_args!(
        "client: the first sync of {conversations} conversations with ten messages each"
    ));
    let replica = Replica::open(&profile, me, Clock::system()).await?;
    let started = Instant::now();
    replica.catch_up(&company).await?;
    let mut figures = vec![Figure::new(
        "client.first_sync",
        started.elapsed().as_secs_f64(),
        "s",
    )];
    replica.close().await?;

    let mut bare = Bare::open(&profile.join("cache/cache.sqlite")).await?;
    let app = App::open(AppConfig::new(&profile), host).await?;
    progress("client: the first rows, a conversation");
    figures.push(first_rows(&app, &mut bare).await?);
    figures.extend(open_conversation(&app, &company, &mut bare).await?);
    progress(format_args!("client: finding among {texts} templates"));
    figures.extend(templates::find(&app, texts).await?);
    app.shut_down().await;

    progress(format_args!("client: catching up with {step} changes"));
    figures.push(catch_up(&profile, &company, &mut bare).await?);
    Ok(figures)
}

/// Signs an app in at a hub that goes away again; answers who the agent is. From here on the app is offline.
async fn sign_in(folder: &Path, profile: &Path, host: RememberingHost) -> Result<AgentId> {
    let config = guichet_hub::Config {
        data: folder.join("hub"),
        ..guichet_hub::Config::default()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let hub = guichet_hub::start(config, listener, None, guichet_hub::Clock::system()).await?;
    let passwords = Passwords::new()?;
    let email = "marie@demo.guichet.test".to_owned();
    admin::run(&hub.hub, &passwords, AdminCommand::Demo).await?;
    let code = admin::run(&hub.hub, &passwords, AdminCommand::Code { email }).await?;
    let app = App::open(AppConfig::new(profile), host).await?;
    let address = format!("http://{}", hub.address);
    app.sign_in_with_code(&address, code["code"].as_str().unwrap_or_default())
        .await
        .map_err(|error| anyhow!("sign in: {error:?}"))?;
    let session = call(&app, "session", Value::Null).await?;
    app.shut_down().await;
    hub.stop().await?;
    serde_json::from_value(session["agent"]["id"].clone()).context("who is signed in")
}

async fn first_rows(app: &App<RememberingHost>, bare: &mut Bare) -> Result<Figure> {
    let (mut times, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..READINGS {
        floors.push(bare.first_rows().await?);
        let started = Instant::now();
        let asked = json!({ "view": "recents", "offset": 0, "limit": 50 });
        let list = call(app, "list", asked).await?;
        times.push(started.elapsed());
        let rows = list["rows"].as_array().map_or(0, Vec::len);
        ensure!(rows == 50, "{rows} rows instead of 50");
    }
    Ok(beside("client.first_rows", times, floors))
}

async fn open_conversation(
    app: &App<RememberingHost>,
    company: &Company,
    bare: &mut Bare,
) -> Result<[Figure; 2]> {
    let (mut times, mut floors) = (Vec::new(), Vec::new());
    for reading in 0..u64::from(READINGS) {
        // Others each time, so that neither finds what the other left in memory.
        let place = reading * (company.conversations / u64::from(READINGS) / 2);
        let other = company.conversations - 1 - place;
        let id = |n| company.conversation(n, 0, 1).0.id.to_string();
        floors.push(bare.open_conversation(&id(other)).await?);
        let of = id(place);
        let started = Instant::now();
        call(app, "thread", json!({ "conversation": of })).await?;
        let lines = call(app, "messages", json!({ "conversation": of, "limit": 50 })).await?;
        times.push(started.elapsed());
        let lines = lines["lines"].as_array().map_or(0, Vec::len);
        ensure!(lines == 10, "{lines} lines instead of 10");
    }
    let late = Spread::of(times.clone()).percentile(95);
    Ok([
        beside("client.open", times, floors),
        Figure::new("client.open.p95", late, "ms").wanted(Wanted::AimAtMost(50.0)),
    ])
}

async fn catch_up(profile: &Path, company: &Company, bare: &mut Bare) -> Result<Figure> {
    let me = company.me;
    let replica = Replica::open(profile, me, Clock::system()).await?;
    let (mut times, mut floors) = (Vec::new(), Vec::new());
    for round in 0..CATCH_UPS {
        // Conversations that no catch-up touches.
        let rows: Vec<_> = company
            .changed(round + CATCH_UPS)
            .filter_map(|n| {
                let (row, window) = company.conversation(n, 1, 1);
                Some((row, window.messages.into_iter().next()?))
            })
            .collect();
        floors.push(bare.apply(&rows).await?);
        let started = Instant::now();
        replica.catch_up(company).await?;
        times.push(started.elapsed());
    }
    replica.close().await?;
    Ok(beside("client.catch_up", times, floors))
}

/// Medians, of the app and of bare SQL.
fn beside(name: &'static str, times: Vec<Duration>, floors: Vec<Duration>) -> Figure {
    let floor = Spread::of(floors).median();
    Figure::new(name, Spread::of(times).median(), "ms").over(floor)
}

async fn call(app: &App<RememberingHost>, name: &str, args: Value) -> Result<Value> {
    commands::call(app, name, args)
        .await
        .map_err(|error| anyhow!("`{name}`: {error:?}"))
}
