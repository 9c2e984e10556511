//! The product's main job: a visitor writes on a website, an agent answers from the desktop window; the hub dies in the
//! middle.

use crate::stage::Stage;
use crate::visitor::Visitor;
use crate::window::{ENGLISH_AND_DARK, FRENCH_AND_LIGHT, Window};

const QUESTION: &str = "Bonjour, où est ma commande 42 ?";
const ANSWER: &str = "Bonjour Zoé, elle part demain matin.";
const WHILE_AWAY: &str = "Et si je ne suis pas là ?";
const KEPT: &str = "Le livreur la laisse au point relais.";
const NOTE: &str = "Cliente fidèle, à soigner";
const LAST: &str = "Merci, et la facture ?";

#[tokio::test(flavor = "multi_thread")]
async fn main_job() {
    let mut stage = Stage::set("main-job").await;
    let colleagues = stage.hub.colleagues().await;
    let marie = stage.agent("marie", FRENCH_AND_LIGHT, &colleagues[0]).await;
    let paul = stage.agent("paul", ENGLISH_AND_DARK, &colleagues[1]).await;
    let cast = Cast {
        visitor: stage.visitor().await,
        marie,
        paul,
    };
    cast.pictures(&stage, "nobody-wrote").await;

    the_visitor_asks(&cast, &stage).await;
    marie_answers(&cast, &stage).await;
    the_hub_dies(&cast, &mut stage).await;
    marie_transfers(&cast, &stage).await;
    only_paul_goes_on(&cast, &stage).await;

    cast.visitor.close().await;
    cast.marie.close().await;
    cast.paul.close().await;
    eprintln!("pictures of every step: {}", stage.pictures().display());
}

struct Cast {
    visitor: Visitor,
    marie: Window,
    paul: Window,
}

impl Cast {
    async fn pictures(&self, stage: &Stage, step: &str) {
        let of = |who: &str| stage.picture(&format!("{step}-{who}"));
        self.visitor.picture(&of("visitor")).await;
        self.marie.picture(&of("marie")).await;
        self.paul.picture(&of("paul")).await;
    }
}

async fn the_visitor_asks(cast: &Cast, stage: &Stage) {
    let Cast {
        visitor,
        marie,
        paul,
    } = cast;
    visitor.introduce("Zoé", "zoe@example.test", QUESTION).await;
    for window in [marie, paul] {
        window.lists(QUESTION).await;
        window.open_the_conversation().await;
        window.shows_a_stranger_from_the_website().await;
        window.reads(&[QUESTION]).await;
    }
    cast.pictures(stage, "question").await;
    assert!(
        !paul.keeps(QUESTION).is_empty(),
        "the search of the bytes finds what is there"
    );
}

async fn marie_answers(cast: &Cast, stage: &Stage) {
    let Cast {
        visitor,
        marie,
        paul,
    } = cast;
    marie.answer(ANSWER).await;
    visitor.reads(&[QUESTION, ANSWER]).await;
    marie.reads(&[QUESTION, ANSWER]).await;
    marie.shows_read().await;
    paul.lists_nothing().await;
    cast.pictures(stage, "answer").await;
    for text in [QUESTION, ANSWER] {
        paul.keeps_no_longer(text).await;
    }
}

/// Both sides write into the silence; nothing is lost or doubled.
async fn the_hub_dies(cast: &Cast, stage: &mut Stage) {
    let Cast {
        visitor,
        marie,
        paul,
    } = cast;
    stage.hub.kill().await;
    marie.is_offline().await;
    visitor.write(WHILE_AWAY).await;
    marie.answer(KEPT).await;
    cast.pictures(stage, "hub-dead").await;
    stage.hub.restart().await;
    marie.reads(&[QUESTION, ANSWER, WHILE_AWAY]).await;
    marie.reads(&[QUESTION, ANSWER, KEPT]).await;
    visitor.reads(&[QUESTION, ANSWER, WHILE_AWAY]).await;
    visitor.reads(&[QUESTION, ANSWER, KEPT]).await;
    paul.lists_nothing().await;
    cast.pictures(stage, "hub-back").await;
}

async fn marie_transfers(cast: &Cast, stage: &Stage) {
    let Cast {
        visitor,
        marie,
        paul,
    } = cast;
    marie.transfer_to("Paul", NOTE).await;
    cast.pictures(stage, "transfer").await;
    marie.confirm().await;
    marie.lists_nothing().await;
    for text in [QUESTION, ANSWER, WHILE_AWAY, KEPT, NOTE] {
        marie.keeps_no_longer(text).await;
    }
    paul.open_the_conversation().await;
    paul.reads(&[QUESTION, ANSWER, NOTE]).await;
    visitor.says_nothing_of(NOTE).await;
    cast.pictures(stage, "transferred").await;
}

async fn only_paul_goes_on(cast: &Cast, stage: &Stage) {
    let Cast {
        visitor,
        marie,
        paul,
    } = cast;
    visitor.write(LAST).await;
    paul.reads(&[QUESTION, ANSWER, NOTE, LAST]).await;
    paul.reads(&[QUESTION, WHILE_AWAY, LAST]).await;
    paul.reads(&[QUESTION, KEPT, LAST]).await;
    visitor.reads(&[QUESTION, ANSWER, LAST]).await;
    marie.lists_nothing().await;
    assert_eq!(marie.keeps(LAST), Vec::<std::path::PathBuf>::new());
    cast.pictures(stage, "end").await;
}
