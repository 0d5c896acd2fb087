//! Reads the settings: a file over the defaults, `VERBATIM_…` variables over both. What is wrong is said in one line
//! with the place, and with what was probably meant.

use std::ops::Range;
use std::path::PathBuf;

use toml::{Table, Value};

use super::Settings;

const PREFIX: &str = "VERBATIM_";
const FILE_VARIABLE: &str = "VERBATIM_CONFIG";

/// Why the settings can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file can't be read.
    #[error("{}: {reason} (VERBATIM_CONFIG names it)", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// A line of the file is wrong.
    #[error("{}:{line}: {problem}", file.display())]
    InFile {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// A variable is wrong.
    #[error("{variable}: {problem}")]
    InVariable {
        /// The variable.
        variable: String,
        /// What is wrong with it.
        problem: String,
    },
}

/// The settings that `environment` and the file it names give.
///
/// # Errors
/// When the file can't be read, a key is unknown or a value can't be used.
pub fn load(environment: impl IntoIterator<Item = (String, String)>) -> Result<Settings, ConfigError> {
    let mut variables: Vec<_> = environment.into_iter().filter(|(name, _)| name.starts_with(PREFIX)).collect();
    variables.sort();
    let file = variables.iter().find(|(name, value)| name == FILE_VARIABLE && !value.is_empty());
    let mut settings = match file {
        Some((_, file)) => read_file(PathBuf::from(file))?,
        None => Settings::default(),
    };
    let others = variables.iter().filter(|(name, _)| name != FILE_VARIABLE && !is_another_programs(name));
    for (name, value) in others {
        settings = overridden(&settings, name, value)?;
    }
    Ok(settings)
}

fn read_file(file: PathBuf) -> Result<Settings, ConfigError> {
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(reason) => return Err(ConfigError::Unreadable { file, reason }),
    };
    toml::from_str(&text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let line = text.get(..span.start).map_or(1, |before| before.matches('\n').count() + 1);
        let problem = problem(&error, text.get(span.clone()).unwrap_or_default(), section(&text, span));
        ConfigError::InFile { file, line, problem }
    })
}

/// The name of the section that a place in a file belongs to.
fn section(text: &str, place: Range<usize>) -> &str {
    let before = text.get(..place.start).unwrap_or_default();
    let header = before.lines().rev().find_map(|line| line.trim().strip_prefix('[')?.strip_suffix(']'));
    header.unwrap_or_default()
}

/// Whether a variable is like no setting at all, so that it must be meant for something else (a wrapper's
/// `VERBATIM_BIN`); one that is nearly a setting is a mistake.
fn is_another_programs(name: &str) -> bool {
    let key = name[PREFIX.len()..].split("__").next().unwrap_or_default().to_lowercase();
    KEYS.iter().all(|known| strsim::jaro_winkler(known, &key) <= LIKE_ENOUGH)
}

/// The settings and sections at the top.
const KEYS: [&str; 9] = ["data_dir", "story", "answer", "log", "discord", "metrics", "state", "limits", "chat"];

fn overridden(settings: &Settings, name: &str, value: &str) -> Result<Settings, ConfigError> {
    let path: Vec<String> = name[PREFIX.len()..].split("__").map(str::to_lowercase).collect();
    let as_written = value.parse::<Value>().ok();
    let as_words = Value::String(value.to_owned());
    // A value that reads as a number may still be meant as words (a folder named 2010): the setting's type decides.
    let attempts = as_written.into_iter().chain([as_words]);
    let mut first_error = None;
    for attempt in attempts {
        match with_value(settings, &path, attempt) {
            Ok(changed) => return Ok(changed),
            Err(error) => first_error = first_error.filter(is_of_our_own).or(Some(error)),
        }
    }
    let (key, section) = path.split_last().map_or(("", ""), |(key, outer)| (key, outer.first().map_or("", |s| s)));
    let problem = first_error.map_or_else(String::new, |error| problem(&error, key, section));
    Err(ConfigError::InVariable { variable: name.to_owned(), problem })
}

/// What a setting of the right type says of its value, which tells more than that another type was expected.
fn is_of_our_own(error: &toml::de::Error) -> bool {
    !error.message().starts_with("invalid type")
}

fn with_value(settings: &Settings, path: &[String], value: Value) -> Result<Settings, toml::de::Error> {
    // Settings hold nothing that TOML can't write; an empty table would only lose the file's settings, not safety.
    let mut table = Table::try_from(settings).unwrap_or_default();
    let nested = path.iter().rev().fold(value, |inner, key| Value::Table(Table::from_iter([(key.clone(), inner)])));
    if let Value::Table(nested) = nested {
        merge(&mut table, nested);
    }
    table.try_into()
}

fn merge(table: &mut Table, over: Table) {
    for (key, value) in over {
        match (table.get_mut(&key), value) {
            (Some(Value::Table(inner)), Value::Table(value)) => merge(inner, value),
            (_, value) => {
                table.insert(key, value);
            }
        }
    }
}

/// What is wrong, in one line, with what was probably meant where a key is unknown.
fn problem(error: &toml::de::Error, key: &str, section: &str) -> String {
    let message = error.message().lines().next().unwrap_or_default();
    if !message.starts_with("unknown field") {
        return in_plain_words(message);
    }
    let place = if section.is_empty() { String::new() } else { format!(" in [{section}]") };
    match nearest_key(message, key) {
        Some(meant) => format!("unknown key {key:?}{place}; did you mean {meant:?}?"),
        None => format!("unknown key {key:?}{place}; config/verbatim.toml lists all"),
    }
}

/// The parsers' words for types, as people say them.
fn in_plain_words(message: &str) -> String {
    let words = [
        ("expected f32", "expected a number"),
        ("expected usize", "expected a whole number"),
        ("expected u64", "expected a whole number"),
        ("expected a boolean", "expected true or false"),
        ("expected path string", "expected a path"),
        ("invalid socket address syntax", "an address with its port is needed, such as 127.0.0.1:8080"),
    ];
    words.iter().fold(message.to_owned(), |message, (theirs, plain)| message.replace(theirs, plain))
}

/// The allowed key that is most like `key`: serde's message lists those allowed between back-quotes after the
/// unknown one.
fn nearest_key<'m>(message: &'m str, key: &str) -> Option<&'m str> {
    let allowed = message.split('`').skip(3).step_by(2);
    let scored = allowed.map(|allowed| (strsim::jaro_winkler(allowed, key), allowed));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best.0 > LIKE_ENOUGH).then_some(best.1)
}

/// Jaro-Winkler likeness from which a key is offered as what was meant: one typing error in a short word.
const LIKE_ENOUGH: f64 = 0.8;

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::config::Confidence;

    fn from_file(text: &str, variables: &[(&str, &str)]) -> Result<Settings, String> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        let path = file.path().to_str().unwrap().to_owned();
        let given = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let environment = given.chain([(FILE_VARIABLE.to_owned(), path.clone())]);
        load(environment).map_err(|error| error.to_string().replace(&path, "FILE"))
    }

    #[test]
    fn a_variable_wins_over_the_file_and_the_file_over_the_default() {
        let file = "story = \"a\"\n[limits]\narticle_bytes = 7\n";
        let settings = from_file(file, &[("VERBATIM_STORY", "b"), ("VERBATIM_DISCORD__API", "http://127.0.0.1:9")]);
        let settings = settings.unwrap();
        assert_eq!(settings.story.as_deref(), Some("b"));
        assert_eq!(settings.limits.article_bytes, 7);
        assert_eq!(settings.discord.api, "http://127.0.0.1:9");
    }

    #[test]
    fn a_folder_named_like_a_number_is_a_folder() {
        let settings = load([("VERBATIM_DATA_DIR".to_owned(), "2010".to_owned())]).unwrap();
        assert_eq!(settings.data_dir, Some(PathBuf::from("2010")));
    }

    #[test]
    fn a_number_in_a_variable_is_a_number() {
        let settings = load([("VERBATIM_ANSWER__MINIMUM_CONFIDENCE".to_owned(), "0.25".to_owned())]).unwrap();
        assert_eq!(settings.answer.minimum_confidence, Some(Confidence(0.25)));
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_line_and_what_was_meant() {
        let error = from_file("# first\n[answer]\nminimum_confidenc = 0.3\n", &[]).unwrap_err();
        insta::assert_snapshot!(error, @r#"FILE:3: unknown key "minimum_confidenc" in [answer]; did you mean "minimum_confidence"?"#);
        let error = from_file("[discrod]\napi = \"\"\n", &[]).unwrap_err();
        insta::assert_snapshot!(error, @r#"FILE:1: unknown key "discrod"; did you mean "discord"?"#);
    }

    #[test]
    fn a_variable_that_is_like_no_setting_is_left_to_whom_it_is_for() {
        let other = ("VERBATIM_BIN".to_owned(), "/usr/bin/verbatim".to_owned());
        assert_eq!(load([other]).unwrap(), Settings::default());
    }

    #[test]
    fn every_setting_at_the_top_is_known_as_one() {
        for key in KEYS {
            let error = toml::from_str::<Settings>(&format!("{key} = [[]]")).unwrap_err();
            assert!(!error.message().starts_with("unknown field"), "{key}");
        }
        let error = toml::from_str::<Settings>("x = 1").unwrap_err();
        assert_eq!(error.message().matches('`').count(), 2 * (1 + KEYS.len()), "{}", error.message());
    }

    #[test]
    fn an_unknown_variable_is_refused_with_what_was_meant() {
        let error = from_file("", &[("VERBATIM_DATADIR", "/tmp")]).unwrap_err();
        insta::assert_snapshot!(error, @r#"VERBATIM_DATADIR: unknown key "datadir"; did you mean "data_dir"?"#);
        let error = from_file("", &[("VERBATIM_METRICS__LISTN", "127.0.0.1:1")]).unwrap_err();
        insta::assert_snapshot!(error, @r#"VERBATIM_METRICS__LISTN: unknown key "listn" in [metrics]; did you mean "listen"?"#);
    }

    #[test]
    fn a_value_that_cannot_be_used_is_refused_with_its_line() {
        let error = from_file("[answer]\n\nminimum_confidence = 3\n", &[]).unwrap_err();
        insta::assert_snapshot!(error, @"FILE:3: a confidence is a number from 0 to 1");
        let error = from_file("[log\n", &[]).unwrap_err();
        insta::assert_snapshot!(error, @"FILE:1: unclosed table, expected `]`");
        let error = from_file("", &[("VERBATIM_METRICS__LISTEN", "nine")]).unwrap_err();
        insta::assert_snapshot!(error, @"VERBATIM_METRICS__LISTEN: an address with its port is needed, such as 127.0.0.1:8080");
        let error = from_file("", &[("VERBATIM_ANSWER__MINIMUM_CONFIDENCE", "high")]).unwrap_err();
        insta::assert_snapshot!(error, @r#"VERBATIM_ANSWER__MINIMUM_CONFIDENCE: invalid type: string "high", expected a number"#);
    }

    #[test]
    fn a_value_that_would_only_fail_later_is_refused_at_once() {
        for (variable, value, problem) in [
            ("VERBATIM_DATA_DIR", "", "the name of a folder is needed"),
            ("VERBATIM_STATE__URL", "mysql:x", "state.url begins with sqlite: or postgres:"),
            ("VERBATIM_DISCORD__API", "notaurl", "discord.api is an address that begins with https:// or http://"),
            ("VERBATIM_DISCORD__PUBLIC_KEY", "zz", "discord.public_key is 64 hexadecimal digits"),
            ("VERBATIM_DISCORD__PUBLIC_KEY", "12", "discord.public_key is 64 hexadecimal digits"),
            ("VERBATIM_DISCORD__SIGNATURE_SECONDS", "0", "discord.signature_seconds is from 1 to 3600"),
            ("VERBATIM_DISCORD__SHARDS", "4", "discord.shards is FIRST-LAST/TOTAL, such as \"0-3/8\""),
        ] {
            let error = from_file("", &[(variable, value)]).unwrap_err();
            assert_eq!(error, format!("{variable}: {problem}"));
        }
        let error = from_file("", &[("VERBATIM_LOG__LEVEL", "shout")]).unwrap_err();
        assert!(error.starts_with("VERBATIM_LOG__LEVEL: log.level is error, warn"), "{error}");
    }

    #[test]
    fn a_key_and_an_address_that_can_be_used_are_taken() {
        let key = "0a".repeat(32);
        let settings = from_file("", &[("VERBATIM_DISCORD__PUBLIC_KEY", &key), ("VERBATIM_STATE__URL", "sqlite:x.db")]);
        assert_eq!(settings.unwrap().discord.public_key.map(String::from), Some(key));
    }
}
