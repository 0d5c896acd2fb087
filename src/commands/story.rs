//! `story`: which story is asked, and the library's stories: add, list, show, update, remove.

use std::sync::Arc;

use jiff::civil::Date;
use verbatim_index::library::{Addition, Library, LibraryError};
use verbatim_index::story::Story;

use super::{
    AT_THE_MACHINE, Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, Given, OptionKind, STORY, choose,
};
use crate::config::is_web_address;
use crate::context::{Context, with_nearest_id};
use crate::reply::{Change, Failure, Mistake, Reply, StoryChanged, StoryInUse, StoryShown};

mod questions;

/// Shows the story that is asked; at the machine, keeps the library.
pub const COMMAND: Command = Command {
    name: "story",
    about: "Which story is asked, which others there are, and how to ask one of them",
    example: None,
    options: &[STORY],
    surfaces: EVERYWHERE,
    action: Action::Group {
        commands: &[ADD, LIST, SHOW, UPDATE, REMOVE, questions::COMMAND, choose::COMMAND],
        alone: in_use,
    },
};

const FILE: CommandOption = CommandOption::positional(
    "file",
    "The article: a text or Markdown file, or - for standard input",
    OptionKind::File,
);
const ID: CommandOption = CommandOption {
    completes: Completion::Stories,
    ..CommandOption::positional("id", "The story's id", OptionKind::Text)
};
const NEW_ID: CommandOption =
    CommandOption::text("id", "Its id; without it one is made from the headline", Completion::Nothing);
const URL: CommandOption = CommandOption::text("url", "The address it was published at", Completion::Nothing);
/// A day of publication; taken by every command that reads a text of somebody's.
pub(super) const PUBLISHED: CommandOption =
    CommandOption::text("published", "The day of publication, as 2010-10-30", Completion::Nothing);
const PUBLISHER: CommandOption = CommandOption::text("publisher", "Who published it", Completion::Nothing);
const FACTS: CommandOption = CommandOption::file("facts", "Related facts, a JSON Lines file");
const QUESTIONS: CommandOption =
    CommandOption::file("questions", "Questions that you expect, with words of the answers, a JSON Lines file");
const RAW: CommandOption = CommandOption::switch("raw", "The article's file, byte for byte as it was given");

const ADD: Command = Command {
    name: "add",
    about: "Add an article to the library",
    example: None,
    options: &[FILE, NEW_ID, URL, PUBLISHED, PUBLISHER, FACTS, QUESTIONS],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(add),
};

const LIST: Command = Command {
    name: "list",
    about: "List the stories",
    example: None,
    options: &[],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(list),
};

const SHOW: Command = Command {
    name: "show",
    about: "Show a story",
    example: None,
    options: &[ID, RAW],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(show),
};

const UPDATE: Command = Command {
    name: "update",
    about: "Give a story a new version of its article; older versions are kept",
    example: None,
    options: &[ID, FILE],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(update),
};

const REMOVE: Command = Command {
    name: "remove",
    about: "Remove a story with all its versions",
    example: None,
    options: &[ID],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(remove),
};

fn in_use(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let others = context.library()?.list()?.stories.into_iter().filter(|entry| entry.id != story.id()).collect();
    Ok(Reply::InUse(StoryInUse { story, others }))
}

fn add(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let file = given_file(arguments)?;
    let given =
        |option: &CommandOption| arguments.file(option.name).map(|file| (file.name.as_str(), file.bytes.as_slice()));
    let addition = Addition {
        file_name: &file.name,
        bytes: &file.bytes,
        id: arguments.text(NEW_ID.name),
        url: arguments.text(URL.name).map(address).transpose()?,
        published: arguments.text(PUBLISHED.name).map(day).transpose()?,
        publisher: arguments.text(PUBLISHER.name),
        facts: given(&FACTS),
        questions: given(&QUESTIONS),
    };
    let story = context.library()?.add(&addition)?;
    context.keep_meaning(&story);
    Ok(Reply::Changed(StoryChanged { story, change: Change::Added, lost_corrections: 0 }))
}

fn list(context: &Context, _arguments: &Arguments) -> Result<Reply, Failure> {
    Ok(Reply::Stories(context.library()?.list()?.into()))
}

fn show(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let id = given_id(arguments)?;
    let library = context.library()?;
    if arguments.switch(RAW.name) {
        return Ok(Reply::Raw(library.raw(id).map_err(|error| with_nearest_id(library, error))?));
    }
    let story = library.story(id).map_err(|error| with_nearest_id(library, error))?;
    Ok(Reply::Story(StoryShown { story, entry: library.entry(id)? }))
}

fn update(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let file = given_file(arguments)?;
    let id = given_id(arguments)?;
    let (story, change) = changed(context, id, |library| library.update(id, &file.name, &file.bytes))?;
    let lost_corrections = match change {
        Change::Updated => context.flag_corrections(&story, arguments.asker().now())?,
        Change::Added | Change::Unchanged => 0,
    };
    Ok(Reply::Changed(StoryChanged { story, change, lost_corrections }))
}

/// Changes a story, and says whether that made a new version.
fn changed(
    context: &Context,
    id: &str,
    change: impl FnOnce(&Library) -> Result<Arc<Story>, LibraryError>,
) -> Result<(Arc<Story>, Change), Failure> {
    let library = context.library()?;
    let named = |error| with_nearest_id(library, error);
    let before = library.entry(id).map_err(named)?.version;
    let story = change(library).map_err(named)?;
    context.keep_meaning(&story);
    let change = if story.version() == before { Change::Unchanged } else { Change::Updated };
    Ok((story, change))
}

fn remove(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let id = given_id(arguments)?;
    let library = context.library()?;
    library.remove(id).map_err(|error| with_nearest_id(library, error))?;
    Ok(Reply::Removed(id.to_owned()))
}

fn given_id(arguments: &Arguments) -> Result<&str, Mistake> {
    arguments.text(ID.name).ok_or(Mistake::Missing { option: ID.name })
}

fn given_file(arguments: &Arguments) -> Result<&Given, Mistake> {
    arguments.file(FILE.name).ok_or(Mistake::Missing { option: FILE.name })
}

fn address(written: &str) -> Result<&str, Mistake> {
    if is_web_address(written) { Ok(written) } else { Err(Mistake::NotAnAddress { written: written.to_owned() }) }
}

/// The day that somebody wrote.
pub(super) fn day(written: &str) -> Result<Date, Mistake> {
    written.parse().map_err(|_| Mistake::NotADay { written: written.to_owned() })
}
