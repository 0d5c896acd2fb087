//! What README.md tells people to type works as it says.

use std::path::Path;

use crate::installation::{Installation, ran};

/// The lines of README.md's console blocks that begin with a prompt and `verbatim`.
fn commands() -> Vec<String> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(readme).expect("there is a README.md");
    let mut inside = false;
    let mut commands = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let (true, Some(command)) = (inside, line.strip_prefix("$ verbatim ")) {
            commands.push(command.to_owned());
        }
    }
    commands
}

/// Words of a command that name a file of the reader's own.
fn is_own_file(word: &str) -> bool {
    word.ends_with(".txt") || word.ends_with(".md")
}

/// What can't be run here: it needs Discord and goes on until it is stopped, or stands for something to put in.
fn is_run_elsewhere(words: &[String]) -> bool {
    words.first().is_none_or(|command| command == "run") || words.iter().any(|word| word == "FILE" || word == "ID")
}

#[test]
fn every_command_of_the_readme_runs() {
    let installation = Installation::fresh();
    let commands = commands();
    assert!(!commands.is_empty(), "README.md shows no command");
    let mut run_here = 0;
    for command in &commands {
        // A comment or a pipe after a command is the shell's.
        let own = command.split(" #").next().unwrap_or_default().split(" | ").next().unwrap_or_default();
        let words = shlex::split(own).expect("a command's quotation marks are closed");
        if is_run_elsewhere(&words) {
            continue;
        }
        for file in words.iter().filter(|word| is_own_file(word)) {
            installation.file(file, crate::articles::HARBOUR.as_bytes());
        }
        run_here += 1;
        let mut run = installation.command();
        let ran = ran(run.args(&words).current_dir(installation.home()).write_stdin("who said what?\n"));
        assert_eq!(ran.code, 0, "verbatim {command}: {}", ran.err);
        assert!(words[0] == "chat" || !ran.out.is_empty(), "verbatim {command}");
    }
    assert!(run_here > 0, "README.md shows no command that can be run");
}
