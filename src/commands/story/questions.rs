//! `story questions`: the questions that a story's editors expect: add, remove, list, and check, which tells how the program
//! fares with them today.

use std::sync::Arc;

use verbatim_index::editors;
use verbatim_index::library::{Library, LibraryError};
use verbatim_index::story::Story;

use super::{ID, given_id};
use crate::commands::{AT_THE_MACHINE, Action, Arguments, Command, CommandOption, Completion, OptionKind, STORY};
use crate::context::{Context, with_nearest_id};
use crate::reply::{Failure, Mistake, QuestionsListed, QuestionsTried, Reply, StoryChanged};

/// Lists and keeps the questions that editors expect.
pub(super) const COMMAND: Command = Command {
    name: "questions",
    about: "Questions that a story's editors expect, and how the program fares with them",
    example: None,
    options: &[STORY],
    surfaces: AT_THE_MACHINE,
    action: Action::Group { commands: &[ADD, REMOVE, LIST, CHECK], alone: of_story },
};

const QUESTION: CommandOption =
    CommandOption::positional("question", "The question in people's own words", OptionKind::Text);
const ANSWER: CommandOption = CommandOption::text(
    "answer",
    "Words of the sentence that answers; without them, the story doesn't say",
    Completion::Nothing,
);

const ADD: Command = Command {
    name: "add",
    about: "Add a question, with words of the sentence that answers it or without",
    example: None,
    options: &[ID, QUESTION, ANSWER],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(add),
};

const REMOVE: Command = Command {
    name: "remove",
    about: "Take a question away",
    example: None,
    options: &[ID, QUESTION],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(remove),
};

const LIST: Command = Command {
    name: "list",
    about: "List the questions and the sentences that they lead to",
    example: None,
    options: &[ID],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(list),
};

const CHECK: Command = Command {
    name: "check",
    about: "Which of them the program gets wrong today, without them and with them",
    example: None,
    options: &[ID],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(check),
};

fn of_story(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    Ok(Reply::Questions(QuestionsListed { story: context.story(arguments)? }))
}

fn list(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = given_story(context, arguments)?;
    Ok(Reply::Questions(QuestionsListed { story }))
}

fn add(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let (id, question) = (given_id(arguments)?, given_question(arguments)?);
    changed(context, id, |library| library.add_question(id, question, arguments.text(ANSWER.name)))
}

fn remove(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let (id, question) = (given_id(arguments)?, given_question(arguments)?);
    changed(context, id, |library| library.remove_question(id, question))
}

fn changed(
    context: &Context,
    id: &str,
    change: impl FnOnce(&Library) -> Result<Arc<Story>, LibraryError>,
) -> Result<Reply, Failure> {
    let (story, change) = super::changed(context, id, change)?;
    Ok(Reply::Changed(StoryChanged { story, change, lost_corrections: 0 }))
}

fn check(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = given_story(context, arguments)?;
    let options = context.ask_options(0);
    let all = story.editors_questions().all().len();
    let mut tried = Vec::with_capacity(all);
    for index in 0..all {
        tried.extend(editors::try_out(&story, index, &options));
        context.report_progress(index + 1, all);
    }
    context.keep_meaning(&story);
    Ok(Reply::Tried(QuestionsTried { story, tried }))
}

fn given_story(context: &Context, arguments: &Arguments) -> Result<Arc<Story>, Failure> {
    let library = context.library()?;
    library.story(given_id(arguments)?).map_err(|error| with_nearest_id(library, error))
}

fn given_question(arguments: &Arguments) -> Result<&str, Mistake> {
    arguments.text(QUESTION.name).ok_or(Mistake::Missing { option: QUESTION.name })
}
