//! System notifications, shown and taken away in the order the client asked, off its threads.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use guichet_client::Notification;
use guichet_domain::ConversationId;
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_notification::NotificationExt as _;

use crate::bridge::Desk;

/// The key under which a notification carries its conversation.
const CONVERSATION: &str = "conversation";

enum Order {
    Show(Notification),
    Withdraw(ConversationId),
}

/// Where orders are left.
#[derive(Clone)]
pub(crate) struct Notifier {
    orders: Sender<Order>,
}

impl Notifier {
    /// A thread that talks to the system: that may take a while, or never answer.
    pub(crate) fn start<R: Runtime>(handle: AppHandle<R>) -> Self {
        let (orders, todo) = channel();
        thread::spawn(move || work(&handle, &todo));
        Self { orders }
    }

    pub(crate) fn show(&self, notification: Notification) {
        self.order(Order::Show(notification));
    }

    pub(crate) fn withdraw(&self, conversation: ConversationId) {
        self.order(Order::Withdraw(conversation));
    }

    fn order(&self, order: Order) {
        // The thread ends only with the app.
        let _ = self.orders.send(order);
    }
}

fn work<R: Runtime>(handle: &AppHandle<R>, orders: &Receiver<Order>) {
    listen(handle);
    while let Ok(order) = orders.recv() {
        let done = match order {
            Order::Show(notification) => show(handle, notification),
            Order::Withdraw(conversation) => withdraw(handle, conversation),
        };
        if let Err(error) = done {
            tracing::warn!(%error, "the system shows no notifications");
        }
    }
}

fn show<R: Runtime>(
    handle: &AppHandle<R>,
    notification: Notification,
) -> tauri_plugin_notification::Result<()> {
    // One notification a conversation: the latest.
    withdraw(handle, notification.conversation)?;
    handle
        .notification()
        .builder()
        .id(number_of(notification.conversation))
        .title(notification.title)
        .body(notification.body)
        .extra(CONVERSATION, notification.conversation.to_string())
        .show()
}

fn withdraw<R: Runtime>(
    handle: &AppHandle<R>,
    conversation: ConversationId,
) -> tauri_plugin_notification::Result<()> {
    handle
        .notification()
        .remove_active(vec![number_of(conversation)])
}

/// A click opens the conversation.
fn listen<R: Runtime>(handle: &AppHandle<R>) {
    let desk = handle.clone();
    let listening = handle.notification().on_action(move |action| {
        let conversation = action.notification().and_then(|notification| {
            notification
                .extra()
                .get(CONVERSATION)?
                .as_str()?
                .parse()
                .ok()
        });
        if let Some(conversation) = conversation
            && let Some(app) = desk.try_state::<Desk>().and_then(|desk| desk.app())
        {
            app.notification_clicked(conversation);
        }
    });
    if let Err(error) = listening {
        tracing::warn!(%error, "clicks on notifications are not heard");
    }
}

/// The number under which the system knows the notification: the id's last, random bytes.
fn number_of(conversation: ConversationId) -> i32 {
    let bytes = conversation.0.as_bytes();
    i32::from_be_bytes([bytes[12], bytes[13], bytes[14], bytes[15]])
}
