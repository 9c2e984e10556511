//! A network between app and hub that makes the hub believe in another version of the app: it changes one digit.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

const HEADER: &[u8] = b"x-guichet-protocol: ";

/// Listens on a port of its own.
pub(super) struct Between {
    pub(super) address: SocketAddr,
    version: Arc<watch::Sender<u8>>,
}

impl Between {
    /// In front of this hub; passes everything on as it is.
    pub(super) async fn open(hub: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let version = Arc::new(watch::Sender::new(b'1'));
        let said = Arc::clone(&version);
        tokio::spawn(async move {
            while let Ok((app, _)) = listener.accept().await {
                tokio::spawn(carry(app, hub, said.subscribe()));
            }
        });
        Self { address, version }
    }

    /// From now on apps say this version. What was open is cut.
    pub(super) fn say(&self, version: u8) {
        self.version.send_replace(version);
    }
}

async fn carry(app: TcpStream, hub: SocketAddr, mut version: watch::Receiver<u8>) {
    let Ok(hub) = TcpStream::connect(hub).await else {
        return;
    };
    let said = *version.borrow_and_update();
    let (mut from_app, mut to_app) = app.into_split();
    let (mut from_hub, mut to_hub) = hub.into_split();
    let up = async {
        while let Some(mut bytes) = next(&mut from_app).await {
            rewrite(&mut bytes, said);
            if to_hub.write_all(&bytes).await.is_err() {
                break;
            }
        }
    };
    tokio::select! {
        () = up => {}
        _ = tokio::io::copy(&mut from_hub, &mut to_app) => {}
        _ = version.changed() => {}
    }
}

async fn next(from: &mut (impl AsyncRead + Unpin)) -> Option<Vec<u8>> {
    let mut bytes = vec![0; 64 * 1024];
    let read = from.read(&mut bytes).await.ok().filter(|read| *read > 0)?;
    bytes.truncate(read);
    Some(bytes)
}

/// A request's head comes in one piece.
fn rewrite(bytes: &mut [u8], version: u8) {
    let place = bytes
        .windows(HEADER.len())
        .position(|part| part == HEADER)
        .map(|start| start + HEADER.len());
    if let Some(digit) = place.and_then(|place| bytes.get_mut(place)) {
        *digit = version;
    }
}
