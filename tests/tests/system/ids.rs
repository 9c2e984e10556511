//! An id is one author's for one command: whoever comes with another's is refused, and harms nobody.

use guichet_domain::{
    Actor, Body, Command, CommandId, ConversationId, Envelope, Message, MessageId,
};
use guichet_hub::committer::SubmitError;
use guichet_hub::store::Store;
use guichet_protocol::CommandResult;
use uuid::Uuid;

use crate::core::Core;
use crate::history;

#[tokio::test]
async fn a_message_id_of_another_author_is_refused_and_the_rest_of_its_group_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let core = Core::open(folder.path()).await;
    history::found(&core).await;
    let first = id(1);
    let (actor, question) = history::receive(0, 0);
    let Command::Receive { opens, text, .. } = &question else {
        panic!("a question");
    };
    let (conversation, asked) = (*opens, text.clone());
    say(&core, actor, first, with_message(question, first))
        .await
        .expect("is stored");

    let reply = |text: &str, id: CommandId| Command::Reply {
        conversation,
        message: MessageId(id.0),
        text: text.to_owned(),
        quote: None,
    };
    let marie = Actor::Agent(history::agent(0));
    let (before, after) = (id(2), id(3));
    // One group, if the committer is busy; each for itself, if not.
    let answers = tokio::join!(
        say(&core, marie, before, reply("before", before)),
        say(&core, marie, first, reply("stolen", first)),
        say(&core, marie, after, reply("after", after)),
    );
    assert!(matches!(answers.0, Ok(CommandResult::Done { .. })));
    assert_eq!(answers.1, Err(SubmitError::IdReused));
    assert!(matches!(answers.2, Ok(CommandResult::Done { .. })));
    let again = say(&core, marie, first, reply("stolen", first)).await;
    assert_eq!(again, Err(SubmitError::IdReused), "however often it comes");
    assert_eq!(
        texts(&core, conversation).await,
        [&asked, "before", "after"]
    );
}

#[tokio::test]
async fn of_two_authors_with_one_new_id_the_first_is_heard() {
    let folder = tempfile::tempdir().expect("a folder");
    let core = Core::open(folder.path()).await;
    history::found(&core).await;
    let one = id(1);
    let (actor, question) = history::receive(0, 0);
    let (other, elsewhere) = history::receive(1, 1);
    let answers = tokio::join!(
        say(&core, actor, one, with_message(question, one)),
        say(&core, other, one, with_message(elsewhere, one)),
    );
    assert!(matches!(answers.0, Ok(CommandResult::Done { .. })));
    assert_eq!(answers.1, Err(SubmitError::IdReused));
}

fn id(n: u128) -> CommandId {
    CommandId(Uuid::from_u128(0x900 + n))
}

/// A message has its command's id.
fn with_message(mut command: Command, id: CommandId) -> Command {
    if let Command::Receive { message, .. } = &mut command {
        *message = MessageId(id.0);
    }
    command
}

async fn say(
    core: &Core,
    actor: Actor,
    id: CommandId,
    command: Command,
) -> Result<CommandResult, SubmitError> {
    let envelope = Envelope { actor, id, command };
    core.committer.submit(envelope).await
}

async fn texts(core: &Core, conversation: ConversationId) -> Vec<String> {
    let lines = core.store.messages(conversation, None, 100).await;
    let text = |line: Message| match line.body {
        Body::Text(text) => Some(text),
        _ => None,
    };
    lines.expect("reads").into_iter().filter_map(text).collect()
}
