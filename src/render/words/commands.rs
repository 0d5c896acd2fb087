//! What commands and their options are called in other languages, and how they are described. In English the list of
//! commands says it; Discord sends the English names back, whatever the asker sees.

use crate::render::language::Language;

/// A name and a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// What is typed, within Discord's rules for names.
    pub name: &'static str,
    /// One line on what it is for.
    pub about: &'static str,
}

/// The languages that commands are described in beside English.
pub const OTHERS: [Language; 2] = [Language::Japanese, Language::SimplifiedChinese];

/// How a command is described in another language; of one in a group, `name` is both names with a hyphen between.
pub fn command(language: Language, name: &str) -> Option<Described> {
    described(language, &format!("command-{name}"))
}

/// How an option of a command is described in another language; most mean the same in every command.
pub fn option(language: Language, command: &str, name: &str) -> Option<Described> {
    described(language, &format!("{command}-{name}")).or_else(|| described(language, &format!("option-{name}")))
}

/// The option that every command has; it has no command of its own.
pub const EVERY_COMMAND: &str = "option";

/// What an entry of a message's menu is called in another language, by the entry's own word.
pub fn menu(language: Language, word: &str) -> Option<&'static str> {
    language.plain(&format!("menu-{word}"), None)
}

fn described(language: Language, key: &str) -> Option<Described> {
    Some(Described { name: language.plain(key, None)?, about: language.plain(key, Some("about"))? })
}
