//! Words of strangers become text, never markup.

use super::Finding;
use super::files::SourceFile;

const WORDS: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "dangerouslySetInnerHTML",
    "document.write",
    "createContextualFragment",
];
const RULE: &str = "build nodes; text never becomes markup";

pub(super) fn never_from_text(file: &SourceFile) -> Vec<Finding> {
    let served = file.is_in("ui/") || file.is_in("widget/") || file.is_in("crates/hub/");
    if !served || !(file.is_script() || file.is("html")) {
        return Vec::new();
    }
    file.lines_with(WORDS)
        .into_iter()
        .map(|line| Finding::at(file, line, RULE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_made_from_text_is_found() {
        let file = SourceFile::new(
            "widget/frame/line.js",
            "const p = 1;\nline.innerHTML = text;\n",
        );
        assert_eq!(never_from_text(&file)[0].place, "widget/frame/line.js:2");
    }
}
