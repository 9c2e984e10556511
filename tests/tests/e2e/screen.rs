//! The X screen: where a program's window is, and a picture of it as it is seen.

use std::path::Path;
use std::time::Instant;

use tokio::process::Command;

use guichet_tests::drive::session::{PATIENCE, TICK};

/// Room for a window with its frame, so that windows do not cover each other.
const COLUMN: usize = 1360;

/// A window on the screen.
pub(crate) struct OnScreen {
    id: String,
}

impl OnScreen {
    /// The window of this process, moved to its column.
    pub(crate) async fn of(process: i32, column: usize) -> Self {
        let deadline = Instant::now() + PATIENCE;
        let pid = process.to_string();
        let id = loop {
            let found = output("xdotool", &["search", "--onlyvisible", "--pid", &pid]).await;
            if let Some(id) = found.lines().last() {
                break id.to_owned();
            }
            assert!(Instant::now() < deadline, "process {pid} shows no window");
            tokio::time::sleep(TICK).await;
        };
        let x = (column * COLUMN).to_string();
        output("xdotool", &["windowmove", "--sync", &id, &x, "0"]).await;
        Self { id }
    }

    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let [width, height] = [width, height].map(|length| length.to_string());
        output("xdotool", &["windowsize", &self.id, &width, &height]).await;
    }

    pub(crate) async fn picture(&self, file: &Path) {
        let file = file.to_str().expect("a plain name");
        output("import", &["-window", &self.id, file]).await;
        assert!(Path::new(file).exists(), "no picture of the window");
    }
}

/// The first process that this one started.
pub(crate) fn child_of(process: i32) -> i32 {
    let file = format!("/proc/{process}/task/{process}/children");
    let children = std::fs::read_to_string(file).expect("it runs");
    let first = children.split_whitespace().next().expect("it started one");
    first.parse().expect("a number")
}

/// What the program printed; nothing found is an answer too.
async fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().await;
    let output = output.unwrap_or_else(|error| panic!("{program} does not start: {error}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
