//! The languages of our own sentences, and which of them an asker gets. A story's words stand in the story's language
//! only.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use serde::{Deserialize, Serialize};

/// A language that our sentences are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English, and what is shown to whoever reads neither of the others.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Japanese.
    #[serde(rename = "ja")]
    Japanese,
    /// Chinese in simplified characters.
    #[serde(rename = "zh-CN")]
    SimplifiedChinese,
}

impl Language {
    /// Every language.
    #[cfg(test)]
    pub const ALL: [Self; 3] = [Self::English, Self::Japanese, Self::SimplifiedChinese];

    /// The language for a locale as Discord and BCP 47 write it. Traditional Chinese isn't taken for simplified:
    /// CLDR's parent locales keep the two scripts apart as well.
    pub fn of_locale(locale: &str) -> Self {
        let locale = locale.to_ascii_lowercase().replace('_', "-");
        let mut parts = locale.split('-');
        let language = parts.next().unwrap_or_default();
        let is_traditional = parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
        match (language, is_traditional) {
            ("ja", _) => Self::Japanese,
            ("zh", false) => Self::SimplifiedChinese,
            _ => Self::English,
        }
    }

    /// The locale as Discord writes it.
    pub fn locale(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Japanese => "ja",
            Self::SimplifiedChinese => "zh-CN",
        }
    }

    /// Our sentences in this language, by their keys.
    pub(super) fn sentences(self) -> &'static FluentBundle<FluentResource> {
        match self {
            Self::English => &ENGLISH,
            Self::Japanese => &JAPANESE,
            Self::SimplifiedChinese => &SIMPLIFIED_CHINESE,
        }
    }

    /// What stands under a key, or in a field of it, where it has no gaps; `None` where nothing does.
    pub(super) fn plain(self, key: &str, field: Option<&str>) -> Option<&'static str> {
        let message = self.sentences().get_message(key)?;
        let pattern = match field {
            Some(field) => message.get_attribute(field)?.value(),
            None => message.value()?,
        };
        match self.sentences().format_pattern(pattern, None, &mut Vec::new()) {
            Cow::Borrowed(written) => Some(written),
            Cow::Owned(_) => None,
        }
    }

    /// The file of what commands are called; in English they are called what the list of commands says.
    fn names_of_commands(self) -> &'static str {
        match self {
            Self::English => "",
            Self::Japanese => include_str!("words/commands/ja.ftl"),
            Self::SimplifiedChinese => include_str!("words/commands/zh-CN.ftl"),
        }
    }

    /// The file of our sentences.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::English => include_str!("words/en.ftl"),
            Self::Japanese => include_str!("words/ja.ftl"),
            Self::SimplifiedChinese => include_str!("words/zh-CN.ftl"),
        }
    }
}

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| read(Language::English));
static JAPANESE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| read(Language::Japanese));
static SIMPLIFIED_CHINESE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| read(Language::SimplifiedChinese));

/// Reads a file of sentences; a test sees to it that nothing in it is amiss.
fn read(language: Language) -> FluentBundle<FluentResource> {
    let locales = language.locale().parse().into_iter().collect();
    let mut sentences = FluentBundle::new_concurrent(locales);
    // What is filled in is marked off by the renderers, which also make its control characters harmless.
    sentences.set_use_isolating(false);
    for file in [language.file(), language.names_of_commands()] {
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
        sentences.add_resource_overriding(resource);
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_gets_its_language_and_an_unknown_one_english() {
        for (locale, language) in [
            ("ja", Language::Japanese),
            ("ja_JP.UTF-8", Language::Japanese),
            ("zh-CN", Language::SimplifiedChinese),
            ("zh-Hans-SG", Language::SimplifiedChinese),
            ("zh-TW", Language::English),
            ("zh-Hant-HK", Language::English),
            ("en-GB", Language::English),
            ("jam", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
