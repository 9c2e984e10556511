//! Who was erased stands beside the database, too: an older copy of it, put back, does not bring them back.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::PathBuf;

use anyhow::Context;
use guichet_domain::{Command, ContactId};

use crate::admin::submit;
use crate::cli::folder::write_private;
use crate::hub::Hub;
use crate::store::{Erasure, Store};

/// The ledger's file in the data folder. Ids alone: of who was erased, nothing else is kept.
pub const LEDGER: &str = "erasures.json";

/// Brings database and ledger together, and erases again whom the database has although they were erased.
pub async fn apply(hub: &Hub) -> anyhow::Result<()> {
    let all = settle(hub).await?;
    let ids = all.iter().flat_map(ids).collect::<BTreeSet<_>>();
    let mut erased = 0;
    for contact in ids {
        if hub.store.contact(contact).await?.is_some() {
            submit(hub, Command::EraseContact { contact }).await?;
            erased += 1;
        }
    }
    if erased > 0 {
        tracing::warn!(
            erased,
            "the database had contacts that were erased: they are again"
        );
        settle(hub).await?;
        hub.store.scrub().await?;
    }
    Ok(())
}

/// After an erasure: the ledger has it, and the bytes are out of the database's files.
pub async fn done(hub: &Hub) -> anyhow::Result<()> {
    settle(hub).await?;
    Ok(hub.store.scrub().await?)
}

async fn settle(hub: &Hub) -> anyhow::Result<Vec<Erasure>> {
    let (ledger, known) = (read(hub)?, hub.store.erasures().await?);
    let mut all: BTreeMap<ContactId, Erasure> = BTreeMap::new();
    for erasure in ledger.iter().chain(&known) {
        let of = all
            .entry(erasure.contact)
            .or_insert_with(|| erasure.clone());
        of.points.extend(&erasure.points);
    }
    let all: Vec<Erasure> = all.into_values().collect();
    if all.len() > known.len() {
        hub.store.keep_erasures(&all).await?;
    }
    if all != ledger {
        write_private(&path(hub), &serde_json::to_vec_pretty(&all)?)?;
    }
    Ok(all)
}

fn ids(erasure: &Erasure) -> impl Iterator<Item = ContactId> + '_ {
    [erasure.contact]
        .into_iter()
        .chain(erasure.points.iter().copied())
}

fn read(hub: &Hub) -> anyhow::Result<Vec<Erasure>> {
    match std::fs::read(path(hub)) {
        Ok(bytes) => serde_json::from_slice(&bytes).with_context(|| {
            format!("`{LEDGER}` is unreadable; put back a copy of it that is not")
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).with_context(|| format!("cannot read `{LEDGER}`")),
    }
}

fn path(hub: &Hub) -> PathBuf {
    hub.config.data.join(LEDGER)
}
