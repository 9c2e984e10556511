//! Texts as one searches them: without accents, in small letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `Œuvre d'Été` as `oeuvre d'ete`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        for small in c.to_lowercase() {
            match small {
                'œ' => folded.push_str("oe"),
                'æ' => folded.push_str("ae"),
                'ß' => folded.push_str("ss"),
                '’' => folded.push('\''),
                other => folded.push(other),
            }
        }
    }
    folded
}
