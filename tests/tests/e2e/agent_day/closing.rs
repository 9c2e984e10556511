//! What is over: ended, dealt with, brought back, archived, kept out.

use std::net::Ipv4Addr;

use guichet_tests::visitor::Visitor;

use super::cast::Cast;
use crate::stage::Stage;

const HUGO: &str = "La veste taille-t-elle grand ?";
/// Of the networks for examples: what is within a company is never blocked.
const ADDRESS: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 9);
const RUDE: &str = "Vous êtes nuls";

pub(super) async fn marie_closes(stage: &Stage, cast: &Cast) {
    let Cast { marie, zoe, .. } = cast;
    let hugo = Visitor::arrive(stage.hub.address(), 7).await;
    let hugo = hugo.expect("the hub answers");
    let said = hugo.introduce("Hugo Petit", HUGO).await;
    said.expect("the hub answers");

    marie.press(&["Control+2"]).await;
    marie.sees("Hugo Petit").await;
    marie.look(stage, "waiting").await;
    marie.go_to(&marie.word("show-waiting")).await;
    marie
        .pick_words(&marie.words("waiting-over", &[("count", "5")]))
        .await;
    marie.sees(&marie.word("empty-waiting")).await;
    marie.pick_words(&marie.word("waiting-any")).await;
    marie.open("Zoé").await;
    marie.press(&["Control+Shift+A"]).await;
    marie.sees(&marie.word("deal-with")).await;
    marie.menu("end-session").await;
    marie.look(stage, "end-session").await;
    marie.choose(&marie.word("confirm-end-session-do")).await;
    marie.sees(&marie.word("closed-composer")).await;
    zoe.chat_is_over().await;

    marie.press(&["Control+Shift+D"]).await;
    marie.sees(&marie.word("dealt-with-done")).await;
    // Who waits comes up next.
    marie.sees(HUGO).await;
    marie.look(stage, "dealt-with").await;
    marie.undo(&marie.word("dealt-with-done")).await;
    marie.open("Zoé").await;
    marie.press(&["Control+Shift+D"]).await;
    marie.sees(HUGO).await;

    marie.press(&["Control+1"]).await;
    marie.back_to(&marie.word("show-which")).await;
    marie.pick_words(&marie.word("show-archived")).await;
    marie.sees(&marie.word("archived")).await;
    marie.row("Zoé").await;
    marie.look(stage, "archived").await;
    marie.menu("unarchive").await;
    marie.sees(&marie.word("recents")).await;
    marie.open("Zoé").await;
    marie.press(&["Control+Shift+D"]).await;
    marie.has_open("Hugo Petit").await;
}

pub(super) async fn somebody_is_kept_out(stage: &Stage, cast: &Cast) {
    let Cast { marie, ines, .. } = cast;
    let rude = Visitor::arrive_from(stage.hub.address(), ADDRESS).await;
    let rude = rude.expect("the hub answers");
    let said = rude.introduce("Kevin", RUDE).await;
    said.expect("the hub answers");
    marie.open("Kevin").await;
    marie.choose(&marie.word("ignore")).await;
    let banner = marie.words("unknown-sender", &[("name", "Kevin")]);
    marie.sees_no(&banner).await;
    marie.press(&["Control+Shift+A"]).await;
    marie.sees(&marie.word("deal-with")).await;
    marie.menu("block-visitor").await;
    marie.look(stage, "block").await;
    marie.fill(&marie.word("block-reason"), "Insultes").await;
    marie.choose(&marie.word("block-do")).await;
    marie.sees(&marie.word("block-done")).await;

    ines.press(&["Control+5"]).await;
    ines.choose_back(&ines.word("admin-blocks")).await;
    ines.sees("Insultes").await;
    ines.look(stage, "blocked").await;
    let network = ADDRESS.to_string();
    ines.choose(&ines.words("unblock-network", &[("network", &network)]))
        .await;
    ines.sees(&ines.word("blocks-none")).await;
}
