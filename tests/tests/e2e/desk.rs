//! An agent without a mouse: what is on their screen, found by its words, and what they do with a conversation.

use std::time::Instant;

use guichet_client::Language;

use crate::keyboard::STOPS;
use crate::window::Window;
use guichet_tests::drive::session::{PATIENCE, TICK};

const SCREEN: &str = "return document.body.innerText.replace(/[\\u2066-\\u2069]/g, '')";

/// An agent at their window.
pub(crate) struct Desk {
    pub(crate) window: Window,
    pub(crate) language: Language,
}

impl Desk {
    /// What the screen says by this name.
    pub(crate) fn word(&self, id: &str) -> String {
        self.words(id, &[])
    }

    pub(crate) fn words(&self, id: &str, values: &[(&'static str, &str)]) -> String {
        let values: Vec<_> = values
            .iter()
            .map(|&(name, value)| (name, value.into()))
            .collect();
        let words = self.language.say(id, &values);
        assert_ne!(words, id, "there are no such words");
        words
    }

    /// What a script answers.
    pub(crate) async fn says(&self, script: &str) -> String {
        let answer = self.window.session.page.execute(script, Vec::new()).await;
        let answer = answer.expect("the script runs").json().clone();
        answer.as_str().unwrap_or_default().to_owned()
    }

    pub(crate) async fn sees(&self, text: &str) {
        let what = format!("`{text}` is not on the screen");
        let session = &self.window.session;
        session.until(SCREEN, |all| all.contains(text), &what).await;
    }

    pub(crate) async fn sees_no(&self, text: &str) {
        let what = format!("`{text}` is on the screen");
        let session = &self.window.session;
        session
            .until(SCREEN, |all| !all.contains(text), &what)
            .await;
    }

    /// What is written in the composer.
    pub(crate) async fn holds(&self, text: &str) {
        const WRITTEN: &str = "return document.querySelector('.composer textarea')?.value ?? ''";
        let what = format!("the composer does not hold `{text}`");
        let session = &self.window.session;
        session.until(WRITTEN, |now| now == text, &what).await;
    }

    /// What a field holds.
    pub(crate) async fn value(&self, css: &str) -> String {
        let field = self.window.session.shown(css).await;
        let value = field.prop("value").await.expect("a field");
        value.expect("a value")
    }

    /// The element is shown.
    pub(crate) async fn finds(&self, css: &str) {
        self.window.session.shown(css).await;
    }

    /// A conversation of the list, by the arrows.
    pub(crate) async fn open(&self, name: &str) {
        self.press(&["Control+1"]).await;
        self.row(name).await;
        self.has_open(name).await;
    }

    /// The conversation with this one is open.
    pub(crate) async fn has_open(&self, name: &str) {
        const TITLE: &str = "return document.getElementById('thread-title')?.textContent ?? ''";
        let what = format!("the conversation with {name} is not open");
        let session = &self.window.session;
        session.until(TITLE, |title| title == name, &what).await;
    }

    /// Goes down the rows that are listed until one has this name, again and again until it is there.
    pub(crate) async fn row(&self, name: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            for _ in 0..8 {
                if self.is_in(".list .row").await {
                    break;
                }
                self.press(&["F6"]).await;
            }
            self.press(&["Home"]).await;
            for _ in 0..12 {
                let here = self.here().await;
                if here.contains(name) {
                    return self.press(&["Enter"]).await;
                }
                self.press(&["ArrowDown"]).await;
            }
            let screen = self.says(SCREEN).await;
            assert!(
                Instant::now() < deadline,
                "no conversation with {name} in the list:\n{screen}"
            );
            tokio::time::sleep(TICK).await;
        }
    }

    /// From the thread's menu.
    pub(crate) async fn menu(&self, entry: &str) {
        let menu = self.word("menu");
        let entry = self.word(entry);
        self.back_to(&menu).await;
        self.press(&["Enter"]).await;
        self.stands_in("#thread-menu").await;
        self.step("ArrowDown", &entry).await;
        self.press(&["Enter"]).await;
    }

    /// What a short message offers to undo; others may be there, too.
    pub(crate) async fn undo(&self, message: &str) {
        let undo = self.word("undo");
        let script = format!(
            "return document.activeElement?.closest('.toast')?.textContent.includes({message:?}) ? 'here' : ''"
        );
        for _ in 0..9 {
            self.go_to(&undo).await;
            if self.says(&script).await == "here" {
                return self.press(&["Enter"]).await;
            }
            self.press(&["Tab"]).await;
        }
        panic!("nothing undoes `{message}`");
    }

    /// A line of the open conversation by the keyboard, then a key for it.
    pub(crate) async fn on_line(&self, text: &str, key: &str) {
        let log = self.word("thread");
        self.back_to(&log).await;
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            self.press(&["ArrowUp"]).await;
            let here = self.here().await;
            if here.contains(text) {
                return self.press(&[key]).await;
            }
            passed.push(here);
        }
        panic!("the arrows do not lead to `{text}`, but to {passed:?}");
    }
}
