//! A customer in a real Chromium on the shop's page.

use std::path::Path;

use thirtyfour::{Key, WindowHandle};

use crate::window::once_in_order;
use guichet_tests::drive::chromium;
use guichet_tests::drive::session::Session;

const MESSAGES: &str = "return document.querySelector('.log')?.innerText ?? ''";
const TEXT_BOX: &str = "#text";

/// A browser with the chat open.
pub(crate) struct Visitor {
    session: Session,
}

impl Visitor {
    /// Opens the shop, and the chat by its bubble.
    pub(crate) async fn visit(shop: &str, folder: &Path, logs: &Path) -> Self {
        let session = chromium::open("visitor", folder, logs).await;
        let visitor = Self { session };
        visitor.open_chat(shop).await;
        visitor
    }

    /// Opens the shop in this tab, and the chat by its bubble.
    async fn open_chat(&self, shop: &str) {
        self.session.page.goto(shop).await.expect("the shop opens");
        self.session.click("body > button").await;
        self.enter_chat().await;
    }

    async fn enter_chat(&self) {
        let frame = self.session.shown("iframe").await;
        frame.enter_frame().await.expect("the chat opens");
    }

    /// The tab that the visitor looks at.
    pub(crate) async fn tab(&self) -> WindowHandle {
        self.session.page.window().await.expect("a tab")
    }

    /// One more tab of the same browser with the shop, and the chat open in it.
    pub(crate) async fn open_tab(&self, shop: &str) -> WindowHandle {
        let tab = self.session.page.new_tab().await.expect("a tab");
        let switched = self.session.page.switch_to_window(tab.clone()).await;
        switched.expect("the tab opens");
        self.open_chat(shop).await;
        tab
    }

    pub(crate) async fn turn_to(&self, tab: &WindowHandle) {
        let switched = self.session.page.switch_to_window(tab.clone()).await;
        switched.expect("the tab is there");
        self.enter_chat().await;
    }

    /// Closes the tab that the visitor looks at; they look at none until they turn to one.
    pub(crate) async fn close_tab(&self) {
        self.session.page.close_window().await.expect("it closes");
    }

    /// Says who they are, and their first message.
    pub(crate) async fn introduce(&self, name: &str, email: &str, text: &str) {
        self.session.write("#name", name).await;
        self.session.write("#email", email).await;
        self.write(text).await;
    }

    pub(crate) async fn write(&self, text: &str) {
        self.session.write(TEXT_BOX, text).await;
        self.session.write(TEXT_BOX, Key::Enter).await;
    }

    /// These texts stand in the chat, each once, in this order.
    pub(crate) async fn reads(&self, texts: &[&str]) {
        let what = format!("the chat is not {texts:?}");
        let wanted = |page: &str| once_in_order(page, texts);
        self.session.until(MESSAGES, wanted, &what).await;
    }

    pub(crate) async fn says_nothing_of(&self, text: &str) {
        let what = format!("`{text}` is in the chat");
        let wanted = |page: &str| !page.contains(text);
        self.session.until(MESSAGES, wanted, &what).await;
    }

    /// The agent ended it: what follows would be another conversation.
    pub(crate) async fn chat_is_over(&self) {
        self.session.shown("button.wide").await;
    }

    pub(crate) async fn picture(&self, file: &Path) {
        self.session.page.screenshot(file).await.expect("a picture");
    }

    pub(crate) async fn close(self) {
        self.session.close().await;
    }
}
