//! What the scripts ask of this program: worlds, their time, their hubs.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use axum::{Json, Router};
use guichet_client::Language;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::sync::Mutex;
use tokio::task::block_in_place;

use crate::world::World;

#[derive(Default)]
struct Worlds {
    made: u32,
    known: BTreeMap<u32, World>,
}

type Shared = State<Arc<Mutex<Worlds>>>;

/// Where it is asked.
pub(crate) async fn serve() -> String {
    let routes = Router::new()
        .route("/worlds", post(make))
        .route("/worlds/{number}/time", post(time))
        .route("/worlds/{number}/hub", post(hub))
        .route("/worlds/{number}/end", post(end))
        .with_state(Arc::default());
    let listener = crate::listener().await;
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async { axum::serve(listener, routes).await });
    url
}

#[derive(Deserialize)]
struct Wish {
    language: Language,
    now: i64,
    /// With a system owner, beside the demo company's agents.
    #[serde(default)]
    owner: bool,
}

async fn make(State(worlds): Shared, Json(wish): Json<Wish>) -> Json<Value> {
    let world = here(World::make(wish.language, wish.now, wish.owner));
    let mut worlds = worlds.lock().await;
    worlds.made += 1;
    let number = worlds.made;
    let mut described = world.describe();
    described["number"] = json!(number);
    worlds.known.insert(number, world);
    Json(described)
}

#[derive(Deserialize)]
struct Now {
    now: i64,
}

async fn time(State(worlds): Shared, Path(number): Path<u32>, Json(Now { now }): Json<Now>) {
    worlds.lock().await.known[&number].set_time(now);
}

#[derive(Deserialize)]
struct Hub {
    running: bool,
}

async fn hub(State(worlds): Shared, Path(number): Path<u32>, Json(Hub { running }): Json<Hub>) {
    let mut worlds = worlds.lock().await;
    let world = worlds.known.get_mut(&number).expect("a world");
    here(world.run_hub(running));
}

async fn end(State(worlds): Shared, Path(number): Path<u32>) {
    let world = worlds.lock().await.known.remove(&number).expect("a world");
    here(world.end());
}

/// On this thread: the compiler does not see that these futures may move to another.
fn here<T>(doing: impl Future<Output = T>) -> T {
    block_in_place(|| Handle::current().block_on(doing))
}
