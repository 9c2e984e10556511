//! What an agent may no longer see leaves the files of their computer, however it came to that; what they wrote stays.

use guichet_hub::Clock;
use guichet_hub::admin::AdminCommand;
use guichet_protocol::ConfigurationCommand;
use guichet_tests::colleague::Colleague;
use guichet_tests::visitor::Visitor;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::door::Door;

const CUSTOMER: &str = "Zoé Kerguelen";
const QUESTION: &str = "Bonjour, où est ma commande 42 ?";
const REPLY: &str = "Je regarde tout de suite.";
const NOTE: &str = "Cliente fidèle";
const DRAFT: &str = "Elle part demain matin";

struct Office {
    door: Door,
    folder: TempDir,
    marie: Colleague,
    paul: Colleague,
    ines: Colleague,
    conversation: String,
}

impl Office {
    /// A customer wrote; everybody of the queue sees it, and Paul began an answer.
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let door = Door::open(&folder.path().join("hub"), Clock::system()).await;
        let marie = door.colleague(folder.path(), "marie").await;
        let paul = door.colleague(folder.path(), "paul").await;
        let ines = door.colleague(folder.path(), "ines").await;
        let visitor = Visitor::arrive(&door.url(), 0).await.expect("arrives");
        let introduced = visitor.introduce(CUSTOMER, QUESTION).await;
        introduced.expect("is heard");
        for agent in [&marie, &paul] {
            agent.until("saw it", async || lists(agent).await).await;
        }
        let row = &paul.rows("recents").await[0];
        let conversation = row["id"].as_str().expect("an id").to_owned();
        let office = Self {
            door,
            folder,
            marie,
            paul,
            ines,
            conversation,
        };
        office
            .does(&office.paul, "draft", json!({ "text": DRAFT }))
            .await;
        office
    }

    async fn does(&self, agent: &Colleague, name: &str, mut args: Value) {
        args["conversation"] = json!(self.conversation);
        let done = agent.call(name, args).await;
        done.unwrap_or_else(|error| panic!("{}: {name}: {error:?}", agent.name));
    }

    /// Paul takes it, answers and leaves a note; his draft is a new one.
    async fn paul_answers(&self) {
        self.does(&self.paul, "send", json!({ "text": REPLY }))
            .await;
        self.does(&self.paul, "note", json!({ "text": NOTE })).await;
        self.does(&self.paul, "draft", json!({ "text": DRAFT }))
            .await;
        let sent = async || self.paul.waiting().await == 0;
        self.paul.until("had sent it", sent).await;
        self.keeps(&[CUSTOMER, QUESTION, REPLY, NOTE]);
    }

    /// Paul's computer holds these words: the search of the bytes finds what is there.
    fn keeps(&self, words: &[&str]) {
        for word in words {
            assert!(!self.paul.keeps(word).is_empty(), "{word}");
        }
    }

    /// Paul's computer holds nothing of the customer, but his own words.
    async fn paul_forgets(&self) {
        let empty = async || !lists(&self.paul).await;
        self.paul.until("lost it", empty).await;
        let theirs = [CUSTOMER, QUESTION, REPLY, NOTE];
        self.paul.keeps_no_longer(&theirs).await;
        self.keeps(&[DRAFT]);
    }

    async fn draft_is_unsent(&self, paul: &Colleague) {
        let unsent = async || paul.unsent().await == [DRAFT];
        paul.until("had the draft among the unsent", unsent).await;
    }

    async fn close(self) {
        for agent in [&self.marie, &self.paul, &self.ines] {
            agent.app.shut_down().await;
        }
        self.door.hub.stop().await.expect("stops");
    }
}

/// Who is signed out lists nothing.
async fn lists(agent: &Colleague) -> bool {
    let asked = json!({ "view": "recents", "offset": 0, "limit": 9 });
    let list = agent.call("list", asked).await.unwrap_or_default();
    list["total"].as_u64().unwrap_or_default() > 0
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lost_the_race_forgets() {
    let office = Office::open().await;
    office.keeps(&[CUSTOMER, QUESTION]);
    let answer = json!({ "text": "Bonjour Zoé" });
    office.does(&office.marie, "send", answer).await;
    office.paul_forgets().await;
    office.draft_is_unsent(&office.paul).await;
    office.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_transferred_forgets() {
    let office = Office::open().await;
    office.paul_answers().await;
    let to = json!({ "agent": office.marie.id, "note": "À toi" });
    office.does(&office.paul, "transfer", to).await;
    office.paul_forgets().await;
    office.draft_is_unsent(&office.paul).await;
    office.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_out_of_the_queue_forgets() {
    let office = Office::open().await;
    office.keeps(&[CUSTOMER, QUESTION]);
    let company = office.ines.call("administration", json!({})).await;
    let mut queue = company.expect("a company")["queues"][0].clone();
    queue["members"] = json!([office.marie.id]);
    let command = json!({ "command": { "do": "put_queue", "queue": queue } });
    office.ines.call("configure", command).await.expect("done");
    office.paul_forgets().await;
    office.draft_is_unsent(&office.paul).await;
    office.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_deactivated_forgets() {
    let office = Office::open().await;
    office.paul_answers().await;
    let email = "paul@demo.guichet.test".to_owned();
    let deactivate = AdminCommand::AgentDeactivate {
        email: email.clone(),
    };
    office.door.admin(deactivate).await;
    office.paul_forgets().await;
    // It is back in the queue, for who is still there.
    let marie = &office.marie;
    let back = async || lists(marie).await;
    marie.until("had it back", back).await;
    let answer = json!({ "text": "Bonjour Zoé" });
    office.does(marie, "send", answer).await;

    let command = ConfigurationCommand::SetActive {
        agent: office.paul.id,
        active: true,
    };
    office.door.admin(AdminCommand::Configure { command }).await;
    office.paul.app.shut_down().await;
    let paul = office.door.colleague(office.folder.path(), "paul").await;
    office.draft_is_unsent(&paul).await;
    paul.app.shut_down().await;
    office.close().await;
}
