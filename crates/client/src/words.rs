//! The words of the product, as Fluent, for what this crate says itself and for the screen.

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

impl Language {
    /// The language of a tag such as `fr-CA`; English for those the product does not speak.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("fr") {
            Self::Fr
        } else {
            Self::En
        }
    }

    /// `fr` or `en`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// Every word of this language, as Fluent.
    pub fn ftl(self) -> String {
        self.files().join("\n")
    }

    /// The files of `locales/<language>/`.
    fn files(self) -> [&'static str; 2] {
        match self {
            Self::Fr => [
                include_str!("../../../locales/fr/ui.ftl"),
                include_str!("../../../locales/fr/client.ftl"),
            ],
            Self::En => [
                include_str!("../../../locales/en/ui.ftl"),
                include_str!("../../../locales/en/client.ftl"),
            ],
        }
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static FR: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| load(Language::Fr));
        static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| load(Language::En));
        match self {
            Self::Fr => &FR,
            Self::En => &EN,
        }
    }

    /// The words of a message; the id itself when there are none.
    pub fn say(self, id: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            tracing::error!(id, language = %self, "words are missing");
            return id.to_owned();
        };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn load(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for text in language.files() {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, errors)| {
            tracing::error!(%language, ?errors, "words cannot be read");
            read
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(%language, ?errors, "words are there twice");
        }
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{OWN_CODES, kebab};
    use guichet_protocol::ErrorCode;

    const BOTH: [Language; 2] = [Language::Fr, Language::En];

    #[test]
    fn no_words_are_there_twice_or_unreadable() {
        for language in BOTH {
            let mut bundle: FluentBundle<FluentResource> = FluentBundle::new_concurrent(Vec::new());
            for text in language.files() {
                let resource = FluentResource::try_new(text.to_owned());
                assert!(resource.is_ok(), "{language}: {:?}", resource.err());
                let twice = resource.map(|r| bundle.add_resource(r));
                assert!(matches!(twice, Ok(Ok(()))), "{language}: {twice:?}");
            }
        }
    }

    #[test]
    fn every_error_has_words_in_both_languages() {
        let of_hub = ErrorCode::ALL.iter().map(|code| {
            let name = serde_json::to_value(code).expect("a code is a string");
            kebab(name.as_str().expect("a code is a string"))
        });
        let codes: Vec<String> = of_hub
            .chain(OWN_CODES.into_iter().map(str::to_owned))
            .chain(REFUSALS.into_iter().map(str::to_owned))
            .collect();
        for language in BOTH {
            let missing: Vec<&String> = codes
                .iter()
                .filter(|code| !language.bundle().has_message(&format!("error-{code}")))
                .collect();
            assert!(missing.is_empty(), "{language}: {missing:?}");
        }
    }

    const REFUSALS: [&str; 19] = [
        "not-found",
        "taken",
        "take-first",
        "not-owner",
        "closed",
        "still-open",
        "no-queue",
        "no-such-receiver",
        "text-empty",
        "text-too-long",
        "not-allowed",
        "already-in-use",
        "too-many-members",
        "no-address",
        "protected-address",
        "not-on-this-channel",
        "bad-language",
        "unknown-variable",
        "too-many-of",
    ];

    #[test]
    fn a_visitor_without_a_name_has_a_number() {
        let number = [("number", FluentValue::from(12))];
        assert_eq!(Language::Fr.say("client-visitor", &number), "Visiteur 12");
        assert_eq!(Language::En.say("client-visitor", &number), "Visitor 12");
    }
}
