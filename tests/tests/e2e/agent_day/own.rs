//! What agents change about themselves.

use crate::desk::Desk;
use crate::stage::Stage;

pub(super) async fn marie_changes_what_is_hers(stage: &Stage, marie: &Desk) {
    marie.press(&["Control+/"]).await;
    marie.finds("dialog").await;
    marie.look(stage, "shortcuts").await;
    marie.press(&["Escape", "Control+3"]).await;
    marie.stands_in(".settings").await;
    marie.look(stage, "settings").await;
    marie.fill(&marie.word("own-name"), "Marie L.").await;
    marie.press(&["Enter"]).await;
    let status = |word: &str| marie.words("me", &[("name", "Marie L."), ("status", word)]);
    marie
        .back_to(&status(&marie.word("status-available")))
        .await;
    marie.press(&["Enter"]).await;
    marie.stands_in("#me-menu").await;
    marie.look(stage, "status").await;
    marie
        .step("ArrowDown", &marie.word("status-do_not_disturb"))
        .await;
    marie.press(&["Enter", "Escape"]).await;
    marie
        .back_to(&status(&marie.word("status-do_not_disturb")))
        .await;
    marie.go_to(&marie.word("password-change")).await;
    marie.press(&["Enter"]).await;
    marie.look(stage, "password").await;
    marie.press(&["Escape"]).await;
    marie.choose(&marie.word("sign-out")).await;
    marie.finds(".sign-in").await;
}
