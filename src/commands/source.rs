//! `source`: a paragraph of the story between its neighbours.

use verbatim_index::story::Story;

use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, OptionKind, STORY};
use crate::context::Context;
use crate::reply::{Failure, Mistake, ParagraphShown, Reply};

const PARAGRAPH: CommandOption =
    CommandOption::positional("paragraph", "Its number, from 1", OptionKind::Number { least: 1, most: 100_000 });

/// Shows a paragraph.
pub const COMMAND: Command = Command {
    name: "source",
    about: "A paragraph of the story in its context",
    example: Some((PARAGRAPH.name, "2")),
    options: &[PARAGRAPH, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(source),
};

fn source(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let number = arguments.number(PARAGRAPH.name).ok_or(Mistake::Missing { option: PARAGRAPH.name })?;
    let story = context.story(arguments)?;
    let paragraphs = story.document().paragraphs();
    match paragraphs.iter().position(|paragraph| paragraph.number == Some(number)) {
        Some(paragraph) => Ok(Reply::Paragraph(ParagraphShown { story, paragraph })),
        None => Err(Mistake::NoSuchParagraph { number, last: last_number(&story) }.into()),
    }
}

fn last_number(story: &Story) -> u32 {
    let numbers = story.document().paragraphs().iter().rev().find_map(|paragraph| paragraph.number);
    numbers.unwrap_or_default()
}
