//! An agent at the real desktop window.

use std::path::{Path, PathBuf};

use guichet_client::Language;
use guichet_tests::bytes;
use thirtyfour::Key;
use tokio::process::Command;

use crate::hub::Colleague;
use crate::screen::{OnScreen, child_of};
use guichet_tests::drive::session::{PATIENCE, Session};
use guichet_tests::drive::webkit;

/// What the open conversation says, line after line.
const THREAD: &str = "return document.querySelector('.log')?.innerText ?? ''";
/// What the list says.
const LIST: &str = "return document.querySelector('.list')?.innerText ?? 'no list'";
const TEXT_BOX: &str = ".composer textarea";

/// How an agent's computer is set, and where the window stands on the screen.
#[derive(Clone, Copy)]
pub(crate) struct Taste {
    /// From the left.
    column: usize,
    language: &'static str,
    theme: &'static str,
}

impl Taste {
    /// A light one.
    pub(crate) fn of(language: Language, column: usize) -> Self {
        let language = match language {
            Language::Fr => "fr_FR.UTF-8",
            Language::En => "en_GB.UTF-8",
        };
        Self {
            column,
            language,
            theme: "Adwaita",
        }
    }
}

/// In the first column.
pub(crate) const FRENCH_AND_LIGHT: Taste = Taste {
    column: 0,
    language: "fr_FR.UTF-8",
    theme: "Adwaita",
};

/// In the second column.
pub(crate) const ENGLISH_AND_DARK: Taste = Taste {
    column: 1,
    language: "en_GB.UTF-8",
    theme: "Adwaita:dark",
};

/// A window with its profile's folder.
pub(crate) struct Window {
    pub(crate) session: Session,
    screen: OnScreen,
    folder: PathBuf,
}

impl Window {
    /// Opens the app with a profile of its own. WebKit's sandbox needs namespaces that a container may not give.
    pub(crate) async fn open(
        name: &str,
        app: &Path,
        folder: &Path,
        taste: Taste,
        logs: &Path,
    ) -> Self {
        let folder = folder.join(name);
        let settings = folder.join("desktop");
        downloads_go_to(&folder.join("downloads"), &settings);
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .env("XDG_CONFIG_HOME", settings)
            .env("LANG", taste.language)
            .env("LC_ALL", taste.language)
            .env("GTK_THEME", taste.theme);
        let session = webkit::open(name, &mut driver, app, &folder, logs).await;
        let screen = OnScreen::of(child_of(session.driver.process()), taste.column).await;
        Self {
            session,
            screen,
            folder,
        }
    }

    pub(crate) async fn sign_in(&self, hub: &str, who: &Colleague) {
        let field = |name: &str| format!(".sign-in input[name={name}]");
        self.session.write(&field("hub"), hub).await;
        self.session
            .write(&field("email"), who.email.as_str())
            .await;
        self.session
            .write(&field("password"), who.password.as_str())
            .await;
        self.session.click(".sign-in button[type=submit]").await;
        self.session.shown(".rail").await;
    }

    /// The one conversation of the list, opened.
    pub(crate) async fn open_the_conversation(&self) {
        self.session.click(".list .row button").await;
        self.session.shown(".thread .log").await;
    }

    /// The list's row has the channel's icon, and the open conversation the banner for strangers.
    pub(crate) async fn shows_a_stranger_from_the_website(&self) {
        self.session.shown(".list .row .ch.live_chat").await;
        self.session.shown(".thread .banner").await;
    }

    pub(crate) async fn lists(&self, text: &str) {
        let what = format!("`{text}` is not in the list");
        self.session
            .until(LIST, |list| list.contains(text), &what)
            .await;
    }

    pub(crate) async fn lists_nothing(&self) {
        const ROWS: &str = "return String(document.querySelectorAll('.list .row').length)";
        let what = "the list is not empty";
        self.session.until(ROWS, |rows| rows == "0", what).await;
    }

    /// These texts stand in the open conversation, each once, in this order.
    pub(crate) async fn reads(&self, texts: &[&str]) {
        let what = format!("the conversation is not {texts:?}");
        let wanted = |page: &str| once_in_order(page, texts);
        self.session.until(THREAD, wanted, &what).await;
    }

    pub(crate) async fn take(&self) {
        self.session
            .click("[aria-keyshortcuts='Control+Shift+A']")
            .await;
        self.session.shown("[popovertarget=thread-menu]").await;
    }

    /// Writes without sending.
    pub(crate) async fn begin(&self, text: &str) {
        self.session.write(TEXT_BOX, text).await;
    }

    pub(crate) async fn answer(&self, text: &str) {
        self.session.write(TEXT_BOX, text).await;
        self.session.write(TEXT_BOX, Key::Enter).await;
    }

    pub(crate) async fn shows_read(&self) {
        self.session.shown(".log .msg:last-of-type .read").await;
    }

    /// The words over the screen while the hub is away.
    pub(crate) async fn is_offline(&self) {
        self.session.shown(".connection").await;
    }

    pub(crate) async fn transfer_to(&self, colleague: &str, note: &str) {
        self.session
            .click("[aria-keyshortcuts='Control+Shift+T']")
            .await;
        self.session
            .write(".dialog input[type=search]", colleague)
            .await;
        self.session.click(".dialog .option").await;
        self.session.write(".dialog textarea", note).await;
    }

    pub(crate) async fn confirm(&self) {
        self.session.click(".dialog button[type=submit]").await;
    }

    /// The files of the profile, the web view's included, that hold this text.
    pub(crate) fn keeps(&self, text: &str) -> Vec<PathBuf> {
        bytes::holding(&self.folder, text)
    }

    /// The list forgets at once; the files a moment later, when no reader is in the way.
    pub(crate) async fn keeps_no_longer(&self, text: &str) {
        let gone = async {
            while !self.keeps(text).is_empty() {
                tokio::task::yield_now().await;
            }
        };
        let gone = tokio::time::timeout(PATIENCE, gone).await;
        assert!(gone.is_ok(), "`{text}` is still in {:?}", self.keeps(text));
    }

    pub(crate) async fn picture(&self, file: &Path) {
        self.screen.picture(file).await;
    }

    /// So large, without its frame.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        const SIZE: &str = "return `${innerWidth} ${innerHeight}`";
        let size = format!("{width} {height}");
        self.screen.resize(width, height).await;
        let what = format!("the window is not {size}");
        self.session.until(SIZE, |now| now == size, &what).await;
    }

    pub(crate) async fn close(self) {
        self.session.close().await;
    }
}

/// Says it as desktops do; without it, files of a play would lie among the user's own.
fn downloads_go_to(folder: &Path, settings: &Path) {
    for folder in [folder, settings] {
        std::fs::create_dir_all(folder).expect("a folder");
    }
    let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.display());
    std::fs::write(settings.join("user-dirs.dirs"), line).expect("a file");
}

/// Each text occurs once, after the one before it.
pub(crate) fn once_in_order(page: &str, texts: &[&str]) -> bool {
    let places: Option<Vec<usize>> = texts
        .iter()
        .map(|text| page.find(text).filter(|_| page.matches(text).count() == 1))
        .collect();
    places.is_some_and(|places| places.is_sorted())
}
