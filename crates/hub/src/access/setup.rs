//! The first start: a company without agents gets its system owner, once, from who can read the hub's output.

use guichet_domain::{Agent, AgentId, Command, Grant, Role, text};
use guichet_protocol::{ErrorCode, SetUp};

use super::password::{Passwords, strong_enough};
use super::token::{Token, TokenHash};
use crate::admin::submit;
use crate::clock;
use crate::http::edge::Edge;
use crate::http::failure::Failure;
use crate::hub::Hub;

/// At each start while there is no agent: a new token, to be printed. Afterwards none.
pub async fn prepare(hub: &Hub) -> anyhow::Result<Option<Token>> {
    let token = hub.committer.board().agents.is_empty().then(Token::random);
    hub.store
        .put_setup_token(token.as_ref().map(Token::hash))
        .await?;
    Ok(token)
}

/// The set-up by whoever has the token. Without a set-up this is not found, for ever.
pub async fn set_up(edge: &Edge, asked: SetUp) -> Result<AgentId, Failure> {
    // The command line, too, can make the first agent.
    if !edge.committer.board().agents.is_empty() {
        return Err(Failure::not_found());
    }
    let hash = TokenHash::of(&asked.token);
    match edge.store.is_setup_token(hash).await? {
        None => return Err(Failure::not_found()),
        Some(false) => {
            return Err(Failure::new(
                ErrorCode::WrongCredentials,
                "this is not the set-up token",
            ));
        }
        Some(true) => {}
    }
    let (name, email) = identity(&asked.name, &asked.email)
        .ok_or_else(|| Failure::new(ErrorCode::BadRequest, "a name and an e-mail are needed"))?;
    strong_enough(&asked.password, &[&name, &email])
        .map_err(|_| Failure::new(ErrorCode::WeakPassword, "the password is too weak"))?;
    if !edge.store.use_setup_token(hash).await? {
        return Err(Failure::not_found());
    }
    Ok(first_owner(edge.hub(), edge.passwords(), name, email, asked.password).await?)
}

/// Puts the first system owner, in one command. The password is kept before: an agent is never without one.
pub async fn first_owner(
    hub: &Hub,
    passwords: &Passwords,
    name: String,
    email: String,
    password: String,
) -> anyhow::Result<AgentId> {
    let agent = AgentId(clock::new_id());
    let hash = passwords.hash(password).await?;
    hub.store.put_password_hash(agent, &hash).await?;
    let put = Command::PutAgent {
        agent: Agent {
            grants: vec![Grant {
                role: Role::SystemOwner,
                department: None,
            }],
            ..Agent::new(agent, name, email)
        },
    };
    submit(hub, put).await?;
    hub.store.put_setup_token(None).await?;
    tracing::info!(%agent, "the company has its first system owner");
    Ok(agent)
}

/// A name and an e-mail address as they are kept; `None` when one is missing or not one.
pub fn identity(name: &str, email: &str) -> Option<(String, String)> {
    Some((text::single_line(name)?, text::email_address(email)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::http::edge::for_tests;

    #[test]
    fn an_agent_has_a_name_and_something_like_an_address() {
        let kept = identity(" Marie\u{202e} ", "marie@example.com ");
        assert_eq!(
            kept,
            Some(("Marie".to_owned(), "marie@example.com".to_owned()))
        );
        for (name, email) in [
            ("", "a@b"),
            ("Marie", ""),
            ("Marie", "marie"),
            ("Marie", "@example.com"),
            ("Marie", "marie@"),
            ("Marie", "a@b@c"),
            ("Marie", "a b@c"),
        ] {
            assert_eq!(identity(name, email), None, "{name} {email}");
        }
    }

    #[tokio::test]
    async fn the_set_up_happens_once_and_is_gone_for_ever() {
        let data = tempfile::tempdir().expect("folder");
        let edge = for_tests(data.path(), Clock::system()).await;
        let token = prepare(edge.hub()).await.expect("prepared");
        let token = token.expect("a token while there is no agent");
        let ask = async |token: &str, password: &str| {
            let asked = SetUp {
                token: token.to_owned(),
                name: "Claire".to_owned(),
                email: "claire@example.com".to_owned(),
                password: password.to_owned(),
            };
            set_up(&edge, asked).await.map_err(|failure| failure.code())
        };
        let good = "orage-lampe-42-vélo";
        let wrong = ask("wrong", good).await;
        assert_eq!(wrong, Err(ErrorCode::WrongCredentials));
        let weak = ask(token.reveal(), "password1234").await;
        assert_eq!(weak, Err(ErrorCode::WeakPassword));
        assert!(ask(token.reveal(), good).await.is_ok());
        for token in [token.reveal(), "wrong"] {
            assert_eq!(ask(token, good).await, Err(ErrorCode::NotFound));
        }
        assert!(prepare(edge.hub()).await.expect("prepared").is_none());
    }
}
