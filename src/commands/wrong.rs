//! `wrong` and `decide`: buttons by which a member says that an answer is wrong, and moderators decide what becomes of it.
//! `complaints` and `replay` run a complaint again, as a test case.

use super::{
    AT_THE_MACHINE, Action, Arguments, Command, CommandOption, Completion, Given, ONE_SHOT, OptionKind, SERVER, STORY,
    Surface, Under,
};
use crate::context::Context;
use crate::desk::{AnswerGiven, Decision, NewComplaint, WrongIn};
use crate::reply::{AskedFor, Case, DeskReply, Failure, Mistake, Replayed, Reply};

/// Says that an answer is wrong.
pub const WRONG: Command = Command {
    name: "wrong",
    about: "Say that an answer is wrong, and in what",
    example: None,
    options: &[ANSWER, STORY, IN, AT],
    surfaces: &[Surface::Button],
    action: Action::Answer(wrong),
};

/// Decides a complaint.
pub const DECIDE: Command = Command {
    name: "decide",
    about: "Decide what becomes of an answer that somebody finds wrong",
    example: None,
    options: &[NUMBER, AS],
    surfaces: &[Surface::Button],
    action: Action::Answer(decide),
};

/// Lists complaints as test cases.
pub const COMPLAINTS: Command = Command {
    name: "complaints",
    about: "What members found wrong; with --json, each line is a case for replay",
    example: None,
    options: &[SERVER],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(complaints),
};

/// Runs a complaint again.
pub const REPLAY: Command = Command {
    name: "replay",
    about: "Ask again what a complaint's file says, and compare the answers",
    example: None,
    options: &[CASE],
    surfaces: ONE_SHOT,
    action: Action::Answer(replay),
};

/// The answer's id.
pub const ANSWER: CommandOption = CommandOption::text("answer", "The answer's id", Completion::Nothing);
/// What is wrong with it.
pub const IN: CommandOption =
    CommandOption::word("in", "What is wrong", &["speaker", "words", "figure", "date", "subject"]);
/// The message that it stands in.
pub const AT: CommandOption = CommandOption::text("at", "The message that it stands in", Completion::Nothing);
/// Which complaint.
pub const NUMBER: CommandOption = CommandOption::number("number", "The complaint's number", 1, u32::MAX);
/// What is decided.
pub const AS: CommandOption = CommandOption::word("as", "What becomes of it", &["retract", "renew", "dismiss"]);
const CASE: CommandOption = CommandOption::positional("file", "A complaint's file", OptionKind::File);

/// Asks what is wrong, or takes the complaint once that is said.
fn wrong(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let under = arguments.under().ok_or(Mistake::Missing { option: AT.name })?;
    let given = given(context, arguments, under)?;
    let Some(reason) = arguments.text(IN.name).and_then(WrongIn::of) else {
        return Ok(Reply::Desk(DeskReply::WhatIsWrong { given, under: under.clone() }));
    };
    let message = arguments.text(AT.name).and_then(|at| at.parse().ok()).unwrap_or(under.message);
    let channel = arguments.asker().channel.unwrap_or_default();
    let (question, shown) = (under.question.clone(), under.shown.clone());
    let complaint = NewComplaint { reason, given, question, shown, channel, message };
    let number = context.server(arguments)?.complain(arguments.asker().now(), &complaint)?;
    Ok(Reply::Desk(DeskReply::Complained(number)))
}

/// The answer that the message says it is. Buttons of an earlier release said it themselves.
fn given(context: &Context, arguments: &Arguments, under: &Under) -> Result<AnswerGiven, Failure> {
    let Some(answer) = arguments.text(ANSWER.name) else {
        return Ok(under.given.clone().ok_or(Mistake::Missing { option: ANSWER.name })?);
    };
    let story = context.story(arguments)?;
    Ok(AnswerGiven { answer: answer.to_owned(), story: story.id().to_owned(), version: story.version() })
}

fn decide(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let number = i64::from(arguments.number(NUMBER.name).unwrap_or_default());
    let decision = arguments.text(AS.name).and_then(Decision::of).ok_or(Mistake::Missing { option: AS.name })?;
    let server = context.server(arguments)?;
    let decided = server.decide(arguments.asker().now(), number, decision)?;
    // Somebody else was quicker, or pressed twice: what was decided first is shown.
    let complaint = match decided {
        Some(complaint) => Some(complaint),
        None => server.complaint(number)?,
    };
    let server = arguments.asker().server;
    let shown = |complaint| DeskReply::Decided { server, complaint: Box::new(complaint) };
    Ok(Reply::Desk(complaint.map_or(DeskReply::NoComplaint, shown)))
}

fn complaints(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let complaints = context.server(arguments)?.complaints()?;
    Ok(Reply::Desk(DeskReply::Complaints(complaints)))
}

fn replay(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let file = arguments.file(CASE.name).ok_or(Mistake::Missing { option: CASE.name })?;
    let case = read(file)?;
    let given = AnswerGiven { answer: case.answer.clone(), story: case.story.clone(), version: case.version };
    let asked_for = AskedFor::read(&given, &case.question).unwrap_or_else(|| AskedFor::question(&case.question));
    let reply = super::run_again(context, &asked_for, *arguments.asker(), &case.story)?;
    Ok(Reply::Desk(DeskReply::Replayed(Replayed { case, reply }.into())))
}

fn read(file: &Given) -> Result<Case, Mistake> {
    let line = String::from_utf8_lossy(&file.bytes);
    serde_json::from_str(line.trim()).map_err(|_| Mistake::BadCase { file: file.name.clone() })
}
