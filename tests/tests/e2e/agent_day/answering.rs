//! A customer writes: one agent answers with everything there is, and gives the conversation to another.

use super::cast::Cast;
use crate::stage::Stage;

const QUESTION: &str = "Bonjour, où est ma commande 42 ?";
const FOUND: &str = "Elle part demain.";
const THANKS: &str = "Merci ! Et la facture ?";
const BILL: &str = "La voici.";
const HAND_OVER: &str = "Elle attend sa facture";
const SECRET: &str = "Cliente fidèle";

pub(super) async fn marie_answers(stage: &Stage, cast: &Cast) {
    let Cast {
        marie, paul, zoe, ..
    } = cast;
    marie.look(stage, "nothing-yet").await;
    zoe.introduce("Zoé", "zoe@example.test", QUESTION).await;
    paul.sees(QUESTION).await;
    marie.open("Zoé").await;
    marie.look(stage, "ringing").await;
    marie.choose(&marie.word("add-contact")).await;
    marie.look(stage, "add-contact").await;
    marie.choose(&marie.word("add")).await;
    let banner = marie.words("unknown-sender", &[("name", "Zoé")]);
    marie.sees_no(&banner).await;

    marie.press(&["Control+Shift+A"]).await;
    marie.sees(&marie.word("deal-with")).await;
    paul.window.lists_nothing().await;

    marie.stands_in(".composer textarea").await;
    marie.press(&["Control+j"]).await;
    marie.finds(".template-panel [role=option]").await;
    marie.look(stage, "template-panel").await;
    marie.press(&["Escape"]).await;
    marie.stands_in(".composer textarea").await;
    marie.write("/bon").await;
    marie.finds(".slash-menu").await;
    marie.press(&["Enter"]).await;
    marie.holds("Bonjour Zoé, ici Marie Lefèvre.").await;
    marie.press(&["Enter"]).await;
    zoe.reads(&[QUESTION, "Bonjour Zoé, ici Marie Lefèvre."])
        .await;

    marie.on_line(QUESTION, "r").await;
    marie.finds(".quoted").await;
    marie.stands_in(".composer textarea").await;
    marie.write(FOUND).await;
    marie.press(&["Enter"]).await;
    marie.finds(".msg blockquote").await;
    marie.on_line(QUESTION, "c").await;
    marie.sees(&marie.word("copied")).await;
    marie.press(&["Escape"]).await;

    marie.stands_in(".composer textarea").await;
    marie.press(&["Control+."]).await;
    marie.finds(".emoji-grid [role=option]").await;
    marie.look(stage, "emoji").await;
    marie.write("bye").await;
    marie
        .finds(".emoji-grid [aria-label]:first-child:nth-last-child(-n + 9)")
        .await;
    marie.press(&["Enter"]).await;
    marie.holds("👋").await;
    marie.press(&["Control+z"]).await;
    marie.holds("").await;

    marie.press(&["Control+Shift+N"]).await;
    marie.write("Cliente fidèle @pau").await;
    marie.finds("#mention-list").await;
    marie.look(stage, "mention").await;
    marie.press(&["Enter", "Enter"]).await;
    marie.sees("Cliente fidèle @Paul Girard").await;
    zoe.says_nothing_of(SECRET).await;

    zoe.write(THANKS).await;
    marie.sees(THANKS).await;
    marie.press(&["Control+i"]).await;
    marie.sees(&marie.word("fact-page")).await;
    marie.sees(&marie.word("history-none")).await;
    marie.look(stage, "information").await;
    marie.press(&["Escape"]).await;
    marie.press(&["Control+Shift+U"]).await;
    marie.finds(".row .unread").await;
    marie.look(stage, "unread").await;
}

pub(super) async fn paul_goes_on(stage: &Stage, cast: &Cast) {
    let Cast {
        marie, paul, zoe, ..
    } = cast;
    marie.open("Zoé").await;
    marie.press(&["Control+Shift+T"]).await;
    marie.stands_in("dialog input[type=search]").await;
    marie.write("102").await;
    marie.finds("dialog input:checked").await;
    let note = marie.word("transfer-note");
    marie.fill(&note, HAND_OVER).await;
    marie.look(stage, "transfer").await;
    marie.choose(&marie.word("transfer")).await;
    marie.window.lists_nothing().await;
    for text in [QUESTION, FOUND, THANKS, HAND_OVER] {
        marie.window.keeps_no_longer(text).await;
    }

    paul.open("Zoé").await;
    paul.sees(HAND_OVER).await;
    paul.stands_in(".composer textarea").await;
    paul.write(BILL).await;
    paul.press(&["Enter"]).await;
    zoe.reads(&[QUESTION, FOUND, THANKS, BILL]).await;
    zoe.says_nothing_of(HAND_OVER).await;
    paul.look(stage, "answered").await;
    paul.menu("release").await;
    paul.sees(&paul.word("take")).await;
    marie.sees(BILL).await;
}
