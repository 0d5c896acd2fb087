//! `-`: one item a line, answered in order, each with one line before the next is read.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::installation::Installation;

#[test]
fn lines_in_and_lines_out_pair_up_also_where_a_line_is_empty_absurd_or_not_text() {
    let installation = Installation::with_stories();
    let mut input = b"Who is Maria Lund?\n\n   \n?!?\r\n".to_vec();
    input.extend(b"caf\xe9 \xff\xfe\n");
    input.extend("x".repeat(100_000).as_bytes());
    input.extend(b"\n\0\x1b[31m\ntitle:foo AND (\nWhat did Jon Abel say?");
    for command in ["ask", "check", "quote"] {
        let lines = installation.json_with(&[command, "--story", "harbour", "-"], input.clone());
        assert_eq!(lines.len(), 9, "{command}");
        assert_eq!(lines[1]["status"], "rejected", "{command}");
        assert_eq!(lines[2]["status"], "rejected", "{command}");
        assert_eq!(lines[3]["status"], "rejected", "{command}");
        assert_eq!(lines[5]["status"], "rejected", "{command}");
        assert_ne!(lines[8]["status"], "rejected", "{command}");
    }
}

#[test]
fn no_line_in_is_no_line_out() {
    let installation = Installation::with_stories();
    assert!(installation.json_with(&["ask", "--story", "harbour", "-"], "").is_empty());
}

#[test]
fn a_carriage_return_at_a_lines_end_is_no_part_of_the_question() {
    let installation = Installation::with_stories();
    let answers = installation.json_with(&["ask", "--story", "harbour", "-"], "Who is Jon Abel?\r\n");
    assert_eq!(answers[0]["question"], "Who is Jon Abel?");
}

#[test]
fn each_line_is_answered_before_the_next_one_is_read() {
    let installation = Installation::with_stories();
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(["ask", "--story", "harbour", "--json", "-"])
        .env("VERBATIM_DATA_DIR", installation.data())
        .env_remove("DISCORD_TOKEN")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for question in ["Who is Jon Abel?", "How many ships?"] {
        writeln!(input, "{question}").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["question"], question);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let installation = Installation::with_stories();
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(["facts", "--story", "rare-earths", "--json"])
        .env("VERBATIM_DATA_DIR", installation.data())
        .env_remove("DISCORD_TOKEN")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn a_person_sees_each_item_above_its_answer() {
    let installation = Installation::with_stories();
    let shown = installation.run_with(&["quote", "--story", "harbour", "-"], "We will not be rushed\ncheese\n");
    let text = shown.text();
    let second = "\n\n› cheese\nAbsent: the story has no such words.\n";
    assert!(text.starts_with("› We will not be rushed\nVerbatim:") && text.ends_with(second), "{text}");
}
