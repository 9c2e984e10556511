//! `bench hub`: the hub's real program on a real port and a real disk, beside what the disk and HTTP give by themselves.

mod company;
mod floor;
mod line;
mod listeners;
mod program;
mod senders;
pub(crate) mod stub;

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use sqlx::Connection;

use self::company::{Company, Size};
use self::floor::Floor;
use self::listeners::Listeners;
use self::program::Program;
use crate::figure::{Figure, Wanted};
use crate::{machine, progress};

/// Counts and times of one run.
struct Plan {
    size: Size,
    /// Each rate is the median of so many measurements, taken in turn so that all meet the same disk.
    rounds: usize,
    round: Duration,
    /// Who write while others listen.
    writers: usize,
    paced: Duration,
    sustained: Duration,
    crowd: Duration,
}

/// A quiet counter's pace, messages a second.
const PACE: u32 = 20;

impl Plan {
    fn new(small: bool) -> Self {
        if small {
            return Self {
                size: Size {
                    agents: 12,
                    few: 4,
                    visitors: 4,
                },
                rounds: 1,
                round: Duration::from_millis(300),
                writers: 2,
                paced: Duration::from_millis(500),
                sustained: Duration::from_millis(300),
                crowd: Duration::from_millis(300),
            };
        }
        Self {
            size: Size {
                agents: 1000,
                few: 100,
                visitors: 64,
            },
            rounds: 3,
            round: Duration::from_secs(5),
            writers: 16,
            paced: Duration::from_secs(30),
            sustained: Duration::from_secs(10),
            crowd: Duration::from_secs(10),
        }
    }
}

pub(crate) async fn bench(program: &Path, small: bool) -> Result<Vec<Figure>> {
    machine::many_connections().context("allow many connections")?;
    let plan = Plan::new(small);
    let folder = tempfile::tempdir().context("make a folder")?;
    let data = folder.path().join("hub");
    for name in ["hub", "stub"] {
        std::fs::create_dir(folder.path().join(name))?;
    }
    progress("hub: a company of its own");
    let company = company::found(&data, plan.size).await?;

    let mut figures = Vec::new();
    let hub = Program::hub(program, &data).await?;
    let accepted = accept(&plan, folder.path(), &company, &hub, &mut figures).await?;
    let delivered = deliver(&plan, &company, &hub, &accepted, &mut figures).await?;
    let crowd = memory(&plan, &company, &hub, &mut figures).await?;
    hub.stop().await?;
    let kept = kept(&data.join(guichet_hub::hub::DATABASE)).await?;
    let answered = accepted.messages + delivered + crowd;
    ensure!(
        kept == answered,
        "{answered} messages were accepted and {kept} are kept"
    );
    Ok(figures)
}

/// Rates of acceptance, in turn.
async fn accept(
    plan: &Plan,
    folder: &Path,
    company: &Company,
    hub: &Program,
    figures: &mut Vec<Figure>,
) -> Result<Accepted> {
    let mut floor = Floor::open(&folder.join("floor.db")).await?;
    let stub = Program::stub(&folder.join("stub")).await?;
    let (mut floors, mut stubs, mut hubs) = (Vec::new(), Vec::new(), Vec::new());
    let (mut accepted, mut answer, mut cpu) = (0, 0.0, Duration::ZERO);
    for round in 1..=plan.rounds {
        progress(format_args!(
            "hub: accepting, round {round} of {}",
            plan.rounds
        ));
        floors.push(floor.measure(plan.round).await?);
        let sent = senders::eager(stub.address, &company.of_few, plan.round).await?;
        stubs.push(sent.per_second());
        let before = hub.cpu();
        let sent = senders::eager(hub.address, &company.of_few, plan.round).await?;
        cpu += spent(before, hub.cpu());
        accepted += sent.accepted;
        answer = sent.answers.median();
        hubs.push(sent.per_second());
        progress(format_args!(
            "     floor {:.0}, stub {:.0}, hub {:.0} messages/s",
            floors[round - 1],
            stubs[round - 1],
            hubs[round - 1]
        ));
    }
    stub.stop().await?;
    let (floor, stub, hub) = (median(floors), median(stubs), median(hubs));
    figures.push(Figure::new("floor.accept", floor, "messages/s"));
    figures.push(Figure::new("stub.accept", stub, "messages/s").over(floor));
    figures.push(
        Figure::new("hub.accept", hub, "messages/s")
            .over(floor)
            .wanted(Wanted::RatioAtLeast(0.1))
            .wanted(Wanted::AimAtLeast(3000.0)),
    );
    figures.push(
        Figure::new("hub.accept.beside_stub", hub, "messages/s")
            .over(stub)
            .wanted(Wanted::RatioAtLeast(0.5)),
    );
    figures.push(Figure::new("hub.accept.p50", answer, "ms"));
    let cpu = per(cpu, accepted);
    figures.push(Figure::new("hub.cpu.message", cpu, "µs"));
    Ok(Accepted {
        messages: accepted,
        cpu,
    })
}

/// What accepting came to.
struct Accepted {
    messages: usize,
    /// Of the hub's processor, for each message, in µs.
    cpu: f64,
}

/// Some agents listen while few visitors write, then while some write as fast as they can; answers how many messages
/// that were.
async fn deliver(
    plan: &Plan,
    company: &Company,
    hub: &Program,
    accepting: &Accepted,
    figures: &mut Vec<Figure>,
) -> Result<usize> {
    let few = &company.agents[..plan.size.few];
    progress(format_args!(
        "hub: {} listeners, {PACE} messages/s",
        few.len()
    ));
    let mut listeners = Listeners::open(hub.address, few).await?;
    let writers = &company.of_few[..plan.writers];
    // Each writer's conversation is open by now: what is measured is one more message in it.
    listeners.forget();
    let paced = senders::steady(hub.address, writers, PACE, plan.paced).await?;
    let times = listeners.all_heard(paced).await?;
    for (name, percent, aim) in [("hub.deliver.p50", 50, 5.0), ("hub.deliver.p99", 99, 50.0)] {
        let figure = Figure::new(name, times.percentile(percent), "ms");
        figures.push(figure.wanted(Wanted::AimAtMost(aim)));
    }

    progress(format_args!(
        "hub: {} listeners, {} writers as fast as they are answered",
        few.len(),
        writers.len()
    ));
    listeners.forget();
    let before = hub.cpu();
    let started = std::time::Instant::now();
    let sent = senders::eager(hub.address, writers, plan.sustained).await?;
    let times = listeners.all_heard(sent.accepted).await?;
    let elapsed = started.elapsed();
    let cpu = per(spent(before, hub.cpu()), sent.accepted);
    figures.push(
        Figure::new("hub.sustained", rate(sent.accepted, elapsed), "messages/s")
            .wanted(Wanted::AimAtLeast(1000.0)),
    );
    figures.push(Figure::new("hub.sustained.p99", times.percentile(99), "ms"));
    #[expect(clippy::cast_precision_loss, reason = "counts of agents are small")]
    let delivery = (cpu - accepting.cpu) / few.len() as f64;
    figures.push(Figure::new("hub.cpu.delivery", delivery, "µs"));
    progress(format_args!(
        "     {} streams were too slow and opened again",
        listeners.ended()
    ));
    Ok(paced + sent.accepted)
}

/// Everybody listens, and hears something; answers how many messages that were.
async fn memory(
    plan: &Plan,
    company: &Company,
    hub: &Program,
    figures: &mut Vec<Figure>,
) -> Result<usize> {
    let all = &company.agents;
    progress(format_args!(
        "hub: {} listeners, {PACE} messages/s",
        all.len()
    ));
    let writers = &company.of_all[..plan.writers];
    // The first message opens the conversation, which brings its contact along.
    let opened = senders::steady(hub.address, writers, 1000, Duration::from_millis(16)).await?;
    let mut listeners = Listeners::open(hub.address, all).await?;
    listeners.forget();
    let sent = senders::steady(hub.address, writers, PACE, plan.crowd).await?;
    let times = listeners.all_heard(sent).await?;
    figures.push(Figure::new("hub.crowd.p99", times.percentile(99), "ms"));
    if let Some(resident) = hub.resident() {
        figures
            .push(Figure::new("hub.crowd.memory", resident, "MB").wanted(Wanted::AimAtMost(100.0)));
    }
    Ok(opened + sent)
}

/// Messages of people in the database of a hub that has stopped.
async fn kept(file: &Path) -> Result<usize> {
    let url = format!("sqlite://{}?mode=ro", file.display());
    let mut db = sqlx::SqliteConnection::connect(&url).await?;
    let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM message WHERE id IS NOT NULL")
        .fetch_one(&mut db)
        .await?;
    Ok(usize::try_from(kept)?)
}

fn spent(before: Option<Duration>, after: Option<Duration>) -> Duration {
    before.zip(after).map_or(Duration::ZERO, |(before, after)| {
        after.saturating_sub(before)
    })
}

/// Microseconds for each of so many.
#[expect(clippy::cast_precision_loss, reason = "counts of messages are small")]
fn per(time: Duration, count: usize) -> f64 {
    time.as_secs_f64() * 1e6 / count.max(1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "counts of messages are small")]
fn rate(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
