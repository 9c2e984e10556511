//! A day at the counter by keyboard alone, in both languages: an owner sets the company up, a manager writes templates,
//! agents answer, a receptionist and the manager look after what others own.

mod answering;
mod book;
mod cast;
mod closing;
mod colleagues;
mod opening;
mod own;
mod supervising;
mod templates;

use guichet_client::Language;

use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn in_french() {
    day(Language::Fr).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_english() {
    day(Language::En).await;
}

async fn day(language: Language) {
    let stage = Stage::set(&format!("agent-day-{language}")).await;
    let cast = cast::comes(&stage, language).await;
    let nina = opening::the_owner_sets_up(&stage, &cast.olga).await;
    templates::the_manager_writes(&stage, &cast.ines).await;
    answering::marie_answers(&stage, &cast).await;
    answering::paul_goes_on(&stage, &cast).await;
    closing::marie_closes(&stage, &cast).await;
    closing::somebody_is_kept_out(&stage, &cast).await;
    colleagues::they_talk(&stage, &cast, &nina).await;
    supervising::others_are_looked_after(&stage, &cast).await;
    book::contacts_are_kept(&stage, &cast.olga).await;
    own::marie_changes_what_is_hers(&stage, &cast.marie).await;
    eprintln!("pictures of every screen: {}", stage.pictures().display());
}
