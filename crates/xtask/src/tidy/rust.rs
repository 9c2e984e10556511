//! Just enough of Rust's grammar to tell code, string literals and comments apart.

/// A Rust source taken apart; each part keeps its place, the other parts are blanked.
pub(super) struct Parts {
    /// Everything but comments and the insides of literals.
    pub(super) code: String,
    /// String literals with the line they begin on.
    pub(super) literals: Vec<(usize, String)>,
}

/// Takes a source apart.
pub(super) fn parts(source: &str) -> Parts {
    let mut rest = source;
    let mut parts = Parts {
        code: String::with_capacity(source.len()),
        literals: Vec::new(),
    };
    while let Some(first) = rest.chars().next() {
        let line = parts.code.matches('\n').count() + 1;
        let (length, literal) = token(rest, parts.code.chars().next_back());
        let (token, after) = rest.split_at(length);
        if length == first.len_utf8() {
            parts.code.push(first);
        } else {
            // Newlines stay, so that line numbers do.
            parts
                .code
                .extend(token.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        }
        if let Some(text) = literal {
            parts.literals.push((line, text.to_owned()));
        }
        rest = after;
    }
    parts
}

/// The length of the comment or literal that `rest` begins with, or of one character of code.
fn token(rest: &str, before: Option<char>) -> (usize, Option<&str>) {
    let in_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (block_comment(rest), None);
    }
    if rest.starts_with('"') {
        return plain_string(rest);
    }
    if !in_name && let Some(found) = raw_string(rest) {
        return found;
    }
    if rest.starts_with('\'') {
        return (character(rest), None);
    }
    (rest.chars().next().map_or(0, char::len_utf8), None)
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

fn plain_string(rest: &str) -> (usize, Option<&str>) {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (at + 1, Some(&rest[1..at])),
            _ => {}
        }
    }
    (rest.len(), Some(&rest[1..]))
}

fn raw_string(rest: &str) -> Option<(usize, Option<&str>)> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let start = rest.len() - body.len();
    let end = format!("\"{}", "#".repeat(hashes));
    let length = body.find(&end).unwrap_or(body.len());
    Some((
        rest.len().min(start + length + end.len()),
        Some(&body[..length]),
    ))
}

/// A character literal, or one character when this is a lifetime.
fn character(rest: &str) -> usize {
    let mut inside = rest[1..].char_indices();
    let Some((_, first)) = inside.next() else {
        return 1;
    };
    if first == '\\' {
        inside.next();
        return inside.find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 2);
    }
    match inside.next() {
        Some((at, '\'')) => at + 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_told_from_comments_and_code() {
        let parts = parts(concat!(
            "// \"a comment\"\n",
            "let x: &'static str = \"one \\\" two\"; /* \"no\" /* nested */ */\n",
            "let y = r#\"raw \"quoted\" text\"#; let quote = '\"'; let tick = '\\''; hr(\"three\");\n",
        ));
        let literals: Vec<_> = parts
            .literals
            .iter()
            .map(|(line, text)| (*line, text.as_str()))
            .collect();
        assert_eq!(
            literals,
            [
                (2, "one \\\" two"),
                (3, "raw \"quoted\" text"),
                (3, "three")
            ]
        );
        assert!(
            !parts.code.contains("comment")
                && !parts.code.contains("nested")
                && !parts.code.contains("one")
        );
        assert!(parts.code.contains("let tick =") && parts.code.lines().count() == 3);
    }
}
