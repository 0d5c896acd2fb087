//! `ask-desk`, `reply` and `adopt`: buttons by which a member hands a question over to people, one of them answers it with
//! a source, and the answer becomes an approved one.

use verbatim_index::story::Citation;

use super::{Action, Arguments, Command, CommandOption, Completion, STORY, Surface, approve};
use crate::context::Context;
use crate::desk::{Backing, HandOver, NewApproved, NewHandOver, Setting};
use crate::reply::{DeskReply, Failure, HandOverShown, Mistake, Reply};

/// Hands a question over.
pub const ASK_DESK: Command = Command {
    name: "ask-desk",
    about: "Hand a question that the story doesn't answer over to the moderators",
    example: None,
    options: &[AT, GAP, STORY],
    surfaces: &[Surface::Button],
    action: Action::Answer(ask_desk),
};

/// Answers a question that was handed over.
pub const REPLY: Command = Command {
    name: "reply",
    about: "Answer a question that was handed over, with a source",
    example: None,
    options: &[NUMBER, ANSWER, SOURCE],
    surfaces: &[Surface::Button],
    action: Action::Answer(reply),
};

/// Makes a person's answer an approved one.
pub const ADOPT: Command = Command {
    name: "adopt",
    about: "Make the answer to a question that was handed over an approved one",
    example: None,
    options: &[NUMBER],
    surfaces: &[Surface::Button],
    action: Action::Answer(adopt),
};

/// The sentences nearest to the question.
pub const AT: CommandOption = CommandOption::text("at", "The sentences nearest to the question", Completion::Nothing);
/// Which of the questions that are kept.
pub const GAP: CommandOption = CommandOption::text("gap", "The question's hash", Completion::Nothing);
/// Which question that was handed over.
pub const NUMBER: CommandOption = CommandOption::number("number", "The question's number", 1, u32::MAX);
/// The answer.
pub const ANSWER: CommandOption = CommandOption::text("answer", "The answer", Completion::Nothing);
/// What bears it out.
pub const SOURCE: CommandOption =
    CommandOption::text("source", "A paragraph's number, or an address", Completion::Nothing);

fn ask_desk(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let server = context.server(arguments)?;
    if server.in_force(None, None)?.id(Setting::Desk).is_none() {
        return Err(Mistake::NobodyHears.into());
    }
    let story = context.story_as_read(arguments)?;
    let question = match arguments.text(GAP.name) {
        Some(hash) => server.gap(story.id(), hash)?.and_then(|gap| gap.question),
        None => arguments.under().map(|under| under.question.clone()),
    };
    let question = question.filter(|question| !question.is_empty()).ok_or(Mistake::Missing { option: "question" })?;
    let new = NewHandOver {
        story: story.id(),
        version: story.version(),
        question: &question,
        channel: arguments.asker().channel.unwrap_or_default(),
        nearest: arguments.text(AT.name).unwrap_or_default(),
    };
    match server.hand_over(arguments.asker().now(), new)? {
        Some(number) => Ok(Reply::Desk(DeskReply::HandedOver(number))),
        None => Err(Mistake::TooManyWaiting.into()),
    }
}

fn number(arguments: &Arguments) -> i64 {
    arguments.number(NUMBER.name).unwrap_or_default().into()
}

fn reply(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let server = context.server(arguments)?;
    let no_such = || Mistake::NoSuchHandOver { number: number(arguments) };
    let waiting = server.handed_over(number(arguments))?.ok_or_else(no_such)?;
    let words = arguments.words(&ANSWER, approve::LONGEST)?;
    let story = context.library()?.story(&waiting.story)?;
    let backing = approve::source_of_answer(&story, arguments.words(&SOURCE, usize::MAX)?)?;
    let answered = server.answer_by_person(arguments.asker().now(), waiting.number, words, &backing)?;
    // Somebody else was quicker: what was answered first is shown.
    let kept = match answered {
        Some(answered) => answered,
        None => server.handed_over(waiting.number)?.ok_or_else(no_such)?,
    };
    Ok(Reply::Desk(DeskReply::HandOver(shown(context, kept, false)?.into())))
}

fn adopt(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let server = context.server(arguments)?;
    let kept = server.handed_over(number(arguments))?;
    let kept = kept.ok_or_else(|| Mistake::NoSuchHandOver { number: number(arguments) })?;
    let Some(answer) = kept.answer.clone() else { return Err(Mistake::Missing { option: ANSWER.name }.into()) };
    let new =
        NewApproved { story: &kept.story, question: &kept.question, words: &answer.words, backing: &answer.backing };
    server.approve(arguments.asker().now(), new)?;
    context.forget_overlays();
    Ok(Reply::Desk(DeskReply::HandOver(shown(context, kept, true)?.into())))
}

/// A question with the story that it was put to as it is now, and the passage behind its answer.
pub fn shown(context: &Context, hand_over: HandOver, is_adopted: bool) -> Result<HandOverShown, Failure> {
    let story = context.library()?.story(&hand_over.story)?;
    let behind = hand_over.answer.as_ref().and_then(|answer| match &answer.backing {
        Backing::Passage(place) | Backing::Beside(place) => context.citation_now(&story, place.version, place.at),
        Backing::Link(_) | Backing::Nothing => None,
    });
    Ok(HandOverShown { story, hand_over, nearest: Vec::<Citation>::new(), behind, is_adopted })
}
