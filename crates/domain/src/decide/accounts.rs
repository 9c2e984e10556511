//! Channel accounts, as administrators put them.

use url::{Origin, Url};

use super::company::may;
use super::draft::Draft;
use crate::{
    Account, Audited, Channel, DepartmentId, Event, Field, Greeting, Refusal, Right, Route,
    WidgetSettings, text,
};

/// Sites of one account at most.
const SITES: usize = 100;
/// Longest text of the widget, in characters.
const WORDS: usize = 500;

pub(super) fn put_account(draft: &mut Draft<'_>, account: &Account) -> Result<(), Refusal> {
    may(draft, Right::Configure, department(draft, account.route)?)?;
    if let Some(known) = draft.board().accounts.get(&account.id) {
        may(draft, Right::Configure, department(draft, known.route)?)?;
        if known.channel != account.channel {
            return Err(Refusal::NotOnThisChannel);
        }
    }
    let account = in_order(account)?;
    let same_key = |other: &Account| {
        other.id != account.id
            && other.public_key.is_some()
            && other.public_key == account.public_key
    };
    if draft.board().accounts.values().any(same_key) {
        return Err(Refusal::AlreadyInUse);
    }
    let id = account.id;
    draft.push(Event::AccountPut(account));
    draft.audit(Audited::AccountPut { account: id });
    Ok(())
}

/// Whose conversations come from it: the queue's department; one agent's are the company's.
fn department(draft: &Draft<'_>, route: Route) -> Result<Option<DepartmentId>, Refusal> {
    let board = draft.board();
    match route {
        Route::Queue(queue) => board.queues.get(&queue).map(|queue| queue.department),
        Route::Agent(agent) => board.agents.get(&agent).map(|_| None),
    }
    .ok_or(Refusal::NotFound)
}

/// The account as it is kept: names on one line, sites as browsers write an origin.
fn in_order(account: &Account) -> Result<Account, Refusal> {
    if account.sites.len() > SITES {
        return Err(Refusal::TooManyOf { limit: SITES });
    }
    let site = |site: &String| origin(site).ok_or(Refusal::invalid(Field::Site));
    let mut account = Account {
        name: text::single_line(&account.name).ok_or(Refusal::NameEmpty)?,
        sites: account.sites.iter().map(site).collect::<Result<_, _>>()?,
        ..account.clone()
    };
    if account.channel == Channel::LiveChat {
        // It identifies and does not authorise: what is known to be unique will do.
        let key = || format!("pub_{}", account.id.0.simple());
        account.public_key = Some(account.public_key.clone().unwrap_or_else(key));
        let widget = account.widget.unwrap_or_default();
        account.widget = Some(dressed(widget)?);
    }
    Ok(account)
}

fn dressed(widget: WidgetSettings) -> Result<WidgetSettings, Refusal> {
    if !widget.color.as_deref().is_none_or(is_color) {
        return Err(Refusal::invalid(Field::Color));
    }
    let is_page =
        |url: &String| Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if !widget.privacy.url.as_ref().is_none_or(is_page) {
        return Err(Refusal::invalid(Field::Link));
    }
    Ok(WidgetSettings {
        greeting: said(&widget.greeting)?,
        away: widget.away.as_ref().map(said).transpose()?,
        ..widget
    })
}

fn said(words: &Greeting) -> Result<Greeting, Refusal> {
    Ok(Greeting {
        fr: text::message_text(&words.fr, WORDS)?,
        en: text::message_text(&words.en, WORDS)?,
    })
}

fn origin(site: &str) -> Option<String> {
    let url = Url::parse(site.trim()).ok()?;
    let bare = url.path() == "/" && url.query().is_none() && url.username().is_empty();
    let origin = url.origin();
    let web = matches!(url.scheme(), "http" | "https") && matches!(origin, Origin::Tuple(..));
    (bare && web).then(|| origin.ascii_serialization())
}

fn is_color(color: &str) -> bool {
    let digits = color.strip_prefix('#');
    digits.is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|d| d.is_ascii_hexdigit()))
}
