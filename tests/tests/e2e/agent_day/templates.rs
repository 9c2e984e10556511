//! The manager writes templates, orders them and takes them out as a file.

use crate::desk::Desk;
use crate::stage::Stage;

pub(super) const HELLO: &str = "Bonjour {{contact.first_name}}, ici {{agent.name}}.";

pub(super) async fn the_manager_writes(stage: &Stage, ines: &Desk) {
    ines.press(&["Control+3"]).await;
    ines.choose(&ines.word("template-manage")).await;
    ines.sees(&ines.word("template-none")).await;
    writes(stage, ines, "Bonjour", HELLO).await;
    writes(stage, ines, "Un instant", "Un instant, s’il vous plaît.").await;
    ines.look(stage, "templates").await;
    let down = ines.words("template-down", &[("title", "Bonjour")]);
    ines.choose(&down).await;
    let moved = [("title", "Bonjour"), ("other", "Un instant")];
    ines.sees(&ines.words("template-moved-behind", &moved))
        .await;
    writes(stage, ines, "Adieu", "Adieu.").await;
    let delete = ines.words("template-delete", &[("title", "Adieu")]);
    ines.choose(&delete).await;
    ines.look(stage, "template-delete").await;
    ines.choose(&ines.word("delete")).await;
    ines.sees_no("Adieu").await;
    ines.choose(&ines.word("template-export-csv")).await;
    ines.sees(&format!("{}.csv", ines.word("template-file")))
        .await;
    ines.choose(&ines.word("template-import")).await;
    ines.look(stage, "template-import").await;
    ines.press(&["Escape", "Escape", "Escape"]).await;
}

async fn writes(stage: &Stage, ines: &Desk, title: &str, text: &str) {
    ines.choose(&ines.word("template-new")).await;
    ines.fill(&ines.word("template-title"), title).await;
    ines.fill(&ines.word("template-category"), "Accueil").await;
    let tag = ines.language.as_str();
    let text_field = ines.words("template-in", &[("language", tag)]);
    ines.fill(&text_field, text).await;
    if title == "Bonjour" {
        ines.look(stage, "template").await;
    }
    ines.choose(&ines.word("save")).await;
    ines.sees_no(&ines.word("template-place")).await;
    ines.sees(title).await;
}
