//! Opaque tokens: 256 random bits for whoever holds them, a SHA-256 for the store.

use std::fmt;

use sha2::{Digest, Sha256};

/// A secret that opens something. Printed as nothing by `Debug`.
#[derive(Clone)]
pub struct Token(String);

/// What the store keeps of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl Token {
    /// A new one, 64 hexadecimal digits.
    pub fn random() -> Self {
        let mut bytes = [0_u8; 32];
        rand::fill(&mut bytes);
        Self(hex(&bytes))
    }

    /// The secret itself, to be handed out once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl TokenHash {
    /// Of a token as somebody sent it.
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_256_bits_never_the_same_and_never_shown() {
        let token = Token::random();
        assert_eq!(token.reveal().len(), 64);
        assert_ne!(token.reveal(), Token::random().reveal());
        assert_eq!(TokenHash::of(token.reveal()), token.hash());
        assert!(!format!("{token:?}").contains(token.reveal()));
    }
}
