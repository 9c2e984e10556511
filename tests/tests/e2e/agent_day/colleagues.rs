//! Colleagues write to each other: one to one, and in a group.

use super::cast::Cast;
use crate::desk::Desk;
use crate::stage::Stage;

const HI: &str = "Tu as une minute ?";
const YES: &str = "Oui, dis-moi.";
const PLAN: &str = "Réunion à 14 h.";
const LYON: &str = "Projet Lyon";

pub(super) async fn they_talk(stage: &Stage, cast: &Cast, nina: &Desk) {
    one_to_one(stage, &cast.marie, &cast.paul).await;
    in_a_group(stage, &cast.marie, &cast.paul, nina).await;
}

async fn one_to_one(stage: &Stage, marie: &Desk, paul: &Desk) {
    marie.press(&["Control+n"]).await;
    marie.stands_in("dialog input[type=search]").await;
    marie.look(stage, "new-chat").await;
    marie.write("pau").await;
    marie
        .finds("dialog button[type=submit]:not(:disabled)")
        .await;
    marie.press(&["Enter"]).await;
    marie.has_open("Paul Girard").await;
    says(marie, HI).await;
    paul.open("Marie Lefèvre").await;
    paul.sees(HI).await;
    says(paul, YES).await;
    marie.sees(YES).await;
    marie.look(stage, "chat").await;
    marie.menu("mute").await;
    marie.sees(&marie.word("is-muted")).await;
    marie.menu("archive").await;
    marie.sees(&marie.word("archive-done")).await;
}

async fn in_a_group(stage: &Stage, marie: &Desk, paul: &Desk, nina: &Desk) {
    marie.press(&["Control+n"]).await;
    marie.stands_in("dialog input[type=search]").await;
    for name in ["Paul Girard", "Nina Roy"] {
        marie.go_to(name).await;
        marie.press(&["Space"]).await;
    }
    marie.fill(&marie.word("group-name"), LYON).await;
    marie.look(stage, "new-group").await;
    marie.choose(&marie.word("create-group")).await;
    marie.has_open(LYON).await;
    says(marie, PLAN).await;
    nina.open(LYON).await;
    nina.sees(PLAN).await;
    paul.open(LYON).await;
    says(paul, YES).await;
    marie.sees(YES).await;
    marie.look(stage, "group").await;

    marie.menu("members-menu").await;
    marie.look(stage, "members").await;
    let remove = [("name", "Nina Roy")];
    marie.choose(&marie.words("remove-member", &remove)).await;
    nina.sees(&nina.word("gone-removed")).await;
    marie.press(&["Escape"]).await;
    marie.menu("rename").await;
    marie.fill(&marie.word("group-name"), "Lyon").await;
    marie.press(&["Enter"]).await;
    marie.sees_no(LYON).await;
    paul.menu("leave").await;
    paul.look(stage, "leave").await;
    paul.choose(&paul.word("leave")).await;
    paul.sees(&paul.word("gone-left")).await;
}

async fn says(desk: &Desk, text: &str) {
    desk.stands_in(".composer textarea").await;
    desk.write(text).await;
    desk.press(&["Enter"]).await;
    desk.sees(text).await;
}
