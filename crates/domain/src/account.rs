//! Channel accounts: where customers write to, and how the Live Chat widget presents itself.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AccountId, AgentId, Channel, QueueId};

/// One configured website, `WhatsApp` number, Facebook page or SMS number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Account {
    /// Which account.
    pub id: AccountId,
    /// The channel its customers write on.
    pub channel: Channel,
    /// As agents and visitors read it.
    pub name: String,
    /// Where new conversations go.
    pub route: Route,
    /// Live Chat: the key in the website's snippet. It identifies and does not authorise.
    pub public_key: Option<String>,
    /// Live Chat: origins (`https://shop.example`) that may show the widget.
    pub sites: Vec<String>,
    /// Live Chat: how the widget presents itself.
    pub widget: Option<WidgetSettings>,
}

/// Where an account's new conversations go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// To the agents of a queue.
    Queue(QueueId),
    /// To one agent, who owns them from the start.
    Agent(AgentId),
}

/// How the widget presents itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WidgetSettings {
    /// Accent colour as `#rrggbb`; `None` is Guichet's own.
    pub color: Option<String>,
    /// First words to a visitor.
    pub greeting: Greeting,
    /// What a visitor reads when nobody could answer yet; `None`: the widget's own words.
    #[serde(default)]
    pub away: Option<Greeting>,
    /// Is the visitor's name asked for?
    pub name: FieldRule,
    /// Is the visitor's e-mail asked for?
    pub email: FieldRule,
    /// What is said about personal data.
    pub privacy: Privacy,
    /// Where on the page it opens.
    #[serde(default)]
    pub corner: Corner,
}

/// The lower corner of the page that the widget takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Corner {
    #[default]
    Right,
    Left,
}

/// A text in the two languages of the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Greeting {
    pub fr: String,
    pub en: String,
}

/// Whether a form asks for a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum FieldRule {
    Off,
    #[default]
    Optional,
    Required,
}

/// What the widget says about personal data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Privacy {
    /// The company's privacy page.
    pub url: Option<String>,
    /// Is there a consent box, and must it be ticked?
    pub consent: FieldRule,
}

impl Default for WidgetSettings {
    fn default() -> Self {
        Self {
            color: None,
            greeting: Greeting {
                fr: "Bonjour, comment pouvons-nous vous aider\u{202f}?".to_owned(),
                en: "Hello, how can we help you?".to_owned(),
            },
            away: None,
            name: FieldRule::default(),
            email: FieldRule::default(),
            privacy: Privacy::default(),
            corner: Corner::default(),
        }
    }
}
