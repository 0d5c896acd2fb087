//! A line typed in the chat → what is meant: a question, or a command with its words as a command line has them.

use crate::commands::{Action, Arguments, COMMANDS, Command, Surface, Value};

/// What a line means.
#[derive(Debug, PartialEq, Eq)]
pub enum Typed {
    /// It is empty.
    Nothing,
    /// It ends the chat.
    End,
    /// A question.
    Question(String),
    /// The words of a command line.
    Command(Vec<String>),
    /// A command that there isn't.
    Unknown {
        /// What was typed.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
}

const ENDINGS: [&str; 3] = ["quit", "exit", "bye"];

/// Jaro-Winkler likeness from which a command is offered as what was meant.
const LIKE_ENOUGH: f64 = 0.75;

/// Reads a line.
pub fn read(line: &str) -> Typed {
    let line = line.trim();
    let Some(rest) = line.strip_prefix('/') else {
        return if line.is_empty() { Typed::Nothing } else { Typed::Question(line.to_owned()) };
    };
    let (name, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    if ENDINGS.contains(&name) {
        return Typed::End;
    }
    match offered().find(|command| command.name == name) {
        Some(command) => Typed::Command(command_line(command, rest.trim())),
        None => Typed::Unknown { name: name.to_owned(), nearest: nearest(name) },
    }
}

/// What a question is as the arguments of the first command.
pub fn question(question: String) -> Arguments {
    Arguments::default().with(COMMANDS[0].options[0].name, Value::Text(question))
}

/// The commands that the chat offers.
pub fn offered() -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().filter(|command| command.is_offered_by(Surface::Chat))
}

/// `/said clinton` is `said --speaker clinton`, `/ask who …` is `ask -- who …`, and options by name stay as they are.
fn command_line(command: &'static Command, rest: &str) -> Vec<String> {
    let name = command.name.to_owned();
    let has_named_options = rest.starts_with("--") || rest.contains(" --");
    let takes_words = matches!(command.action, Action::Answer(_)) && !has_named_options;
    match command.first_option() {
        Some(option) if takes_words && !rest.is_empty() && option.positional => {
            vec![name, "--".to_owned(), rest.to_owned()]
        }
        Some(option) if takes_words && !rest.is_empty() => vec![name, format!("--{}={rest}", option.name)],
        _ => {
            // An odd quotation mark is no reason to refuse a line: then words end at white space.
            let words = shlex::split(rest).unwrap_or_else(|| rest.split_whitespace().map(str::to_owned).collect());
            std::iter::once(name).chain(words).collect()
        }
    }
}

fn nearest(name: &str) -> Option<&'static str> {
    let scored = offered().map(|command| (strsim::jaro_winkler(command.name, name), command.name));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best.0 > LIKE_ENOUGH).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        match read(line) {
            Typed::Command(words) => words,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn a_line_without_a_slash_is_a_question() {
        assert_eq!(read("  who said it? \n"), Typed::Question("who said it?".to_owned()));
        assert_eq!(read(" \r\n"), Typed::Nothing);
    }

    #[test]
    fn words_after_a_command_are_its_first_option() {
        assert_eq!(words("/said Hillary Clinton"), ["said", "--speaker=Hillary Clinton"]);
        assert_eq!(words("/ask why \"not\"?"), ["ask", "--", "why \"not\"?"]);
        assert_eq!(words("/source 5"), ["source", "--", "5"]);
        assert_eq!(words("/figures"), ["figures"]);
    }

    #[test]
    fn options_by_name_are_read_as_on_a_command_line() {
        assert_eq!(
            words("/said --speaker 'Yang Jiechi' --about export"),
            ["said", "--speaker", "Yang Jiechi", "--about", "export"]
        );
        assert_eq!(words("/story list"), ["story", "list"]);
    }

    #[test]
    fn a_mistyped_command_is_not_run_but_named() {
        assert_eq!(read("/figurs"), Typed::Unknown { name: "figurs".to_owned(), nearest: Some("figures") });
        assert_eq!(read("/xyz"), Typed::Unknown { name: "xyz".to_owned(), nearest: None });
    }
}
