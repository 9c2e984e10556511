//! What a command changes, or why it is refused.

mod accounts;
mod agents;
mod blocking;
mod closing;
mod company;
mod contacts;
mod draft;
mod internal;
mod own;
mod ownership;
mod presence;
mod queues;
mod reading;
mod ringing;
mod supervising;
mod templates;
mod writing;

use std::collections::BTreeSet;

use crate::command::{Command, Envelope};
use crate::{Event, Refusal, Situation, Timestamp};
use blocking::Terms;
use draft::Draft;
use ownership::Handing;
use writing::Line;

/// What `envelope` changes in `situation` at `now`. Every accepted command yields at least one event, except when
/// the state it asks for is there already (a second Take by the owner, an older read position).
///
/// An author who may not see what the command names is answered [`Refusal::NotFound`], as if it did not exist; only
/// who shares the queue of a conversation learns who won it ([`Refusal::Taken`]).
pub fn decide(
    situation: &Situation,
    envelope: &Envelope,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let mut draft = Draft::new(situation, envelope.actor, now);
    match &envelope.command {
        Command::Receive {
            account,
            customer,
            message,
            opens,
            text,
        } => writing::receive(&mut draft, *account, customer, *message, *opens, text)?,
        Command::Reply {
            conversation,
            message,
            text,
            quote,
        } => {
            let line = Line {
                message: *message,
                text,
                quote: *quote,
                mentions: &BTreeSet::new(),
            };
            writing::reply(&mut draft, *conversation, &line)?;
        }
        Command::Note {
            conversation,
            message,
            text,
            mentions,
        } => {
            let line = Line {
                message: *message,
                text,
                quote: None,
                mentions,
            };
            writing::note(&mut draft, *conversation, &line)?;
        }
        Command::Take { conversation } => ownership::take(&mut draft, *conversation)?,
        Command::Release { conversation } => ownership::release(&mut draft, *conversation)?,
        Command::Transfer {
            conversation,
            to,
            note,
            note_id,
        } => {
            let handing = Handing {
                to: *to,
                note: note.as_deref(),
                note_id: *note_id,
            };
            ownership::transfer(&mut draft, *conversation, &handing)?;
        }
        Command::UndoTransfer { conversation } => {
            ownership::undo_transfer(&mut draft, *conversation)?;
        }
        Command::Oversee { conversation } => supervising::oversee(&mut draft, *conversation)?,
        Command::TakeOver { conversation, from } => {
            supervising::take_over(&mut draft, *conversation, *from)?;
        }
        Command::Reassign {
            conversation,
            from,
            to,
            note,
            note_id,
        } => {
            let handing = Handing {
                to: *to,
                note: note.as_deref(),
                note_id: *note_id,
            };
            supervising::reassign(&mut draft, *conversation, *from, &handing)?;
        }
        Command::DealtWith { conversation } => closing::deal_with(&mut draft, *conversation)?,
        Command::Archive { conversation } => closing::archive(&mut draft, *conversation)?,
        Command::Unarchive { conversation } => closing::unarchive(&mut draft, *conversation)?,
        Command::EndSession { conversation } => closing::end_session(&mut draft, *conversation)?,
        Command::EndByVisitor { conversation } => {
            closing::end_by_visitor(&mut draft, *conversation)?;
        }
        Command::CloseIdle { conversation } => closing::close_idle(&mut draft, *conversation)?,
        Command::Expire { conversation } => closing::expire(&mut draft, *conversation)?,
        Command::TimePassed { conversation } => ringing::time_passed(&mut draft, *conversation)?,
        Command::Delete { conversation } => closing::delete(&mut draft, *conversation)?,
        Command::CustomerReceived {
            conversation,
            up_to,
        } => reading::customer_received(&mut draft, *conversation, *up_to)?,
        Command::CustomerRead {
            conversation,
            up_to,
        } => reading::customer_read(&mut draft, *conversation, *up_to)?,
        Command::Read {
            conversation,
            up_to,
        } => reading::read(&mut draft, *conversation, *up_to)?,
        Command::MarkUnread { conversation, from } => {
            reading::mark_unread(&mut draft, *conversation, *from)?;
        }
        Command::AddContact {
            conversation,
            details,
        } => reading::add_contact(&mut draft, *conversation, details)?,
        Command::NewContact { contact, details } => contacts::new(&mut draft, *contact, details)?,
        Command::EditContact { contact, details } => contacts::edit(&mut draft, *contact, details)?,
        Command::MergeContacts { winner, loser } => contacts::merge(&mut draft, *winner, *loser)?,
        Command::ImportContacts { contacts } => contacts::import(&mut draft, contacts)?,
        Command::ExportContact { contact } => contacts::export(&mut draft, *contact)?,
        Command::ExportContacts => contacts::export_all(&mut draft)?,
        Command::EraseContact { contact } => contacts::erase(&mut draft, *contact)?,
        Command::Ignore { conversation } => reading::ignore(&mut draft, *conversation)?,
        Command::Internal { conversation, ask } => internal::ask(&mut draft, *conversation, ask)?,
        Command::AgentConnected { agent } => presence::connected(&mut draft, *agent, true)?,
        Command::AgentGone { agent } => presence::connected(&mut draft, *agent, false)?,
        Command::SetStatus { agent, status } => {
            presence::set_status(&mut draft, *agent, *status)?;
        }
        Command::LogIn {
            agent,
            queue,
            logged_in,
        } => presence::log_in(&mut draft, *agent, *queue, *logged_in)?,
        Command::PutAgent { agent } => agents::put_agent(&mut draft, agent)?,
        Command::SetGrants { agent, grants } => agents::set_grants(&mut draft, *agent, grants)?,
        Command::SetActive { agent, active } => agents::set_active(&mut draft, *agent, *active)?,
        Command::Invite { agent } => agents::invite(&mut draft, *agent)?,
        Command::PutSettings { settings } => company::put_settings(&mut draft, settings)?,
        Command::PutDepartment { department } => company::put_department(&mut draft, department)?,
        Command::PutQueue { queue } => queues::put_queue(&mut draft, queue)?,
        Command::PutAccount { account } => accounts::put_account(&mut draft, account)?,
        Command::PutTemplate { template, content } => {
            templates::put(&mut draft, *template, content)?;
        }
        Command::DeleteTemplate { template } => templates::delete(&mut draft, *template)?,
        Command::MoveTemplate { template, after } => {
            templates::place(&mut draft, *template, *after)?;
        }
        Command::ImportTemplates { templates } => templates::import(&mut draft, templates)?,
        Command::BlockVisitor {
            conversation,
            network,
            block,
            reason,
            hours,
        } => {
            let terms = Terms {
                block: *block,
                reason: reason.as_deref(),
                hours: *hours,
            };
            blocking::block_visitor(&mut draft, *conversation, *network, &terms)?;
        }
        Command::BlockNetwork {
            network,
            block,
            reason,
            hours,
        } => {
            let terms = Terms {
                block: *block,
                reason: reason.as_deref(),
                hours: *hours,
            };
            blocking::block_network(&mut draft, *network, &terms)?;
        }
        Command::Unblock { block } => blocking::unblock(&mut draft, *block)?,
        Command::SetName { name } => own::set_name(&mut draft, name)?,
        Command::SetPhoto { photo } => own::set_photo(&mut draft, *photo)?,
        Command::ForgetBlocks => blocking::forget(&mut draft)?,
        Command::UsedTemplate { template } => templates::used(&mut draft, *template)?,
    }
    Ok(draft.events)
}
