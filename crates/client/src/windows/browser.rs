//! What a program that calls itself by a long line is called by people.

/// The first that is found names the program: later ones are what it claims to be like.
const PROGRAMS: [(&str, &str); 9] = [
    ("Guichet/", "Guichet"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
];

const SYSTEMS: [(&str, &str); 8] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac", "macOS"),
    ("macOS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// Such as `Firefox 141 · Linux`; the beginning of the line where nothing in it is known.
pub(crate) fn browser(line: &str) -> String {
    let program = PROGRAMS.iter().find_map(|(mark, name)| {
        let (_, version) = line.split_once(mark)?;
        let number: String = version.chars().take_while(char::is_ascii_digit).collect();
        Some(format!("{name} {number}").trim_end().to_owned())
    });
    let system = SYSTEMS.iter().find(|(mark, _)| line.contains(mark));
    let known: Vec<String> = program
        .into_iter()
        .chain(system.map(|(_, name)| (*name).to_owned()))
        .collect();
    if known.is_empty() {
        line.chars().take(40).collect()
    } else {
        known.join(" · ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_as_people_call_it() {
        for (line, name) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0",
                "Firefox 141 · Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Edge 140 · Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                "Safari 18 · iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36",
                "Chrome 139 · Android",
            ),
            ("Guichet/0.3.0 (macOS)", "Guichet 0 · macOS"),
            ("Lynx/2.9", "Lynx/2.9"),
            ("", ""),
        ] {
            assert_eq!(browser(line), name);
        }
    }
}
