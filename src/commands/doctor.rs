//! `doctor`: whether all that the program needs is there: settings, data folder, stories, clock, token, and Discord itself.

use std::path::Path;

use jiff::Timestamp;
use verbatim_index::library::{Library, LibraryError};
use verbatim_index::search::Query;

use super::{AT_THE_MACHINE, Action, Arguments, Command};
use crate::config::{Secret, Settings};
use crate::context::Context;
use crate::discord::TOKEN_VARIABLE;
use crate::render::language::Language;
use crate::render::words;
use crate::reply::{Examined, Failure, Fault, Part, Reply};

mod discord;

use discord::Asked;

/// Examines the installation.
pub const COMMAND: Command = Command {
    name: "doctor",
    about: "Check settings, data folder, stories, clock and token, and say how to mend what is wrong",
    example: None,
    options: &[],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(doctor),
};

fn doctor(context: &Context, _arguments: &Arguments) -> Result<Reply, Failure> {
    let settings = &context.settings;
    let token = || Secret::from_environment(TOKEN_VARIABLE);
    if let Some(problem) = &context.settings_problem {
        let asked = Asked::now(&settings.discord, None);
        let settings = faulty(Part::Settings, problem.clone(), Fault::SettingsUnusable);
        return Ok(Reply::Health(vec![settings, asked.clock(Timestamp::now()), discord::token(token())]));
    }
    let here = [settings_in_force(), data_folder(settings), stories(context), index(context), state(context)];
    let asked = Asked::now(&settings.discord, token());
    let of_discord = [asked.clock(Timestamp::now()), discord::token(token()), asked.reach()];
    let examined = here
        .into_iter()
        .chain(corrections(context))
        .chain(of_discord)
        .chain(asked.invitation())
        .chain([asked.interactions()])
        .chain(asked.message_content());
    Ok(Reply::Health(examined.collect()))
}

fn settings_in_force() -> Examined {
    let file = std::env::var("VERBATIM_CONFIG").ok().filter(|file| !file.is_empty());
    sound(Part::Settings, file.unwrap_or_else(|| "built-in defaults".to_owned()))
}

fn data_folder(settings: &Settings) -> Examined {
    let Some(folder) = settings.data_folder() else {
        return faulty(Part::DataFolder, String::new(), Fault::NoDataFolder);
    };
    let seen = folder.display().to_string();
    if std::fs::create_dir_all(&folder).is_err() || std::fs::read_dir(&folder).is_err() {
        return faulty(Part::DataFolder, seen, Fault::FolderUnreadable);
    }
    match write_trial(&folder) {
        Ok(()) => sound(Part::DataFolder, seen),
        Err(error) if error.kind() == std::io::ErrorKind::StorageFull => {
            faulty(Part::DataFolder, seen, Fault::LittleSpace)
        }
        Err(_) => faulty(Part::DataFolder, seen, Fault::FolderReadOnly),
    }
}

/// What a story with its index takes, generously.
const TRIAL_BYTES: usize = 4 << 20;

/// Writes as much as a new story needs and takes it away again: the one sure test of permission and space.
fn write_trial(folder: &Path) -> std::io::Result<()> {
    let mut trial = tempfile::tempfile_in(folder)?;
    std::io::Write::write_all(&mut trial, &vec![1; TRIAL_BYTES])
}

fn stories(context: &Context) -> Examined {
    match context.library() {
        Ok(library) => every_story(library, context.settings.story.as_deref()),
        Err(failure) => faulty(Part::Stories, words::failure(Language::English, &failure), Fault::StoryUnreadable),
    }
}

fn every_story(library: &Library, default: Option<&str>) -> Examined {
    let listing = match library.list() {
        Ok(listing) => listing,
        Err(error) => return faulty(Part::Stories, reason(&error), Fault::StoryUnreadable),
    };
    let unread = listing.stories.iter().find_map(|entry| library.story(&entry.id).err());
    match listing.broken.into_iter().next().or(unread) {
        Some(error) => faulty(Part::Stories, reason(&error), Fault::StoryUnreadable),
        None if listing.stories.is_empty() => faulty(Part::Stories, "0".to_owned(), Fault::NoStory),
        None => match default.filter(|id| listing.stories.iter().all(|entry| entry.id != *id)) {
            Some(missing) => faulty(Part::Stories, missing.to_owned(), Fault::NoSuchDefault),
            None => sound(Part::Stories, listing.stories.len().to_string()),
        },
    }
}

fn reason(error: &LibraryError) -> String {
    words::without_number(&error.to_string())
}

fn index(context: &Context) -> Examined {
    match context.library().and_then(|library| Ok((library.search(&ANYTHING)?, library.take_notices()))) {
        Ok((_, notices)) => {
            let seen: Vec<_> = notices.iter().map(ToString::to_string).collect();
            sound(Part::Index, if seen.is_empty() { words::SEARCHABLE.to_owned() } else { seen.join("; ") })
        }
        Err(failure) => faulty(Part::Index, words::failure(Language::English, &failure), Fault::IndexUnreadable),
    }
}

/// What moderators and newsrooms keep; SQLite needs its folder, PostgreSQL none.
fn state(context: &Context) -> Examined {
    let looked_at = context.desk().and_then(|desk| Ok((desk.address().to_string(), desk.health()?)));
    match looked_at {
        Ok((place, health)) => sound(Part::State, words::kept(&place, health.changes)),
        Err(failure) => faulty(Part::State, words::failure(Language::English, &failure), Fault::StateUnusable),
    }
}

/// What was corrected by hand, where anything was.
fn corrections(context: &Context) -> Option<Examined> {
    // What can't be read is told of the state.
    let (count, lost) = context.examine_corrections().ok().filter(|(count, _)| *count > 0)?;
    Some(match lost[..] {
        [] => sound(Part::Corrections, count.to_string()),
        _ => faulty(Part::Corrections, lost.join(", "), Fault::CorrectionsLost),
    })
}

/// A search that shows whether there can be one.
const ANYTHING: Query<'static> = Query { words: "said", story: None, kinds: &[], limit: 1 };

fn sound(what: Part, seen: String) -> Examined {
    Examined { what, seen, fault: None }
}

fn faulty(what: Part, seen: String, fault: Fault) -> Examined {
    Examined { what, seen, fault: Some(fault) }
}
