//! Who supervises sees what colleagues own: a receptionist gives it to somebody else, a manager whispers and takes over.

use guichet_tests::visitor::Visitor;

use super::cast::Cast;
use crate::stage::Stage;

const LEA: &str = "Je voudrais retourner un article.";
const WHISPER: &str = "Propose-lui un bon.";

pub(super) async fn others_are_looked_after(stage: &Stage, cast: &Cast) {
    let Cast {
        rita,
        ines,
        marie,
        paul,
        ..
    } = cast;
    let lea = Visitor::arrive(stage.hub.address(), 9).await;
    let lea = lea.expect("the hub answers");
    let said = lea.introduce("Léa Moreau", LEA).await;
    said.expect("the hub answers");
    marie.open("Léa Moreau").await;
    marie.press(&["Control+Shift+A"]).await;
    marie.sees(&marie.word("deal-with")).await;

    rita.press(&["Control+4"]).await;
    rita.sees("Léa Moreau").await;
    rita.look(stage, "supervision").await;
    rita.row("Léa Moreau").await;
    rita.has_open("Léa Moreau").await;
    rita.finds(".log .msg").await;
    rita.look(stage, "overseen").await;
    rita.back_to(&rita.word("reassign")).await;
    rita.press(&["Enter"]).await;
    rita.stands_in("dialog input[type=search]").await;
    rita.write("102").await;
    rita.finds("dialog input:checked").await;
    rita.choose(&rita.word("transfer")).await;
    paul.open("Léa Moreau").await;
    marie.window.keeps_no_longer(LEA).await;

    ines.press(&["Control+4"]).await;
    ines.row("Léa Moreau").await;
    ines.has_open("Léa Moreau").await;
    ines.finds(".log .msg").await;
    ines.stands_in(".composer textarea").await;
    ines.write(WHISPER).await;
    ines.press(&["Enter"]).await;
    paul.sees(WHISPER).await;
    ines.back_to(&ines.word("take-over")).await;
    ines.press(&["Enter"]).await;
    ines.sees(&ines.word("state-mine")).await;
    paul.sees_no(LEA).await;
    ines.look(stage, "taken-over").await;
    ines.press(&["Control+Shift+D"]).await;
    ines.sees(&ines.word("dealt-with-done")).await;
}
