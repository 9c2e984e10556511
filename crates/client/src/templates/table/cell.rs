//! Cells that a spreadsheet would take for a formula get an apostrophe before them, and lose it when they come back.

fn is_active(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r')
}

/// As it is written.
pub(crate) fn escaped(cell: &str) -> String {
    let mut chars = cell.chars();
    let (first, second) = (chars.next(), chars.next());
    let own = |c: char| is_active(c) || c == '\'';
    if first.is_some_and(is_active) || (first == Some('\'') && second.is_some_and(own)) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// As it was before.
pub(crate) fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c| is_active(c) || c == '\'') => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_comes_back_as_it_was_and_is_never_a_formula() {
        for cell in [
            "", "Bonjour", "=1+1", "+33 1", "-5 %", "@x", "\tx", "'", "'x", "'=x", "''", "''=x",
            "'''x",
        ] {
            let written = escaped(cell);
            assert_eq!(plain(&written), cell);
            assert!(!written.starts_with(is_active), "{written}");
        }
    }
}
