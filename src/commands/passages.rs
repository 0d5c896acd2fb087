//! `more` and `near`: passages of the story by the numbers of their sentences, which a button holds in its id, so that
//! it shows the same ones a year later. `near` are those nearest to a question without an answer, `on` reads the story on
//! from a sentence.

use verbatim_index::story::Citation;

use super::{Action, Arguments, Command, CommandOption, OptionKind, STORY, Surface};
use crate::context::Context;
use crate::reply::{Failure, Nearness, PassagesShown, Reply, sentence_numbers};

const AT: CommandOption =
    CommandOption::positional("at", "Numbers of sentences in base 36, with points between", OptionKind::Text);

/// Shows further passages under an answer.
pub const MORE: Command = Command {
    name: "more",
    about: "Further passages that fit a question",
    example: None,
    options: &[AT, STORY],
    surfaces: &[Surface::Button],
    action: Action::Answer(|context, arguments| passages(context, arguments, Nearness::Further)),
};

/// Shows the passages nearest to a question that the story doesn't answer.
pub const NEAR: Command = Command {
    name: "near",
    about: "The passages nearest to a question that the story doesn't answer",
    example: None,
    options: &[AT, STORY],
    surfaces: &[Surface::Button],
    action: Action::Answer(|context, arguments| passages(context, arguments, Nearness::NoAnswer)),
};

/// Reads the story on from a sentence.
pub const ON: Command = Command {
    name: "on",
    about: "The story from a sentence on",
    example: None,
    options: &[AT, STORY],
    surfaces: &[Surface::Button],
    action: Action::Answer(read_on),
};

fn read_on(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let from = sentence_numbers::read(arguments.text(AT.name).unwrap_or_default()).first().copied().unwrap_or_default();
    let passages = story.document().sentences().iter().skip(from).map(|sentence| story.cite(sentence.span)).collect();
    Ok(Reply::Passages(PassagesShown { story, passages, nearness: Nearness::Reading }))
}

fn passages(context: &Context, arguments: &Arguments, nearness: Nearness) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let numbers = sentence_numbers::read(arguments.text(AT.name).unwrap_or_default());
    let sentences = story.document().sentences();
    let cited = numbers.into_iter().filter_map(|number| sentences.get(number));
    let passages: Vec<Citation> = cited.map(|sentence| story.cite(sentence.span)).collect();
    Ok(Reply::Passages(PassagesShown { story, passages, nearness }))
}
