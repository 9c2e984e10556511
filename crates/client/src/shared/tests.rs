//! How things are with the hub, as the screen is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use guichet_domain::Timestamp;

use crate::clock::Clock;
use crate::testing::desk::Desk;
use crate::testing::hub::FakeHub;
use crate::view::ConnectionState;

#[tokio::test]
async fn an_absence_began_when_the_hub_was_lost_however_often_it_is_tried_again() {
    let hub = FakeHub::start(1, vec![]).await;
    let now = Arc::new(AtomicI64::new(1_000));
    let time = Arc::clone(&now);
    let clock = Clock::from_fn(move || Timestamp(time.load(Ordering::Relaxed)));
    let desk = Desk::at_with(&hub, clock).await;
    desk.app.stop_following().await;
    let told = async |at: i64, state| {
        now.store(at, Ordering::Relaxed);
        desk.app.shared.connection(state, None).await;
        desk.app.shared.connection_view().await.since
    };
    assert_eq!(told(2_000, ConnectionState::Connecting).await, 2_000);
    assert_eq!(told(3_000, ConnectionState::Offline).await, 2_000);
    assert_eq!(told(9_000, ConnectionState::Connecting).await, 2_000);
    assert_eq!(told(9_500, ConnectionState::Online).await, 9_500);
    assert_eq!(told(9_900, ConnectionState::Offline).await, 9_900);
    desk.app.shut_down().await;
}
