//! Who is at work today.

use guichet_client::Language;

use crate::desk::Desk;
use crate::hub::Colleague;
use crate::stage::Stage;
use crate::visitor::Visitor;
use crate::window::Taste;

/// An owner, a manager, a receptionist, two agents, and a customer.
pub(super) struct Cast {
    pub(super) olga: Desk,
    pub(super) ines: Desk,
    pub(super) rita: Desk,
    pub(super) marie: Desk,
    pub(super) paul: Desk,
    pub(super) zoe: Visitor,
}

/// Everybody at their window or browser, each in a column of the screen.
pub(super) async fn comes(stage: &Stage, language: Language) -> Cast {
    let hub = &stage.hub;
    let people = hub.colleagues().await;
    let owner = hub.add("Olga Petit", "olga@demo.guichet.test", "system-owner");
    let owner = owner.await;
    let receptionist = hub.add("Rita Blanc", "rita@demo.guichet.test", "receptionist");
    let receptionist = receptionist.await;
    Cast {
        olga: sits_down(stage, "olga", &owner, language, 0).await,
        ines: sits_down(stage, "ines", &people[2], language, 1).await,
        rita: sits_down(stage, "rita", &receptionist, language, 2).await,
        marie: sits_down(stage, "marie", &people[0], language, 3).await,
        paul: sits_down(stage, "paul", &people[1], language, 4).await,
        zoe: stage.visitor().await,
    }
}

/// A window in which nobody is signed in.
pub(super) async fn arrives(stage: &Stage, name: &str, language: Language, column: usize) -> Desk {
    let taste = Taste::of(language, column);
    let window = stage.again(name, taste).await;
    let desk = Desk { window, language };
    desk.sees(&desk.word("sign-in")).await;
    desk
}

async fn sits_down(
    stage: &Stage,
    name: &str,
    who: &Colleague,
    language: Language,
    column: usize,
) -> Desk {
    let desk = arrives(stage, name, language, column).await;
    desk.fill(&desk.word("hub"), stage.hub.address()).await;
    desk.fill(&desk.word("email"), &who.email).await;
    desk.fill(&desk.word("password"), &who.password).await;
    desk.press(&["Enter"]).await;
    desk.finds(".rail").await;
    desk
}
