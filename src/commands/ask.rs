//! `ask`: a question answered in the story's own words, or the news that the story doesn't say. An answer's id in place of
//! a question brings the same answer again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use verbatim_index::story::Story;

use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, OptionKind, STORY};
use crate::context::Context;
use crate::desk::AnswerGiven;
use crate::reply::{Answered, AskedFor, Failure, Mistake, Reply};

/// The question.
pub const QUESTION: CommandOption = CommandOption::positional("question", "What you want to know", OptionKind::Item);
const TOP: CommandOption = CommandOption::number("top", "Also list this many sentences in order of fit", 1, 100);
const EXPLAIN: CommandOption = CommandOption::switch("explain", "Also show what the answer was found by");

/// How many sentences are ranked whether or not the asker wants to see them: a button shows them page by page.
const RANKED: usize = 15;

/// Answers a question.
pub const COMMAND: Command = Command {
    name: "ask",
    about: "Ask the story a question; the answer is in its own words",
    example: Some((QUESTION.name, "who said what?")),
    options: &[QUESTION, STORY, TOP, EXPLAIN],
    surfaces: EVERYWHERE,
    action: Action::Answer(ask),
};

/// What a question is answered from a version of a story.
pub fn answered(context: &Context, story: Arc<Story>, question: &str) -> Answered {
    let answer = context.answer(&story, question, RANKED);
    Answered {
        story,
        question: question.to_owned(),
        answer,
        top: 0,
        explain: false,
        took: Duration::ZERO,
        approved: None,
    }
}

fn ask(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let question = arguments.text(QUESTION.name).ok_or(Mistake::Missing { option: QUESTION.name })?;
    if let Some(given) = AnswerGiven::read(question.trim()) {
        return again(context, arguments, &given);
    }
    let story = context.story(arguments)?;
    let top = arguments.number(TOP.name).unwrap_or_default() as usize;
    let begun = Instant::now();
    let answer = context.answer(&story, question, top.max(RANKED));
    let took = begun.elapsed();
    let explain = arguments.switch(EXPLAIN.name);
    let approved = context.approved_answer(arguments.asker().server, &story, question);
    Ok(Reply::Answer(Answered { story, question: question.to_owned(), answer, top, explain, took, approved }))
}

/// The answer with an id, from the same version of the story.
fn again(context: &Context, arguments: &Arguments, given: &AnswerGiven) -> Result<Reply, Failure> {
    let story = format!("{}@{}", given.story, given.version);
    let is_of = |asked_for: &AskedFor| asked_for.id(&given.story, given.version) == given.answer;
    match context.recall(&given.answer).filter(is_of) {
        Some(asked_for) => super::run_again(context, &asked_for, *arguments.asker(), &story),
        None => Err(Mistake::NoSuchAnswer { story }.into()),
    }
}
