//! The terminal chat, through a pipe and through a real terminal.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::installation::Installation;

#[test]
fn a_pipe_is_answered_line_by_line_without_prompt_or_colour() {
    let installation = Installation::with_stories();
    let lines = "How many ships did the port handle?\n/said Lund\n\n/source 1\n/quit\nnever read\n";
    let ran = installation.run_with(&["chat", "--story", "harbour"], lines);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = ran.text();
    assert!(text.contains("1,200 ships") && text.contains("We will not be rushed"), "{text}");
    assert!(!text.contains('\u{1b}') && !text.contains('›'), "{text}");
}

#[test]
fn without_a_command_and_without_a_token_the_chat_starts() {
    let installation = Installation::fresh();
    let ran = installation.run_with(&[], "/help\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.text().contains("/said"));
}

#[test]
fn a_mistake_does_not_end_the_chat() {
    let installation = Installation::with_stories();
    let lines = "/sad Lund\n/source 999\n/source x\n/said --nothing\n/ask --story zzz who\n/source 1\n";
    let ran = installation.run_with(&["chat", "--story", "harbour"], lines);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = ran.text();
    assert!(text.contains("Did you mean /said?"), "{text}");
    assert!(text.contains("no paragraph 999"), "{text}");
    assert!(text.contains("--nothing"), "{text}");
    assert!(text.contains("put off a vote"), "{text}");
}

#[test]
fn another_story_can_be_chosen_also_when_the_one_asked_is_gone() {
    let installation = Installation::with_stories();
    let lines = "/use one-line\n/source 1\n/story use wrapped\n/source 1\n/story remove wrapped\n/use windows\n\
                 /source 3\n/use nowhere\n/source 3\n";
    let ran = installation.run_with(&["chat", "--story", "harbour"], lines);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = ran.text();
    assert!(text.starts_with("Now asking: one-line\n"), "{text}");
    assert!(text.contains("The dam holds 70%") && text.contains("Now asking: Ferry line to reopen\n"), "{text}");
    assert!(text.contains("there is no story \"nowhere\""), "{text}");
    assert_eq!(text.matches("Ms Lund's deputy").count(), 2, "{text}");
}

#[test]
fn a_command_that_cannot_be_taken_is_complained_of_in_one_line_with_slashes() {
    let installation = Installation::fresh();
    for line in ["/story science", "/story add", "/source x", "/said --nothing", "/use"] {
        let ran = installation.run_with(&["chat"], format!("{line}\n"));
        let text = ran.text();
        assert_eq!(text.lines().count(), 1, "{line}: {text}");
        assert!(text.ends_with("; /help shows what there is\n") && !text.contains("Usage"), "{line}: {text}");
    }
}

#[test]
fn the_doctor_comes_to_the_chat() {
    let ran = Installation::with_stories().run_with(&["chat"], "/doctor\n");
    assert!(ran.text().contains("ok     Discord token     DISCORD_TOKEN isn't set"), "{}", ran.text());
}

/// A chat on a pseudo-terminal that `script` makes.
struct Terminal {
    script: std::process::Child,
    keys: std::process::ChildStdin,
}

impl Terminal {
    /// `None` where there is no `script` of util-linux.
    fn chat(installation: &Installation) -> Option<Self> {
        let chat = format!("{} chat --story harbour", env!("CARGO_BIN_EXE_verbatim"));
        let mut script = Command::new("script")
            .args(["--quiet", "--return", "--command", &chat, "/dev/null"])
            .env_clear()
            .env("PATH", std::env::var_os("PATH")?)
            .env("TERM", "xterm-256color")
            .env("HOME", installation.home())
            .env("VERBATIM_DATA_DIR", installation.data())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let keys = script.stdin.take()?;
        Some(Self { script, keys })
    }

    fn press(&mut self, keys: &str) {
        // What is typed before the editor has set the terminal up is read by the line discipline instead.
        std::thread::sleep(Duration::from_millis(700));
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// What was shown, and the exit code.
    fn end(mut self) -> (String, Option<i32>) {
        std::thread::sleep(Duration::from_millis(700));
        drop(self.keys);
        let mut shown = Vec::new();
        self.script.stdout.take().unwrap().read_to_end(&mut shown).unwrap();
        (String::from_utf8_lossy(&shown).into_owned(), self.script.wait().unwrap().code())
    }
}

#[test]
fn on_a_terminal_lines_are_edited_completed_and_remembered() {
    let installation = Installation::with_stories();
    let Some(mut terminal) = Terminal::chat(&installation) else {
        eprintln!("skipped: there is no `script` to make a terminal with");
        return;
    };
    terminal.press("/summ\t\r");
    terminal.press("who is Jon Abel\r");
    terminal.press("\u{4}");
    let (shown, code) = terminal.end();
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("/summary "), "the command wasn't completed: {shown}");
    assert!(shown.contains("put off a vote"), "{shown}");
    assert!(shown.contains("\u{1b}[1m"), "a terminal gets styles: {shown}");
    let history = std::fs::read_to_string(installation.data().join("chat-history")).unwrap();
    assert!(history.contains("who is Jon Abel"), "{history}");
}

#[test]
fn on_a_terminal_one_interrupt_clears_the_line_and_two_end_the_chat() {
    let installation = Installation::with_stories();
    let Some(mut terminal) = Terminal::chat(&installation) else {
        eprintln!("skipped: there is no `script` to make a terminal with");
        return;
    };
    terminal.press("half a quest\u{3}");
    terminal.press("/source 1\r");
    terminal.press("\u{3}");
    terminal.press("\u{3}");
    let (shown, code) = terminal.end();
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("Ctrl-C again"), "{shown}");
    assert!(shown.contains("put off a vote"), "{shown}");
}
