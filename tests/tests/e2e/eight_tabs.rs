//! A visitor with the shop open in eight tabs. Over plain HTTP/1.1 a browser has six connections to a hub: a stream of
//! its own for each tab would leave none to send on.

use crate::agent::Agent;
use crate::stage::Stage;
use crate::visitor::Visitor;

const TABS: usize = 8;
const QUESTION: &str = "Bonjour, est-ce que la lampe existe en vert ?";
const ANSWER: &str = "Bonjour Zoé, oui, à partir de lundi.";

#[tokio::test(flavor = "multi_thread")]
async fn eight_tabs() {
    let stage = Stage::set("eight-tabs").await;
    let colleagues = stage.hub.colleagues().await;
    let marie = Agent::sign_in(stage.hub.address(), &colleagues[0]).await;
    let visitor = stage.visitor().await;
    visitor.introduce("Zoé", "zoe@example.com", QUESTION).await;
    visitor.reads(&[QUESTION]).await;
    let mut tabs = vec![visitor.tab().await];
    for _ in 1..TABS {
        tabs.push(visitor.open_tab(stage.hub.demo()).await);
        visitor.reads(&[QUESTION]).await;
    }
    assert_eq!(marie.visitor_streams().await, "1", "one for all tabs");

    let conversation = marie.conversation().await;
    marie.write(&conversation, ANSWER).await;
    for tab in &tabs {
        visitor.turn_to(tab).await;
        visitor.reads(&[QUESTION, ANSWER]).await;
    }

    let mut said = vec![QUESTION.to_owned(), ANSWER.to_owned()];
    for (number, tab) in tabs.iter().enumerate() {
        visitor.turn_to(tab).await;
        // What the tab before wrote is here once the hub has it.
        reads(&visitor, &said).await;
        said.push(format!("Message de l'onglet {number}."));
        visitor.write(said.last().expect("a text")).await;
    }
    for tab in &tabs {
        visitor.turn_to(tab).await;
        reads(&visitor, &said).await;
    }

    // The tab that reads the stream goes; another takes over, and all the others still hear.
    visitor.turn_to(&tabs[0]).await;
    visitor.close_tab().await;
    said.push("Je vous en mets une de côté ?".to_owned());
    marie
        .write(&conversation, said.last().expect("a text"))
        .await;
    for tab in &tabs[1..] {
        visitor.turn_to(tab).await;
        reads(&visitor, &said).await;
    }
    assert_eq!(marie.visitor_streams().await, "1", "one for the tabs left");
    visitor.picture(&stage.picture("the-last-tab")).await;
    visitor.close().await;
}

/// Everything that was said, each once, in its order.
async fn reads(visitor: &Visitor, said: &[String]) {
    let texts: Vec<&str> = said.iter().map(String::as_str).collect();
    visitor.reads(&texts).await;
}
