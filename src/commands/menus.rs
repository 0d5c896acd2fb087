//! What can be chosen in the menu of a message: each a command that reads a text, and the option that takes it.

use super::{Command, mark, whose};

/// An entry of a message's menu.
#[derive(Debug)]
pub struct Menu {
    /// The word by which its names in other languages are found.
    pub word: &'static str,
    /// What people see, at most 32 characters.
    pub name: &'static str,
    /// The command that is run.
    pub command: &'static Command,
    /// The option that takes the message's words.
    pub option: &'static str,
}

/// Every entry; Discord takes 15.
pub const MENUS: &[Menu] = &[
    Menu { word: "check", name: "Check against the story", command: &mark::COMMAND, option: mark::TEXT.name },
    Menu { word: "whose", name: "Who said this?", command: &whose::COMMAND, option: mark::TEXT.name },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{OptionKind, Surface};

    #[test]
    fn every_entry_fits_discord_and_runs_a_command_that_takes_words() {
        assert!(MENUS.len() <= 15);
        for menu in MENUS {
            assert!((1..=32).contains(&menu.name.chars().count()), "{}", menu.name);
            assert!(menu.command.is_offered_by(Surface::Menu));
            let option = menu.command.options.iter().find(|option| option.name == menu.option);
            assert!(option.is_some_and(|option| option.kind == OptionKind::Item), "{}", menu.name);
        }
    }
}
