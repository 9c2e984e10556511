//! Which crate may know which: the arrows of ARCHITECTURE.md.

use super::Finding;
use super::licences::Metadata;

/// Every crate of ours and the ones of ours it may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    ("guichet-domain", &[]),
    ("guichet-protocol", &["guichet-domain"]),
    ("guichet-client", &["guichet-protocol", "guichet-domain"]),
    ("guichet-hub", &["guichet-protocol", "guichet-domain"]),
    ("guichet-desktop", &["guichet-client", "guichet-domain"]),
    (
        "guichet-tests",
        &[
            "guichet-client",
            "guichet-hub",
            "guichet-protocol",
            "guichet-domain",
        ],
    ),
    ("xtask", &[]),
];
const RULE: &str = "the house has no such arrow between crates (ARCHITECTURE.md)";

pub(super) fn between_crates(metadata: &Metadata) -> Vec<Finding> {
    let ours = |name: &str| name == "xtask" || name.starts_with("guichet-");
    let mut findings = Vec::new();
    for package in metadata
        .packages
        .iter()
        .filter(|package| ours(&package.name))
    {
        let allowed = ARROWS
            .iter()
            .find(|(name, _)| *name == package.name)
            .map_or(&[][..], |(_, allowed)| *allowed);
        for dependency in package
            .dependencies
            .iter()
            .filter(|dependency| ours(&dependency.name))
        {
            // A library's own tests may use the other side as their driver.
            if dependency.kind.as_deref() != Some("dev")
                && !allowed.contains(&dependency.name.as_str())
            {
                findings.push(Finding {
                    place: format!("{} → {}", package.name, dependency.name),
                    rule: RULE,
                });
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_that_knows_the_hub_is_found() {
        let metadata = Metadata::parse(
            r#"{"packages":[{"name":"guichet-client","version":"1.0.0","license":"MIT","dependencies":[
                {"name":"guichet-hub","kind":null},{"name":"guichet-domain","kind":null},{"name":"guichet-hub","kind":"dev"}]}]}"#,
        )
        .expect("is metadata");
        let found = between_crates(&metadata);
        assert_eq!(
            found,
            [Finding {
                place: "guichet-client → guichet-hub".to_owned(),
                rule: RULE
            }]
        );
    }
}
