//! What agents say of themselves.

use guichet_domain::{Actor, Agent, Command, PhotoId, Refusal};
use uuid::Uuid;

use super::company::{Company, GONE, MARIE, SHOP};

fn name(name: &str) -> Command {
    Command::SetName {
        name: name.to_owned(),
    }
}

fn marie(company: &Company) -> &Agent {
    &company.situation.board.agents[&MARIE]
}

#[test]
fn an_agent_says_who_they_are_on_one_line() {
    let mut company = Company::new();
    let before = marie(&company).clone();
    let done = company.agent(MARIE, name(" Marie\u{202e} L. "));
    done.expect("their own name");
    let expected = Agent {
        name: "Marie L.".to_owned(),
        ..before
    };
    assert_eq!(*marie(&company), expected);
    assert_eq!(company.agent(MARIE, name("Marie L.")), Ok(Vec::new()));
    assert_eq!(company.agent(MARIE, name(" \n ")), Err(Refusal::NameEmpty));
    assert_eq!(company.agent(GONE, name("Back")), Err(Refusal::NotAllowed));
    let customer = company.ask(Actor::Customer(SHOP), name("Marie"));
    assert_eq!(customer, Err(Refusal::NotAllowed));
    assert_eq!(company.hub(name("Marie")), Err(Refusal::NotAllowed));
}

#[test]
fn a_photo_comes_and_goes() {
    let mut company = Company::new();
    let photo = Some(PhotoId(Uuid::from_u128(80)));
    let set = |photo| Command::SetPhoto { photo };
    assert_eq!(company.agent(MARIE, set(None)), Ok(Vec::new()));
    company.agent(MARIE, set(photo)).expect("done");
    assert_eq!(marie(&company).photo, photo);
    assert_eq!(company.agent(MARIE, set(photo)), Ok(Vec::new()));
    company.agent(MARIE, set(None)).expect("done");
    assert_eq!(marie(&company).photo, None);
    assert_eq!(company.agent(GONE, set(photo)), Err(Refusal::NotAllowed));
}
