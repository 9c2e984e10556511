//! An agent's keyboard: keys, and the way from one named thing to the next by Tab.

use std::time::{Duration, Instant};

use thirtyfour::Key;

use crate::desk::Desk;
use guichet_tests::drive::session::PATIENCE;

/// What has the keyboard, by its name; nothing when it is lost. Marks that keep names apart are not seen.
const HERE: &str = r"
const here = document.activeElement;
if (!here || here === document.body) return '';
const text = (node) => !node || node.nodeType === 3 ? node?.textContent ?? ''
  : node.matches('select, textarea, [aria-hidden=true]') ? '' : [...node.childNodes].map(text).join(' ');
const by = here.getAttribute('aria-labelledby')?.split(' ').map((id) => text(document.getElementById(id))).join(' ');
const label = here.labels?.length ? [...here.labels[0].childNodes].map(text).join(' ') : undefined;
const name = here.getAttribute('aria-label') ?? by ?? label ?? text(here);
return name.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim() || here.localName;";

/// Between two keys.
const AT_ONCE: Option<Duration> = Some(Duration::ZERO);

/// After so long a drop-down takes a letter for the first one.
const FORGOTTEN: Duration = Duration::from_millis(1200);

/// As many stops of Tab as no screen has.
pub(crate) const STOPS: usize = 90;

impl Desk {
    /// Keys one after the other, such as `Control+Shift+A`.
    pub(crate) async fn press(&self, keys: &[&str]) {
        for chord in keys {
            let names: Vec<&str> = chord.split('+').collect();
            let (last, held) = names.split_last().expect("a key");
            let mut chain = self
                .window
                .session
                .page
                .action_chain_with_delay(AT_ONCE, AT_ONCE);
            for name in held {
                chain = chain.key_down(key(name));
            }
            chain = chain.key_down(key(last)).key_up(key(last));
            for name in held.iter().rev() {
                chain = chain.key_up(key(name));
            }
            let pressed = chain.perform().await;
            pressed.unwrap_or_else(|error| panic!("{chord} cannot be pressed: {error}"));
        }
    }

    /// Types where the keyboard is.
    pub(crate) async fn write(&self, text: &str) {
        let page = &self.window.session.page;
        let typed = page
            .action_chain_with_delay(AT_ONCE, AT_ONCE)
            .send_keys(text);
        let typed = typed.perform().await;
        typed.unwrap_or_else(|error| panic!("`{text}` cannot be typed: {error}"));
    }

    /// Types instead of what the field holds.
    pub(crate) async fn fill(&self, field: &str, text: &str) {
        self.go_to(field).await;
        self.press(&["Control+a"]).await;
        self.write(text).await;
    }

    /// The same for a field that lies before what has the keyboard.
    pub(crate) async fn fill_back(&self, field: &str, text: &str) {
        self.back_to(field).await;
        self.fill(field, text).await;
    }

    /// Chooses what has these words in a drop-down, as one types its beginning.
    pub(crate) async fn pick(&self, field: &str, id: &str) {
        self.go_to(field).await;
        self.pick_words(&self.word(id)).await;
    }

    /// The same in the one that has the keyboard. What was typed a moment ago would be the beginning of the word.
    pub(crate) async fn pick_words(&self, option: &str) {
        const CHOSEN: &str = r"
            const name = document.activeElement?.selectedOptions?.[0]?.textContent ?? '';
            return name.replace(/[\u2066-\u2069]/g, '')";
        let deadline = Instant::now() + PATIENCE;
        loop {
            self.write(option).await;
            if self.says(CHOSEN).await == option {
                return;
            }
            assert!(Instant::now() < deadline, "`{option}` is not chosen");
            tokio::time::sleep(FORGOTTEN).await;
        }
    }

    /// Tab until the keyboard is on what has this name.
    pub(crate) async fn go_to(&self, name: &str) {
        self.walk("Tab", name).await;
    }

    /// Back to what has this name.
    pub(crate) async fn back_to(&self, name: &str) {
        self.walk("Shift+Tab", name).await;
    }

    /// What has this name is pressed.
    pub(crate) async fn choose(&self, name: &str) {
        self.go_to(name).await;
        self.press(&["Enter"]).await;
    }

    /// The same for what lies before.
    pub(crate) async fn choose_back(&self, name: &str) {
        self.back_to(name).await;
        self.press(&["Enter"]).await;
    }

    /// The arrows until this has the keyboard.
    pub(crate) async fn step(&self, arrow: &str, name: &str) {
        self.walk(arrow, name).await;
    }

    pub(crate) async fn walk(&self, step: &str, name: &str) {
        let name = &name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.keyboard_is_somewhere().await;
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            let here = self.here().await;
            if here == *name || here.starts_with(&format!("{name} ")) {
                return;
            }
            passed.push(here);
            self.press(&[step]).await;
        }
        panic!("{step} does not lead to `{name}`, but to {passed:?}");
    }

    /// The keyboard is somewhere: after every action, nobody must look for it.
    pub(crate) async fn keyboard_is_somewhere(&self) {
        let what = "the keyboard is lost";
        let somewhere = |here: &str| !here.is_empty();
        self.window.session.until(HERE, somewhere, what).await;
    }

    /// What has the keyboard.
    pub(crate) async fn here(&self) -> String {
        self.says(HERE).await
    }

    pub(crate) async fn is_in(&self, css: &str) -> bool {
        let script = format!("return Boolean(document.activeElement?.closest({css:?}))");
        let here = self.window.session.page.execute(script, Vec::new()).await;
        here.expect("the script runs").json().as_bool() == Some(true)
    }

    /// The keyboard comes here by itself.
    pub(crate) async fn stands_in(&self, css: &str) {
        let script = format!(
            "const here = document.activeElement;
             return here?.closest({css:?}) ? 'here' : here?.outerHTML.slice(0, 200) ?? ''"
        );
        let what = format!("the keyboard does not come to `{css}`");
        let session = &self.window.session;
        session.until(&script, |here| here == "here", &what).await;
    }
}

fn key(name: &str) -> char {
    let mut letters = name.chars();
    let first = letters.next().expect("a key");
    if letters.next().is_none() {
        return first;
    }
    let named = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => Key::Space,
        "Home" => Key::Home,
        "End" => Key::End,
        "ArrowDown" => Key::Down,
        "ArrowUp" => Key::Up,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Delete" => Key::Delete,
        "F6" => Key::F6,
        other => panic!("there is no key {other}"),
    };
    named.value()
}
