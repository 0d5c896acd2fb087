//! `doctor`: whether all that the program needs is there: settings, data folder, stories, clock, token.

use std::path::Path;

use jiff::Timestamp;
use verbatim_index::library::{Library, LibraryError};
use verbatim_index::search::Query;

use super::{AT_THE_MACHINE, Action, Arguments, Command};
use crate::config::{Secret, Settings};
use crate::context::Context;
use crate::discord::{self, Trouble};
use crate::render::language::Language;
use crate::render::words;
use crate::reply::{Examined, Failure, Fault, Part, Reply};

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
    let token = || Secret::from_environment(discord::TOKEN_VARIABLE);
    if let Some(problem) = &context.settings_problem {
        let settings = faulty(Part::Settings, problem.clone(), Fault::SettingsUnusable);
        return Ok(Reply::Health(vec![settings, clock(Timestamp::now()), self::token(token())]));
    }
    let examined = vec![
        settings_in_force(),
        data_folder(settings),
        stories(context),
        index(context),
        clock(Timestamp::now()),
        self::token(token()),
        reach(settings, token()),
        interactions(settings),
    ];
    Ok(Reply::Health(examined))
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

/// A search that shows whether there can be one.
const ANYTHING: Query<'static> = Query { words: "said", story: None, kinds: &[], limit: 1 };

/// The first second of 2025, before which this program wasn't written.
const EARLIEST: i64 = 1_735_689_600;
/// The first second of 2100: a clock that far ahead breaks TLS and Discord's signatures, as one far behind does.
const LATEST: i64 = 4_102_444_800;

fn clock(now: Timestamp) -> Examined {
    let seen = now.strftime("%Y-%m-%d %H:%M:%S UTC").to_string();
    if (EARLIEST..LATEST).contains(&now.as_second()) {
        sound(Part::Clock, seen)
    } else {
        faulty(Part::Clock, seen, Fault::ClockWrong)
    }
}

fn token(token: Option<Secret>) -> Examined {
    match token {
        None => sound(Part::Token, words::NO_TOKEN.to_owned()),
        Some(token) if looks_like_a_token(token.expose()) => sound(Part::Token, words::TOKEN_SET.to_owned()),
        Some(_) => faulty(Part::Token, words::TOKEN_SET.to_owned(), Fault::TokenMalformed),
    }
}

/// Asks Discord itself, where there is a token to ask with.
fn reach(settings: &Settings, token: Option<Secret>) -> Examined {
    let token = token.filter(|token| looks_like_a_token(token.expose()));
    let Some(token) = token else { return sound(Part::Discord, "not asked".to_owned()) };
    match discord::probe(&settings.discord, &token) {
        Ok(reached) => sound(Part::Discord, format!("{}, {} sessions left", reached.bot, reached.sessions_left)),
        Err(Trouble::TokenRefused) => faulty(Part::Discord, String::new(), Fault::TokenRefused),
        Err(_) => faulty(Part::Discord, settings.discord.api.clone(), Fault::DiscordUnreachable),
    }
}

/// A bot's token has three parts with points between them, without white space or the word "Bot".
fn looks_like_a_token(token: &str) -> bool {
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    token.chars().all(allowed) && token.split('.').filter(|part| !part.is_empty()).count() == 3
}

fn interactions(settings: &Settings) -> Examined {
    let (key, listen) = (settings.discord.public_key, settings.discord.http_listen);
    match (key, listen) {
        (None, None) => sound(Part::Interactions, "off".to_owned()),
        (Some(_), Some(address)) => sound(Part::Interactions, address.to_string()),
        (Some(_), None) | (None, Some(_)) => faulty(Part::Interactions, String::new(), Fault::InteractionsHalfSet),
    }
}

fn sound(what: Part, seen: String) -> Examined {
    Examined { what, seen, fault: None }
}

fn faulty(what: Part, seen: String, fault: Fault) -> Examined {
    Examined { what, seen, fault: Some(fault) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_told_to_the_second() {
        assert_eq!(clock("2026-05-01T10:20:30.123456789Z".parse().unwrap()).seen, "2026-05-01 10:20:30 UTC");
    }

    #[test]
    fn a_clock_that_lost_its_battery_is_wrong_and_one_of_today_is_not() {
        assert_eq!(clock(Timestamp::UNIX_EPOCH).fault, Some(Fault::ClockWrong));
        assert_eq!(clock("2026-05-01T00:00:00Z".parse().unwrap()).fault, None);
    }

    #[test]
    fn a_token_with_bot_before_it_or_a_part_missing_is_malformed() {
        assert!(looks_like_a_token("MTk4NjIy.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"));
        assert!(!looks_like_a_token("Bot MTk4NjIy.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"));
        assert!(!looks_like_a_token("MTk4NjIy.Cl2FMQ"));
    }
}
