//! What a group of commands names, to be loaded.

use guichet_domain::{Actor, AgentId, Board, Command, Envelope, InternalAsk};

use crate::store::{AnswerKey, Wanted};

/// Under which key the answer of a command is stored.
pub(super) fn answer_key(envelope: &Envelope) -> AnswerKey {
    let author = match envelope.actor {
        Actor::Agent(agent) => format!("agent:{agent}"),
        Actor::Customer(account) => format!("customer:{account}"),
        Actor::Hub => "hub".to_owned(),
    };
    (author, envelope.id.to_string())
}

pub(super) fn wanted<'a>(
    board: &Board,
    envelopes: impl IntoIterator<Item = &'a Envelope>,
) -> Wanted {
    let mut wanted = Wanted::default();
    for envelope in envelopes {
        wanted.answers.insert(answer_key(envelope));
        wanted.messages.extend(envelope.command.message());
        if let Some(conversation) = envelope.command.conversation() {
            wanted.conversations.insert(conversation);
            if let Actor::Agent(agent) = envelope.actor {
                wanted.mine.insert((agent, conversation));
            }
        }
        match &envelope.command {
            Command::Receive {
                account, customer, ..
            } => {
                wanted.open_between.insert((*account, customer.contact));
                wanted.contacts.insert(customer.contact);
                loads_change(&mut wanted, board);
            }
            Command::AgentConnected { agent }
            | Command::AgentGone { agent }
            | Command::SetActive { agent, .. }
            | Command::SetStatus { agent, .. } => {
                waiting_for(&mut wanted, board, *agent);
                // They return to their queues, or may once the owner is away for too long.
                wanted.owned_by.insert(*agent);
            }
            Command::LogIn { queue, .. } => {
                wanted.waiting_in.insert(*queue);
            }
            Command::PutQueue { queue } => {
                wanted.waiting_in.insert(queue.id);
                let (before, now) = (board.queues.get(&queue.id), queue);
                if before.is_some_and(|before| before.lease_secs != now.lease_secs) {
                    wanted.owned_in.insert(queue.id);
                }
            }
            Command::PutDepartment { department } => {
                let queues = board.queues.values();
                let of = queues.filter(|queue| queue.department == Some(department.id));
                wanted.waiting_in.extend(of.map(|queue| queue.id));
            }
            Command::PutSettings { .. } => {
                wanted.waiting_in.extend(board.queues.keys());
            }
            Command::Unarchive { conversation } | Command::Transfer { conversation, .. } => {
                wanted.open_beside.insert(*conversation);
                loads_change(&mut wanted, board);
            }
            Command::Take { .. }
            | Command::Reply { .. }
            | Command::Release { .. }
            | Command::UndoTransfer { .. }
            | Command::TakeOver { .. }
            | Command::Reassign { .. }
            | Command::DealtWith { .. }
            | Command::EndSession { .. }
            | Command::BlockVisitor { .. }
            | Command::EndByVisitor { .. }
            | Command::CloseIdle { .. }
            | Command::TimePassed { .. } => loads_change(&mut wanted, board),
            Command::Delete { conversation }
            | Command::Expire { conversation }
            | Command::Internal {
                conversation,
                ask: InternalAsk::Leave | InternalAsk::RemoveMember { .. },
            } => {
                wanted.mine_of.insert(*conversation);
            }
            Command::NewContact { contact, .. } => {
                wanted.contacts.insert(*contact);
            }
            Command::EditContact { contact, .. } | Command::ExportContact { contact } => {
                wanted.contacts_whole.insert(*contact);
            }
            Command::MergeContacts { winner, loser } => {
                wanted.contacts_whole.extend([*winner, *loser]);
            }
            Command::EraseContact { contact } => {
                wanted.contacts_whole.insert(*contact);
                loads_change(&mut wanted, board);
            }
            Command::ImportContacts { contacts } => {
                wanted.contacts.extend(contacts.iter().map(|line| line.id));
                let country = &board.settings.country;
                let accepted = contacts.iter().map(|line| line.details.accepted(country));
                let looked_for = accepted.flatten().flat_map(|details| details.looked_for());
                wanted.identities.extend(looked_for);
            }
            Command::PutTemplate { template, content } => {
                wanted.templates.insert(*template);
                wanted.shelves.insert(content.department);
            }
            Command::ImportTemplates { templates } => {
                for line in templates {
                    wanted.templates.insert(line.id);
                    wanted.shelves.insert(line.content.department);
                }
            }
            Command::MoveTemplate { template, .. } => {
                wanted.around.insert(*template);
            }
            Command::DeleteTemplate { template } | Command::UsedTemplate { template } => {
                wanted.templates.insert(*template);
            }
            _ => {}
        }
    }
    wanted
}

/// Somebody owns one more, or one less: where that decides whom a queue rings, what waits there is looked at again.
fn loads_change(wanted: &mut Wanted, board: &Board) {
    let limited = board.queues.values().filter(|q| q.capacity.is_some());
    wanted.waiting_in.extend(limited.map(|queue| queue.id));
}

fn waiting_for(wanted: &mut Wanted, board: &Board, agent: AgentId) {
    wanted
        .waiting_in
        .extend(board.queues_of(agent).map(|queue| queue.id));
}
