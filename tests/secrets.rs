//! What must not be written anywhere: the token, and, at the usual levels, what people ask.

use crate::installation::{Installation, ran};

const TOKEN: &str = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs";

#[test]
fn the_token_stands_in_no_output_and_no_file() {
    let installation = Installation::with_stories();
    for arguments in [&["doctor"][..], &["doctor", "--json"], &["ask", "Who?"], &["story", "list"], &["run", "--help"]]
    {
        let mut command = installation.command();
        // Nothing listens on port 1.
        command.env("VERBATIM_DISCORD__API", "http://127.0.0.1:1");
        // Nothing listens on port 1: no test asks the real Discord.
        command.env("VERBATIM_DISCORD__API", "http://127.0.0.1:1");
        let ran = ran(command.args(arguments).env("DISCORD_TOKEN", TOKEN).env("VERBATIM_LOG__LEVEL", "trace"));
        let out = String::from_utf8_lossy(&ran.out);
        assert!(!out.contains(TOKEN) && !ran.err.contains(TOKEN), "{arguments:?}");
    }
    check_no_file_holds(&installation.data(), TOKEN);
}

fn check_no_file_holds(folder: &std::path::Path, secret: &str) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            check_no_file_holds(&entry, secret);
        } else {
            let bytes = std::fs::read(&entry).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains(secret), "{}", entry.display());
        }
    }
}

#[test]
fn a_request_is_logged_with_command_outcome_and_time_but_never_with_the_question() {
    let installation = Installation::with_stories();
    for (command, words) in
        [("ask", "Where is zanzibar mentioned?"), ("check", "Zanzibar is mentioned."), ("quote", "zanzibar says hello")]
    {
        let mut run = installation.command();
        run.args([command, "--story", "harbour", words]).env("VERBATIM_LOG__LEVEL", "info");
        let ran = ran(&mut run);
        assert!(ran.err.contains(command) && ran.err.contains("harbour"), "{}", ran.err);
        assert!(ran.err.contains("outcome") && ran.err.contains("microseconds"), "{}", ran.err);
        assert!(!ran.err.to_lowercase().contains("zanzibar"), "{}", ran.err);
    }
}

#[test]
fn a_usual_run_logs_nothing() {
    let installation = Installation::with_stories();
    assert_eq!(installation.run(&["ask", "--story", "harbour", "Who is Jon Abel?"]).err, "");
}

#[test]
fn logs_for_machines_are_json() {
    let installation = Installation::with_stories();
    let mut command = installation.command();
    command.args(["ask", "--story", "harbour", "Who is Jon Abel?"]);
    let ran = ran(command.env("VERBATIM_LOG__LEVEL", "info").env("VERBATIM_LOG__FORMAT", "json"));
    assert!(!ran.err.is_empty());
    for line in ran.err.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
}

#[test]
fn the_bot_without_a_token_says_what_it_needs() {
    let installation = Installation::fresh();
    let ran = installation.run(&["run"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("DISCORD_TOKEN"), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1);
}
