//! `approve`: what moderators want a question to be answered with: a passage of the story, or a note that is labelled as
//! theirs. Shown before, or in place of, what the program finds itself.

use verbatim_index::quote::{self, QuoteVerdict};
use verbatim_index::span::Span;
use verbatim_index::story::{CitedSource, Story};

use super::{Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, OptionKind, SERVER, STORY};
use crate::config::is_web_address;
use crate::context::{self, Context};
use crate::desk::{Backing, NewApproved, PlaceInStory as Place};
use crate::reply::{ApprovedList, Failure, Mistake, Reply};

/// The group.
pub const COMMAND: Command = Command {
    name: "approve",
    about: "Approved answers: words of the story, or a moderator's note labelled as one",
    example: None,
    options: &[STORY, SERVER],
    surfaces: EVERYWHERE,
    action: Action::Group { commands: &[SET, LIST, REMOVE], alone: list },
};

const SET: Command = Command {
    name: "set",
    about: "Approve a passage of the story, or a note, as the answer to a question",
    example: None,
    options: &[QUESTION, PASSAGE, NOTE, LINK, STORY, SERVER],
    surfaces: EVERYWHERE,
    action: Action::Answer(set),
};

const LIST: Command = Command {
    name: "list",
    about: "The approved answers about a story",
    example: None,
    options: &[STORY, SERVER],
    surfaces: EVERYWHERE,
    action: Action::Answer(list),
};

const REMOVE: Command = Command {
    name: "remove",
    about: "Take an approved answer back",
    example: None,
    options: &[QUESTION, STORY, SERVER],
    surfaces: EVERYWHERE,
    action: Action::Answer(remove),
};

const QUESTION: CommandOption = CommandOption::positional(
    "question",
    "The question, as members ask it; marks and capitals don't count",
    OptionKind::Text,
);
const PASSAGE: CommandOption =
    CommandOption::text("passage", "Words of the story as they stand, or a paragraph's number", Completion::Nothing);
const NOTE: CommandOption =
    CommandOption::text("note", "Words of your own, shown as a moderator's note", Completion::Nothing);
const LINK: CommandOption = CommandOption::text("link", "What bears a note out: an address", Completion::Nothing);

/// The longest note that is kept.
pub const LONGEST: usize = 1_500;

fn set(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let question = question(arguments)?;
    let story = context.story_as_read(arguments)?;
    let (passage, note) = (arguments.text(PASSAGE.name), arguments.text(NOTE.name));
    let (words, backing) = match (passage, note) {
        (Some(written), None) => {
            let span = passage_meant(&story, written)?;
            (story.document().text(span).to_owned(), Backing::Passage(place(&story, span)))
        }
        (passage, Some(_)) => {
            (arguments.words(&NOTE, LONGEST)?.to_owned(), self::backing(&story, passage, arguments.text(LINK.name))?)
        }
        (None, None) => return Err(Mistake::Missing { option: PASSAGE.name }.into()),
    };
    let new = NewApproved { story: story.id(), question, words: &words, backing: &backing };
    context.server(arguments)?.approve(arguments.asker().now(), new)?;
    context.forget_overlays();
    list(context, arguments)
}

fn list(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story_as_read(arguments)?;
    let kept = context.server(arguments)?.approved(story.id())?;
    let shown = kept.into_iter().map(|approved| {
        let answer = context.approved_in_story(&story, &approved);
        (approved, answer)
    });
    let shown = shown.collect();
    Ok(Reply::Approved(ApprovedList { story, shown }))
}

fn remove(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let question = question(arguments)?;
    let story = context.story_as_read(arguments)?;
    if !context.server(arguments)?.withdraw_approved(arguments.asker().now(), story.id(), question)? {
        return Err(Mistake::NothingApproved { written: question.to_owned() }.into());
    }
    context.forget_overlays();
    list(context, arguments)
}

fn question(arguments: &Arguments) -> Result<&str, Mistake> {
    let question = arguments.text(QUESTION.name).filter(|question| question.contains(char::is_alphanumeric));
    question.ok_or(Mistake::Missing { option: QUESTION.name })
}

fn backing(story: &Story, passage: Option<&str>, link: Option<&str>) -> Result<Backing, Mistake> {
    match (passage, link) {
        (Some(written), _) => Ok(Backing::Beside(place(story, passage_meant(story, written)?))),
        (None, Some(address)) => self::link(address),
        (None, None) => Ok(Backing::Nothing),
    }
}

fn link(address: &str) -> Result<Backing, Mistake> {
    let address = address.trim();
    let is_address = is_web_address(address) && !address.contains(char::is_whitespace);
    if is_address {
        Ok(Backing::Link(address.to_owned()))
    } else {
        Err(Mistake::NotAnAddress { written: address.to_owned() })
    }
}

/// What stands behind a person's answer: a paragraph by its number, or an address; one of them there must be.
pub(super) fn source_of_answer(story: &Story, written: &str) -> Result<Backing, Mistake> {
    let written = written.trim();
    match paragraph_number(written) {
        Some(number) => Ok(Backing::Beside(place(story, paragraph(story, number)?))),
        None => link(written).map_err(|_| Mistake::NoSource { written: written.to_owned() }),
    }
}

fn place(story: &Story, span: Span) -> Place {
    Place { version: story.version(), at: context::place(story, span) }
}

/// The passage that a paragraph's number or words of the story mean. Words must be the story's, letter by letter.
fn passage_meant(story: &Story, written: &str) -> Result<Span, Mistake> {
    if let Some(number) = paragraph_number(written) {
        return paragraph(story, number);
    }
    let check = quote::check(story, written);
    let of_article = check.because.iter().find(|citation| citation.source == CitedSource::Article);
    let is_verbatim = matches!(check.verdict, QuoteVerdict::Verbatim | QuoteVerdict::OtherSpeaker);
    let found = of_article.filter(|_| is_verbatim).map(|citation| citation.span);
    found.ok_or_else(|| Mistake::NotInStory { written: written.to_owned() })
}

/// `4`, `¶4`.
fn paragraph_number(written: &str) -> Option<u32> {
    written.trim().trim_start_matches('¶').trim().parse().ok()
}

fn paragraph(story: &Story, number: u32) -> Result<Span, Mistake> {
    let paragraphs = story.document().paragraphs();
    let found = paragraphs.iter().find(|paragraph| paragraph.number == Some(number));
    let last = paragraphs.iter().filter_map(|paragraph| paragraph.number).max().unwrap_or_default();
    found.map(|paragraph| paragraph.span).ok_or(Mistake::NoSuchParagraph { number, last })
}
