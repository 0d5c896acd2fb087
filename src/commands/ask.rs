//! `ask`: a question answered in the story's own words, or the news that the story doesn't say.

use std::time::Instant;

use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, OptionKind, STORY};
use crate::context::Context;
use crate::reply::{Answered, Failure, Mistake, Reply};

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

fn ask(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let question = arguments.text(QUESTION.name).ok_or(Mistake::Missing { option: QUESTION.name })?;
    let story = context.story(arguments)?;
    let top = arguments.number(TOP.name).unwrap_or_default() as usize;
    let begun = Instant::now();
    let answer = context.answer(&story, question, top.max(RANKED));
    let took = begun.elapsed();
    let explain = arguments.switch(EXPLAIN.name);
    Ok(Reply::Answer(Answered { story, question: question.to_owned(), answer, top, explain, took }))
}
