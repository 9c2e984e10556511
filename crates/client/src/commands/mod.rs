//! What the screen may ask for. One function each; [`call`] is the only way in.

mod acting;
mod administering;
mod blocking;
mod closing;
mod contacts;
mod device;
mod emoji;
mod file;
mod information;
mod internal;
mod own;
mod presence;
mod reading;
mod session;
mod supervising;
mod template_desk;
mod templates;
mod writing;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::app::App;
use crate::error::CallError;
use crate::host::Host;

/// Every command's name and function; arguments are checked by the function's own type.
macro_rules! commands {
    ($($name:literal => $module:ident::$function:ident,)*) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$($name),*];

        /// Does what the screen asks for. Arguments that are unknown, missing or of another type are refused.
        pub async fn call<H: Host>(app: &App<H>, name: &str, args: Value) -> Result<Value, CallError> {
            match name {
                $($name => answer($module::$function(app, arguments(args)?).await?),)*
                _ => Err(CallError::new("unknown-command").with("name", name)),
            }
        }
    };
}

commands! {
    "session" => session::session,
    "sign_in" => session::sign_in,
    "join" => session::join,
    "sign_out" => session::sign_out,
    "connection" => session::connection,
    "words" => device::words,
    "settings" => device::settings,
    "save_settings" => device::save_settings,
    "emoji_habits" => emoji::habits,
    "save_emoji_habits" => emoji::save_habits,
    "test_ringtone" => device::test_ringtone,
    "copy" => device::copy,
    "open_link" => device::open_link,
    "focus" => device::focus,
    "list" => reading::list,
    "counts" => reading::counts,
    "thread" => reading::thread,
    "messages" => reading::messages,
    "transfer_targets" => reading::transfer_targets,
    "loads" => reading::loads,
    "unsent_drafts" => reading::unsent_drafts,
    "send" => writing::send,
    "note" => writing::note,
    "draft" => writing::draft,
    "delete_unsent_draft" => writing::delete_unsent_draft,
    "typing" => writing::typing,
    "take" => acting::take,
    "release" => acting::release,
    "ignore" => acting::ignore,
    "transfer" => acting::transfer,
    "add_contact" => acting::add_contact,
    "read" => acting::read,
    "mark_unread" => closing::mark_unread,
    "deal_with" => closing::deal_with,
    "archive" => closing::archive,
    "unarchive" => closing::unarchive,
    "end_session" => closing::end_session,
    "delete" => closing::delete,
    "undo_transfer" => closing::undo_transfer,
    "visit" => blocking::visit,
    "block_visitor" => blocking::block_visitor,
    "blocks" => blocking::blocks,
    "unblock" => blocking::unblock,
    "history" => information::history,
    "past_messages" => information::past_messages,
    "reach" => information::reach,
    "address_book" => contacts::address_book,
    "contact_history" => contacts::contact_history,
    "reach_contact" => contacts::reach_contact,
    "save_contact" => contacts::save_contact,
    "merge_contacts" => contacts::merge_contacts,
    "erase_contact" => contacts::erase_contact,
    "export_contact" => contacts::export_contact,
    "export_contacts" => contacts::export_contacts,
    "import_contacts" => contacts::import_contacts,
    "oversee" => supervising::oversee,
    "look_again" => supervising::look_again,
    "take_over" => supervising::take_over,
    "reassign" => supervising::reassign,
    "administration" => administering::administration,
    "new_id" => administering::new_id,
    "configure" => administering::configure,
    "invite" => administering::invite,
    "installations" => administering::installations,
    "audit" => administering::audit,
    "presence" => presence::presence,
    "set_status" => presence::set_status,
    "log_in" => presence::log_in,
    "set_name" => own::set_name,
    "set_photo" => own::set_photo,
    "remove_photo" => own::remove_photo,
    "photo" => own::photo,
    "change_password" => own::change_password,
    "devices" => own::devices,
    "end_device" => own::end_device,
    "colleagues" => internal::colleagues,
    "open_direct" => internal::open_direct,
    "open_group" => internal::open_group,
    "rename_group" => internal::rename_group,
    "add_members" => internal::add_members,
    "remove_member" => internal::remove_member,
    "leave" => internal::leave,
    "mute" => internal::mute,
    "templates" => templates::templates,
    "insert_template" => templates::insert_template,
    "managed_templates" => template_desk::managed_templates,
    "template_uses" => template_desk::template_uses,
    "save_template" => template_desk::save_template,
    "delete_template" => template_desk::delete_template,
    "move_template" => template_desk::move_template,
    "export_templates" => template_desk::export_templates,
    "import_templates" => template_desk::import_templates,
}

/// A command without arguments.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// The answer of a command that has none: `{}`.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Done {}

fn arguments<T: DeserializeOwned>(args: Value) -> Result<T, CallError> {
    let args = if args.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        args
    };
    serde_json::from_value(args)
        .map_err(|error| CallError::new("bad-arguments").with("detail", error.to_string()))
}

fn answer(answer: impl Serialize) -> Result<Value, CallError> {
    serde_json::to_value(answer).map_err(|error| {
        tracing::error!(%error, "an answer cannot be written");
        CallError::new("internal")
    })
}

/// A desktop shell runs commands on any thread.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::host::TestHost;

    fn can_be_sent<T: Send>(_: impl FnOnce(&'static App<TestHost>) -> T) {}

    #[test]
    fn commands_run_on_any_thread() {
        can_be_sent(|app| call(app, "session", Value::Null));
        can_be_sent(|app| app.sign_in_with_code("", ""));
        can_be_sent(App::shut_down);
    }
}
