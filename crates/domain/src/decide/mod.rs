//! What a command changes, or why it is refused.

mod company;
mod draft;
mod ownership;
mod presence;
mod reading;
mod templates;
mod writing;

use crate::command::{Command, Envelope};
use crate::{Event, Refusal, Situation, Timestamp};
use draft::Draft;

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
        } => writing::reply(&mut draft, *conversation, *message, text)?,
        Command::Note {
            conversation,
            message,
            text,
        } => writing::note(&mut draft, *conversation, *message, text)?,
        Command::Take { conversation } => ownership::take(&mut draft, *conversation)?,
        Command::Release { conversation } => ownership::release(&mut draft, *conversation)?,
        Command::Transfer {
            conversation,
            to,
            note,
            note_id,
        } => ownership::transfer(&mut draft, *conversation, *to, note.as_deref(), *note_id)?,
        Command::EndByVisitor { conversation } => {
            ownership::end_by_visitor(&mut draft, *conversation)?;
        }
        Command::Delete { conversation } => ownership::delete(&mut draft, *conversation)?,
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
        Command::AddContact {
            conversation,
            details,
        } => reading::add_contact(&mut draft, *conversation, details)?,
        Command::Ignore { conversation } => reading::ignore(&mut draft, *conversation)?,
        Command::AgentConnected { agent } => presence::connected(&mut draft, *agent, true)?,
        Command::AgentGone { agent } => presence::connected(&mut draft, *agent, false)?,
        Command::PutAgent { agent } => company::put_agent(&mut draft, agent)?,
        Command::SetGrants { agent, grants } => company::set_grants(&mut draft, *agent, grants)?,
        Command::SetActive { agent, active } => company::set_active(&mut draft, *agent, *active)?,
        Command::PutDepartment { department } => company::put_department(&mut draft, department)?,
        Command::PutQueue { queue } => company::put_queue(&mut draft, queue)?,
        Command::PutAccount { account } => company::put_account(&mut draft, account)?,
        Command::PutTemplate { template, content } => {
            templates::put(&mut draft, *template, content)?;
        }
        Command::DeleteTemplate { template } => templates::delete(&mut draft, *template)?,
        Command::MoveTemplate { template, after } => {
            templates::place(&mut draft, *template, *after)?;
        }
        Command::ImportTemplates { templates } => templates::import(&mut draft, templates)?,
        Command::UsedTemplate { template } => templates::used(&mut draft, *template)?,
    }
    Ok(draft.events)
}
