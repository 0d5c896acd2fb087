//! A sentence or label of ours by its key, and how it reads in a language. What fills its gaps is shown as it is given.

use std::borrow::Cow;

use fluent_bundle::FluentArgs;
pub use fluent_bundle::FluentValue as Filling;

use crate::render::language::Language;

#[cfg(test)]
mod tests;

/// A sentence or label of ours; the files beside this one hold it in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase(&'static str);

impl Phrase {
    /// The phrase of this key.
    pub const fn of(key: &'static str) -> Self {
        Self(key)
    }

    /// The phrase in a language, where it has no gaps.
    pub fn in_language(self, language: Language) -> &'static str {
        match self.written(language, None) {
            Cow::Borrowed(written) => written,
            Cow::Owned(_) => self.0,
        }
    }

    /// The phrase in English, for surfaces that speak no other language.
    pub fn english(self) -> &'static str {
        self.in_language(Language::English)
    }

    /// The phrase in a language, its gaps filled.
    pub fn filled<'f, const N: usize>(self, language: Language, fillings: [(&'static str, Filling<'f>); N]) -> String {
        self.written(language, Some(&FluentArgs::from_iter(fillings))).into_owned()
    }

    /// What isn't written in a language yet is shown in English; its key, which a test rules out, as the last resort.
    fn written(self, language: Language, fillings: Option<&FluentArgs>) -> Cow<'static, str> {
        for sentences in [language, Language::English].map(Language::sentences) {
            if let Some(pattern) = sentences.get_message(self.0).and_then(|message| message.value()) {
                return sentences.format_pattern(pattern, fillings, &mut Vec::new());
            }
        }
        Cow::Borrowed(self.0)
    }
}
