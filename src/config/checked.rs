//! What a setting may hold, checked where it is read, so that what is wrong is said with its place. No message repeats
//! a value: an address may hold a password.

use std::path::PathBuf;

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use tracing_subscriber::EnvFilter;

/// Whether words are an address on the web: a scheme, a host, no white space.
pub fn is_web_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let begins_well = host.starts_with(|first: char| first.is_alphanumeric() || first == '[');
    begins_well && !address.contains(|character: char| character.is_whitespace() || character.is_control())
}

/// A folder with a name.
pub(super) fn folder<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<PathBuf>, D::Error> {
    let folder = Option::<PathBuf>::deserialize(deserializer)?;
    let is_nameless = folder.as_ref().is_some_and(|folder| folder.as_os_str().is_empty());
    if is_nameless { Err(D::Error::custom("the name of a folder is needed")) } else { Ok(folder) }
}

/// A level, or tracing's directives.
pub(super) fn level<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let problem = "log.level is error, warn, info, debug, trace, off, or directives such as \"warn,verbatim=debug\"";
    words(deserializer, is_level, problem)
}

/// The base address of an API.
pub(super) fn api<'d, D: Deserializer<'d>>(deserializer: D) -> Result<String, D::Error> {
    let address = String::deserialize(deserializer)?;
    let problem = "discord.api is an address that begins with https:// or http://";
    if is_web_address(&address) { Ok(address) } else { Err(D::Error::custom(problem)) }
}

/// The longest that a signature counts: an hour, beyond which a clock is wrong and not merely slow.
const LONGEST_WINDOW: u64 = 3600;

/// How long a signature counts.
pub(super) fn signature_seconds<'d, D: Deserializer<'d>>(deserializer: D) -> Result<u64, D::Error> {
    let seconds = u64::deserialize(deserializer)?;
    let problem = "discord.signature_seconds is from 1 to 3600";
    if (1..=LONGEST_WINDOW).contains(&seconds) { Ok(seconds) } else { Err(D::Error::custom(problem)) }
}

/// The address of a database.
pub(super) fn state_url<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let is_known = |url: &str| ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme));
    words(deserializer, is_known, "state.url begins with sqlite: or postgres:")
}

fn words<'d, D: Deserializer<'d>>(
    deserializer: D,
    is_allowed: impl Fn(&str) -> bool,
    problem: &str,
) -> Result<Option<String>, D::Error> {
    let words = Option::<String>::deserialize(deserializer)?;
    if words.as_deref().is_none_or(is_allowed) { Ok(words) } else { Err(D::Error::custom(problem)) }
}

/// tracing takes any single word as the name of a part of the program, so that a mistyped level would log nothing.
fn is_level(directives: &str) -> bool {
    let has_level = |directive: &str| {
        let level = directive.rsplit('=').next().unwrap_or_default().trim().to_lowercase();
        LEVELS.contains(&level.as_str())
    };
    directives.split(',').all(has_level) && EnvFilter::try_new(directives).is_ok()
}

const LEVELS: [&str; 6] = ["error", "warn", "info", "debug", "trace", "off"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_on_the_web_has_a_scheme_and_a_host() {
        for address in ["https://discord.com", "http://127.0.0.1:9/x?y#z", "https://[::1]:8080"] {
            assert!(is_web_address(address), "{address}");
        }
        for other in ["", "notaurl", "ftp://a.example", "https://", "https:///x", "http://a b", "javascript:x"] {
            assert!(!is_web_address(other), "{other}");
        }
    }

    #[test]
    fn a_level_is_one_that_there_is() {
        assert!(is_level("info") && is_level("WARN,verbatim=debug") && is_level("off"));
        assert!(!is_level("shout") && !is_level("") && !is_level("verbatim") && !is_level("warn,verbatim=loud"));
    }
}
