//! Passwords: argon2id on blocking threads, few at a time.

use anyhow::Context;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use zxcvbn::Score;

/// Shortest and longest password, in characters.
pub const LENGTH: std::ops::RangeInclusive<usize> = 12..=128;

/// Checks and makes hashes. Each takes 19 MiB, so only some at once.
pub struct Passwords {
    room: Semaphore,
    /// Of a password that nobody knows: an unknown e-mail costs what a known one does.
    decoy: String,
}

/// Too short, too long or too easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weak;

/// May this be an agent's password? `about` are words that an attacker would try first.
pub fn strong_enough(password: &str, about: &[&str]) -> Result<(), Weak> {
    if !LENGTH.contains(&password.chars().count()) {
        return Err(Weak);
    }
    if zxcvbn::zxcvbn(password, about).score() < Score::Three {
        return Err(Weak);
    }
    Ok(())
}

impl Passwords {
    /// At most four at once.
    pub fn new() -> anyhow::Result<Self> {
        Ok(Self {
            room: Semaphore::new(4),
            decoy: hash(super::token::Token::random().reveal())?,
        })
    }

    /// The hash to keep.
    pub async fn hash(&self, password: String) -> anyhow::Result<String> {
        let _room = self.room.acquire().await?;
        tokio::task::spawn_blocking(move || hash(&password)).await?
    }

    /// Is it this password? Without a stored hash the answer is no, after the same time.
    pub async fn verify(&self, password: String, stored: Option<String>) -> anyhow::Result<bool> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.decoy.clone());
        let _room = self.room.acquire().await?;
        let right = tokio::task::spawn_blocking(move || verify(&password, &stored)).await??;
        Ok(right && known)
    }
}

fn argon2id() -> anyhow::Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None)
        .map_err(|error| anyhow::anyhow!("argon2 parameters: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str) -> anyhow::Result<String> {
    let mut salt = [0_u8; 16];
    rand::fill(&mut salt);
    let salt = SaltString::encode_b64(&salt).map_err(|error| anyhow::anyhow!("salt: {error}"))?;
    let hash = argon2id()?
        .hash_password(password.as_bytes(), &salt)
        .map_err(|error| anyhow::anyhow!("argon2: {error}"))?;
    Ok(hash.to_string())
}

fn verify(password: &str, stored: &str) -> anyhow::Result<bool> {
    let stored = PasswordHash::new(stored)
        .map_err(|error| anyhow::anyhow!("{error}"))
        .context("a stored password hash is unreadable")?;
    Ok(argon2id()?
        .verify_password(password.as_bytes(), &stored)
        .is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_easy_to_guess() {
        assert_eq!(strong_enough("orage-lampe-42-vélo", &[]), Ok(()));
        for weak in [
            "short-Xq7#",
            "password1234",
            "aaaaaaaaaaaaaaaa",
            "marie@example.com",
        ] {
            assert_eq!(
                strong_enough(weak, &["marie@example.com"]),
                Err(Weak),
                "{weak}"
            );
        }
        assert_eq!(strong_enough(&"kX9 ".repeat(33), &[]), Err(Weak));
    }

    #[tokio::test]
    async fn only_the_right_password_of_a_known_agent_is_right() {
        let passwords = Passwords::new().expect("argon2");
        let stored = passwords.hash("right".to_owned()).await.expect("hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        for (password, stored, right) in [
            ("right", Some(stored.clone()), true),
            ("wrong", Some(stored), false),
            ("right", None, false),
        ] {
            let verified = passwords.verify(password.to_owned(), stored).await;
            assert_eq!(verified.expect("verified"), right);
        }
    }
}
