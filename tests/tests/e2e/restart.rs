//! A window that is closed and opened again, without a hub: all is there, the half-written answer too.

use crate::stage::Stage;
use crate::window::FRENCH_AND_LIGHT;

const QUESTION: &str = "Bonjour, livrez-vous le samedi ?";
const HALF: &str = "Bonjour Zoé, oui, ";
const REST: &str = "entre 9 h et midi.";

#[tokio::test(flavor = "multi_thread")]
async fn restart() {
    let mut stage = Stage::set("restart").await;
    let colleagues = stage.hub.colleagues().await;
    let marie = stage.agent("marie", FRENCH_AND_LIGHT, &colleagues[0]).await;
    let visitor = stage.visitor().await;
    visitor.introduce("Zoé", "zoe@example.test", QUESTION).await;
    marie.lists(QUESTION).await;
    marie.open_the_conversation().await;
    marie.take().await;
    marie.begin(HALF).await;
    marie.lists(HALF.trim()).await;
    marie.picture(&stage.picture("half-written")).await;
    marie.close().await;

    stage.hub.kill().await;
    let marie = stage.again("marie", FRENCH_AND_LIGHT).await;
    marie.lists(HALF.trim()).await;
    marie.open_the_conversation().await;
    marie.reads(&[QUESTION]).await;
    marie.is_offline().await;
    marie
        .picture(&stage.picture("opened-again-without-a-hub"))
        .await;
    marie.answer(REST).await;
    let whole = format!("{HALF}{REST}");
    marie.reads(&[QUESTION, &whole]).await;
    marie
        .picture(&stage.picture("answered-without-a-hub"))
        .await;

    stage.hub.restart().await;
    visitor.reads(&[QUESTION, &whole]).await;
    visitor.picture(&stage.picture("answer-arrived")).await;
    visitor.close().await;
    marie.close().await;
}
