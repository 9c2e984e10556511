//! The owner sets the company up, and somebody new comes in.

use super::cast::arrives;
use crate::desk::Desk;
use crate::stage::Stage;

const PASSWORD: &str = "orage-lampe-42-velo";

/// Answers the new agent.
pub(super) async fn the_owner_sets_up(stage: &Stage, olga: &Desk) -> Desk {
    olga.press(&["Control+5"]).await;
    olga.sees("Marie Lefèvre").await;
    olga.look(stage, "agents").await;
    let link = invites_nina(stage, olga).await;
    let nina = comes_by_the_link(stage, olga, &link).await;
    makes_a_department(stage, olga).await;
    makes_a_queue(stage, olga).await;
    looks_at_the_account(stage, olga).await;
    names_the_company(stage, olga).await;
    nina
}

async fn invites_nina(stage: &Stage, olga: &Desk) -> String {
    olga.choose(&olga.word("admin-agent-new")).await;
    olga.fill(&olga.word("contact-name"), "Nina Roy").await;
    // Somebody has it already.
    let email = olga.word("email");
    olga.fill(&email, "marie@demo.guichet.test").await;
    olga.fill(&olga.word("extension"), "104").await;
    olga.pick("Boutique en ligne", "role-agent").await;
    olga.choose(&olga.word("admin-agent-create")).await;
    olga.sees(&olga.word("error-already-in-use")).await;
    olga.look(stage, "agent-refused").await;
    olga.back_to(&email).await;
    olga.fill(&email, "nina@demo.guichet.test").await;
    olga.choose(&olga.word("admin-agent-create")).await;
    olga.finds(".copyable").await;
    olga.look(stage, "invitation").await;
    let link = olga.value(".copyable input").await;
    olga.press(&["Escape"]).await;
    olga.sees("Nina Roy").await;
    link
}

async fn comes_by_the_link(stage: &Stage, olga: &Desk, link: &str) -> Desk {
    let nina = arrives(stage, "nina", olga.language, 5).await;
    nina.look(stage, "sign-in").await;
    nina.choose(&nina.word("have-invitation")).await;
    nina.look(stage, "sign-in-invited").await;
    nina.fill(&nina.word("invitation"), link).await;
    nina.fill(&nina.word("new-password"), PASSWORD).await;
    nina.press(&["Enter"]).await;
    nina.sees(&nina.word("empty-recents")).await;
    nina
}

async fn makes_a_department(stage: &Stage, olga: &Desk) {
    olga.choose_back(&olga.word("admin-departments")).await;
    olga.sees("Boutique en ligne").await;
    olga.choose(&olga.word("admin-department-new")).await;
    olga.fill(&olga.word("contact-name"), "Atelier").await;
    olga.go_to(&olga.word("admin-hours-own")).await;
    olga.press(&["Space"]).await;
    olga.go_to(&olga.word("admin-hours-always")).await;
    olga.press(&["Space"]).await;
    olga.go_to(&olga.word("admin-times-add")).await;
    olga.look(stage, "department").await;
    olga.choose(&olga.word("save")).await;
    olga.sees("Atelier").await;
    olga.look(stage, "departments").await;
}

async fn makes_a_queue(stage: &Stage, olga: &Desk) {
    olga.choose_back(&olga.word("admin-queues")).await;
    olga.sees("Service après-vente").await;
    olga.choose(&olga.word("admin-queue-new")).await;
    olga.fill(&olga.word("contact-name"), "Retours").await;
    olga.fill(&olga.word("extension"), "601").await;
    for name in ["Paul Girard", "Marie Lefèvre", "Nina Roy"] {
        olga.go_to(&olga.word("admin-member-add")).await;
        olga.pick_words(name).await;
        olga.press(&["Tab", "Enter", "Shift+Tab", "Shift+Tab"])
            .await;
    }
    let marie = [("name", "Marie Lefèvre")];
    olga.back_to(&olga.words("admin-member-up", &marie)).await;
    olga.press(&["Enter"]).await;
    let strategy = olga.word("admin-queue-strategy");
    olga.pick(&strategy, "strategy-round_robin").await;
    olga.look(stage, "queue").await;
    olga.choose(&olga.word("save")).await;
    olga.sees(&olga.word("strategy-round_robin")).await;
    olga.look(stage, "queues").await;
}

/// The demo shop shows the chat since the visitor opened it.
async fn looks_at_the_account(stage: &Stage, olga: &Desk) {
    olga.choose_back(&olga.word("admin-accounts")).await;
    let edit = [("name", "Boutique en ligne")];
    olga.choose(&olga.words("admin-edit", &edit)).await;
    olga.finds(".installed li").await;
    olga.look(stage, "account").await;
    let form = olga.word("admin-account-away");
    olga.fill(&form, "Fermé").await;
    olga.choose(&olga.word("save")).await;
    olga.sees_no(&olga.word("admin-account-change")).await;
    olga.look(stage, "accounts").await;
}

async fn names_the_company(stage: &Stage, olga: &Desk) {
    olga.choose_back(&olga.word("admin-company")).await;
    let name = olga.word("admin-company-name");
    olga.fill(&name, "Lampes & Cie").await;
    olga.look(stage, "company").await;
    olga.choose(&olga.word("save")).await;
    olga.sees(&olga.word("admin-saved")).await;
    olga.choose_back(&olga.word("admin-audit")).await;
    olga.sees(&olga.word("audit-settings-put")).await;
    olga.look(stage, "audit").await;
}
