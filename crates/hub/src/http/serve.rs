//! The accepting loop: HTTP/1.1 with limits that a slow client cannot stretch. Encryption is a proxy's.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

use crate::config::Config;

/// A peer that acknowledges nothing for so long is gone.
const PEER_TIMEOUT: Duration = Duration::from_secs(30);

/// Serves until `stop`, then lets what is under way end, for a while.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    config: &Config,
    stop: CancellationToken,
) {
    let room = Arc::new(Semaphore::new(config.connections));
    let under_way = TaskTracker::new();
    let header_time = Duration::from_secs(config.times.header);
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors, or a peer gone before it came: neither ends the hub.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let Ok(place) = Arc::clone(&room).try_acquire_owned() else {
            tracing::warn!("too many connections");
            continue;
        };
        let connection = connection(stream, peer, router.clone(), header_time, stop.clone());
        under_way.spawn(async move {
            connection.await;
            drop(place);
        });
    }
    drop(listener);
    under_way.close();
    let time = Duration::from_secs(config.times.shutdown);
    if tokio::time::timeout(time, under_way.wait()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    header_time: Duration,
    stop: CancellationToken,
) {
    prepare(&stream);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request.map(axum::body::Body::new))
    });
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(header_time)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), service);
    let mut serving = std::pin::pin!(serving);
    let served = tokio::select! {
        served = serving.as_mut() => served,
        () = stop.cancelled() => {
            serving.as_mut().graceful_shutdown();
            serving.await
        }
    };
    if let Err(error) = served {
        // The peer went away or sent what is not HTTP.
        tracing::debug!(%error, "a connection ended");
    }
}

fn prepare(stream: &TcpStream) {
    let socket = socket2::SockRef::from(stream);
    // A frame of a feed is small and must go at once.
    let mut set = socket.set_tcp_nodelay(true);
    #[cfg(target_os = "linux")]
    {
        set = set.and(socket.set_tcp_user_timeout(Some(PEER_TIMEOUT)));
    }
    #[cfg(not(target_os = "linux"))]
    {
        let alive = socket2::TcpKeepalive::new().with_time(PEER_TIMEOUT);
        set = set.and(socket.set_tcp_keepalive(&alive));
    }
    if let Err(error) = set {
        tracing::debug!(%error, "a socket option was not set");
    }
}
