//! What helps while a line is typed: completion of commands and of the story's names, and hints at what a command
//! takes.

use std::collections::BTreeSet;

use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};
use verbatim_index::story::Story;

use super::typed;
use crate::commands::{Completion, OptionKind};
use crate::render::terminal;

/// Knows the commands and a story's names.
#[derive(Debug)]
pub struct Assistant {
    names: BTreeSet<String>,
}

impl Assistant {
    /// Knows the names of `story`, with their aliases and those who speak in it.
    pub fn of(story: &Story) -> Self {
        let text = |span| story.document().text(span);
        let names = story.extracted().names.iter();
        let aliases = names.clone().flat_map(|name| name.aliases.iter().map(|alias| text(alias.span)));
        let speakers = story.extracted().statements.iter().filter_map(|statement| statement.speaker?.name.map(text));
        let all = names.map(|name| text(name.canonical)).chain(aliases).chain(speakers);
        // A name that runs over a line's end can't be typed.
        let names = all.filter(|name| !name.contains(['\n', '\r'])).map(str::to_owned).collect();
        Self { names }
    }

    /// Where the completed words begin, and what they could be.
    fn completions(&self, line: &str) -> (usize, Vec<String>) {
        if let Some(typed) = line.strip_prefix('/').filter(|typed| !typed.contains(' ')) {
            let commands = typed::offered().filter(|command| command.name.starts_with(typed));
            return (0, commands.map(|command| format!("/{} ", command.name)).collect());
        }
        if !takes_names(line) {
            return (line.len(), Vec::new());
        }
        // The longest end of the line that begins a name: names have several words.
        let starts = line.char_indices().filter(|(at, _)| is_word_start(line, *at)).map(|(at, _)| at);
        let named = starts.map(|at| (at, self.names_with_start(&line[at..])));
        named.into_iter().find(|(_, names)| !names.is_empty()).unwrap_or((line.len(), Vec::new()))
    }

    fn names_with_start(&self, start: &str) -> Vec<String> {
        let start = start.to_lowercase();
        self.names.iter().filter(|name| name.to_lowercase().starts_with(&start)).cloned().collect()
    }
}

/// Whether names can stand in a line: in a question, and in a command that is for names or for words of one's own.
fn takes_names(line: &str) -> bool {
    let Some(command) = line.strip_prefix('/') else { return true };
    let name = command.split(' ').next().unwrap_or_default();
    let option = typed::offered().find(|command| command.name == name).and_then(|command| command.first_option());
    option.is_some_and(|option| match option.completes {
        Completion::Speakers | Completion::Topics => true,
        Completion::Nothing => option.kind == OptionKind::Item,
        Completion::Stories | Completion::Statements => false,
    })
}

fn is_word_start(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    let after = line[at..].chars().next();
    before.is_none_or(|before| !before.is_alphanumeric()) && after.is_some_and(char::is_alphanumeric)
}

impl Completer for Assistant {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        Ok(self.completions(line.get(..at).unwrap_or_default()))
    }
}

impl Hinter for Assistant {
    type Hint = String;

    fn hint(&self, line: &str, at: usize, _: &Context<'_>) -> Option<String> {
        if at < line.len() {
            return None;
        }
        let name = line.strip_prefix('/')?.strip_suffix(' ')?;
        let command = typed::offered().find(|command| command.name == name)?;
        command.first_option().map(|option| option.help.to_owned())
    }
}

impl Highlighter for Assistant {
    fn highlight_hint<'h>(&self, hint: &'h str) -> std::borrow::Cow<'h, str> {
        terminal::faint(hint).into()
    }
}

impl Validator for Assistant {}

impl Helper for Assistant {}

#[cfg(test)]
mod tests {
    use super::*;

    fn assistant() -> Assistant {
        Assistant { names: ["Ana Ruiz", "Anadolu", "Élan"].map(str::to_owned).into() }
    }

    #[test]
    fn a_command_is_completed_from_its_first_letters() {
        assert_eq!(assistant().completions("/ti"), (0, vec!["/timeline ".to_owned()]));
    }

    #[test]
    fn a_name_is_completed_wherever_it_is_begun_and_over_several_words() {
        assert_eq!(assistant().completions("/said ana r"), (6, vec!["Ana Ruiz".to_owned()]));
        assert_eq!(assistant().completions("what did éL"), (9, vec!["Élan".to_owned()]));
        assert_eq!(assistant().completions("what did ana").1, ["Ana Ruiz", "Anadolu"]);
    }

    #[test]
    fn nothing_is_offered_where_no_name_begins_so() {
        assert!(assistant().completions("zebra ").1.is_empty());
        assert!(assistant().completions("").1.is_empty());
        assert!(assistant().completions("/source an").1.is_empty());
    }
}
