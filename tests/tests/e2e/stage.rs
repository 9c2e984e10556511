//! What a play needs: a hub, a folder for its data and logs, and one for the pictures.

use std::cell::Cell;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::hub::{Colleague, Hub};
use crate::visitor::Visitor;
use crate::window::{Taste, Window};

/// A hub with the demo company, and where everything lies.
pub(crate) struct Stage {
    pub(crate) hub: Hub,
    app: PathBuf,
    data: tempfile::TempDir,
    pictures: PathBuf,
    logs: PathBuf,
    taken: Cell<usize>,
}

impl Stage {
    /// `play` names the folder of the pictures.
    pub(crate) async fn set(play: &str) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let pictures = given("GUICHET_SHOTS").join(play);
        let logs = pictures.join("logs");
        // Pictures of an earlier run would pass for this one's.
        let _ = fs::remove_dir_all(&pictures);
        fs::create_dir_all(&logs).expect("a folder for the pictures");
        Self {
            hub: Hub::start(given("GUICHET_HUB"), &data.path().join("hub"), &logs).await,
            app: given("GUICHET_APP"),
            data,
            pictures,
            logs,
            taken: Cell::new(0),
        }
    }

    /// An agent at their window, signed in.
    pub(crate) async fn agent(&self, name: &str, taste: Taste, who: &Colleague) -> Window {
        let window = Window::open(name, &self.app, self.data.path(), taste, &self.logs).await;
        window.sign_in(self.hub.address(), who).await;
        window
    }

    pub(crate) async fn visitor(&self) -> Visitor {
        let profile = self.data.path().join("chromium");
        Visitor::visit(self.hub.demo(), &profile, &self.logs).await
    }

    /// Where the next picture goes; they are numbered in the order of the play.
    pub(crate) fn picture(&self, what: &str) -> PathBuf {
        self.taken.set(self.taken.get() + 1);
        self.pictures
            .join(format!("{:02}-{what}.png", self.taken.get()))
    }

    pub(crate) fn pictures(&self) -> &Path {
        &self.pictures
    }
}

fn given(name: &str) -> PathBuf {
    let value = env::var_os(name);
    value.map_or_else(
        || panic!("{name} is not set; run `cargo xtask e2e`"),
        PathBuf::from,
    )
}
