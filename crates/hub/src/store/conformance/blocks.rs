//! Blocks: read back with the board, replaced with their count, gone when lifted.

use std::collections::BTreeMap;

use guichet_domain::{Actor, Block, BlockId, Network, Timestamp};
use uuid::Uuid;

use super::company::company;
use super::sqlite;
use crate::store::sqlite::Sqlite;
use crate::store::{Diff, Store, Wanted};

fn network(text: &str) -> Network {
    text.parse().expect("a network")
}

fn block(number: u128, network: Network) -> Block {
    Block {
        id: BlockId(Uuid::from_u128(number)),
        network,
        visitor: None,
        department: None,
        reason: Some("l'abus".into()),
        by: Actor::Hub,
        at: Timestamp(1),
        until: Some(Timestamp(9)),
    }
}

/// No line of the log goes with it: no app keeps blocks.
async fn put(store: &Sqlite, blocks: &[(Network, Option<Block>)]) {
    let blocks: BTreeMap<_, _> = blocks.iter().cloned().collect();
    let mut decide = |_| Diff {
        blocks: blocks.clone(),
        ..Diff::default()
    };
    let done = store.commit_group(&Wanted::default(), &mut decide).await;
    done.expect("commits");
}

#[tokio::test]
async fn blocks_stand_on_the_board_until_they_are_lifted() {
    let (_folder, store) = sqlite().await;
    let head = company(&store).await;
    let (one, two) = (network("203.0.113.9"), network("2001:db8::/64"));
    let [first, other] = [block(1, one), block(2, two)];
    put(
        &store,
        &[(one, Some(first.clone())), (two, Some(other.clone()))],
    )
    .await;
    let blocks = async || {
        let (board, _, change) = store.company().await.expect("reads");
        assert_eq!(change, head.change);
        board.blocks.iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(blocks().await, [first.clone(), other.clone()]);

    let hits = |times: u64| BTreeMap::from([(first.id, (times, Timestamp(times.cast_signed())))]);
    store.add_hits(&hits(2)).await.expect("adds");
    store.add_hits(&hits(3)).await.expect("adds");
    let counted = async || store.hits().await.expect("reads");
    assert_eq!(
        counted().await,
        BTreeMap::from([(first.id, (5, Timestamp(3)))])
    );

    let longer = block(3, one);
    put(&store, &[(one, Some(longer.clone()))]).await;
    assert_eq!(blocks().await, [longer, other.clone()]);
    assert_eq!(counted().await, BTreeMap::new(), "it counts from nothing");
    put(&store, &[(one, None)]).await;
    assert_eq!(blocks().await, [other]);
}
