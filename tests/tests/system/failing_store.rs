//! A store that takes a group and fails to keep it: the company the hub works on stays the one that is stored.

use guichet_domain::{Actor, Agent, AgentId, Command, CommandId, Envelope, Refusal};
use guichet_hub::clock::new_id;
use guichet_hub::committer::SubmitError;
use guichet_hub::hub::{DATABASE, Hub};
use guichet_hub::{Clock, Config};
use guichet_protocol::CommandResult;
use sqlx::{Connection, Executor, SqliteConnection};
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn an_agent_who_could_not_be_stored_is_not_in_the_company() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config {
        data: folder.path().to_owned(),
        ..Config::default()
    };
    let stop = CancellationToken::new();
    let hub = Hub::open(config, Clock::system(), stop)
        .await
        .expect("opens");
    let file = format!("sqlite://{}", folder.path().join(DATABASE).display());
    let mut database = SqliteConnection::connect(&file).await.expect("opens");
    let agent = Agent::new(AgentId(new_id()), "Marie", "marie@guichet.test");
    let id = agent.id;
    let put = || Command::PutAgent {
        agent: agent.clone(),
    };

    let full = "CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'no room'); END";
    database
        .execute(full)
        .await
        .expect("the store fails from here");
    assert_eq!(ask(&hub, put()).await, Err(SubmitError::Unavailable));
    database
        .execute("DROP TRIGGER full")
        .await
        .expect("room again");

    assert!(hub.committer.board().agents.is_empty());
    let unknown = CommandResult::Refused {
        refusal: Refusal::NotFound,
    };
    let connected = Command::AgentConnected { agent: id };
    assert_eq!(ask(&hub, connected.clone()).await, Ok(unknown));

    for command in [put(), connected] {
        let done = ask(&hub, command).await;
        assert!(matches!(done, Ok(CommandResult::Done { .. })), "{done:?}");
    }
    assert!(hub.committer.board().agents[&id].is_available());
}

async fn ask(hub: &Hub, command: Command) -> Result<CommandResult, SubmitError> {
    let envelope = Envelope {
        actor: Actor::Hub,
        id: CommandId(new_id()),
        command,
    };
    hub.committer.submit(envelope).await
}
