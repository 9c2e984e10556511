//! What a text must be, on each channel.

use guichet_domain::text::{message_text, single_line};
use guichet_domain::{AccountId, Actor, Body, Channel, ConversationId, Preview, Refusal, Target};
use uuid::Uuid;

use super::company::{ANNA, Company, LUC, MARIE, PHONE, SHOP};
use super::samples::{note, owned, receive, reply, transfer};

/// Marie's conversation on that account.
fn hers(account: AccountId) -> (Company, ConversationId) {
    let mut company = Company::new();
    let conversation = company.writes(ANNA, account);
    company
        .agent(MARIE, reply(conversation, "hi"))
        .expect("a member answers");
    (company, conversation)
}

#[test]
fn a_text_has_the_length_that_its_channel_carries() {
    for (account, channel, limit) in [
        (SHOP, Channel::LiveChat, 4_096),
        (PHONE, Channel::Sms, 1_600),
    ] {
        assert_eq!(channel.capabilities().max_text, limit);
        let (mut company, conversation) = hers(account);
        let too_long = Err(Refusal::TextTooLong { limit });
        for (length, accepted) in [(limit, true), (limit + 1, false)] {
            let text = "é".repeat(length);
            let answer = company.agent(MARIE, reply(conversation, &text));
            assert_eq!(answer.is_ok(), accepted, "{length}");
            let opens = ConversationId(Uuid::nil());
            let incoming = company.ask(
                Actor::Customer(account),
                receive(account, ANNA, opens, &text),
            );
            assert_eq!(incoming.is_ok(), accepted, "{length}");
            if !accepted {
                assert_eq!(answer, too_long);
                assert_eq!(incoming, too_long);
            }
        }
    }
}

#[test]
fn a_note_may_be_longer_than_any_channel_carries() {
    let (mut company, conversation) = hers(PHONE);
    let long = "n".repeat(10_000);
    assert!(company.agent(MARIE, note(conversation, &long)).is_ok());
    let refused = Err(Refusal::TextTooLong { limit: 10_000 });
    let longer = format!("{long}n");
    assert_eq!(company.agent(MARIE, note(conversation, &longer)), refused);
    let transferred = transfer(conversation, Target::Agent(LUC), Some(&longer));
    assert_eq!(company.agent(MARIE, transferred), refused);
    assert_eq!(company.conversation(conversation).owner(), Some(MARIE));
}

#[test]
fn an_empty_answer_takes_nothing() {
    let mut company = Company::new();
    let conversation = company.waiting();
    for blank in ["", " \n\t ", "\u{0}\u{7}"] {
        let answer = company.agent(MARIE, reply(conversation, blank));
        assert_eq!(answer, Err(Refusal::TextEmpty), "{blank:?}");
    }
    assert_eq!(company.conversation(conversation).owner(), None);
    company
        .agent(MARIE, reply(conversation, "."))
        .expect("a member answers");
    assert!(
        matches!(company.ownership(conversation), o if o == owned(MARIE, Some(super::company::REPAIRS)))
    );
}

#[test]
fn control_characters_go_and_lines_stay() {
    for (written, kept) in [
        ("one\r\ntwo", "one\ntwo"),
        ("tab\there", "tab\there"),
        ("bell\u{7}\u{1b}[31m\u{9b}", "bell[31m"),
        ("  as written ", "  as written "),
        ("👩‍🔧 é", "👩‍🔧 é"),
    ] {
        assert_eq!(message_text(written, 100).as_deref(), Ok(kept));
    }
}

#[test]
fn a_name_is_one_short_line_that_turns_no_text_around() {
    for (written, kept) in [
        ("  Anna ", Some("Anna")),
        ("An\nna", Some("Anna")),
        ("\u{202e}annA\u{2066}", Some("annA")),
        ("عَنّا", Some("عَنّا")),
        (" \u{7} ", None),
        ("", None),
    ] {
        assert_eq!(single_line(written).as_deref(), kept);
    }
    assert_eq!(
        single_line(&"x".repeat(500)).map(|name| name.len()),
        Some(120)
    );
}

#[test]
fn a_preview_is_one_short_line_of_what_a_person_wrote() {
    let of = |body| Preview::of(guichet_domain::Author::Customer, &body);
    let text = of(Body::Text(" two\n\n lines ".into())).expect("a text has one");
    assert_eq!((text.text.as_str(), text.note), ("two lines", false));
    let long = of(Body::Note("é".repeat(400))).expect("a note has one");
    assert_eq!((long.text.chars().count(), long.note), (Preview::MAX, true));
    let line = guichet_domain::SystemLine::EndedByVisitor;
    assert_eq!(of(Body::System(line)), None);
}
