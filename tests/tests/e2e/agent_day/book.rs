//! The address book: searched, written, merged, taken out, erased.

use crate::desk::Desk;
use crate::stage::Stage;

pub(super) async fn contacts_are_kept(stage: &Stage, olga: &Desk) {
    olga.press(&["Control+6"]).await;
    olga.sees("Zoé").await;
    olga.choose(&olga.word("contact-new")).await;
    olga.fill(&olga.word("contact-name"), "Zoé Martin").await;
    olga.fill(&olga.word("phone"), "12").await;
    olga.press(&["Enter"]).await;
    olga.finds("dialog [role=alert]").await;
    olga.look(stage, "contact-refused").await;
    olga.back_to(&olga.word("phone")).await;
    olga.fill(&olga.word("phone"), "06 12 34 56 78").await;
    olga.press(&["Enter"]).await;
    olga.sees("+33612345678").await;
    olga.look(stage, "contacts").await;

    olga.fill_back(&olga.word("contact-search"), "martin").await;
    olga.sees_no("zoe@example.test").await;
    olga.choose("Zoé Martin").await;
    olga.sees(&olga.word("contact-no-talks")).await;
    olga.look(stage, "contact").await;
    olga.choose(&olga.word("contact-merge")).await;
    olga.stands_in("dialog input[type=search]").await;
    olga.write("zoe@").await;
    olga.go_to("Zoé").await;
    olga.press(&["Space"]).await;
    olga.look(stage, "contact-merge").await;
    olga.choose(&olga.word("contact-merge-do")).await;
    olga.sees("zoe@example.test").await;
    olga.choose(&olga.word("contact-export")).await;
    olga.sees(".json").await;
    olga.choose(&olga.word("contact-erase")).await;
    olga.look(stage, "contact-erase").await;
    olga.choose(&olga.word("contact-erase-do")).await;
    olga.sees(&olga.words("contact-erased", &[("name", "Zoé Martin")]))
        .await;
    olga.choose(&olga.word("contact-import")).await;
    olga.look(stage, "contact-import").await;
    olga.press(&["Escape"]).await;
}
