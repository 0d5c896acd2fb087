//! What `doctor` asks Discord: whether it takes the token, how the bot is installed, where its interactions go, and what
//! time it is.

use jiff::Timestamp;

use super::{faulty, sound};
use crate::config::{DiscordSettings, Secret, Shards};
use crate::discord::{self, Application, Probed, Trouble};
use crate::render::words;
use crate::reply::{Examined, Fault, Part};

/// All that is known by asking; `None` where there is no token to ask with.
pub struct Asked<'s> {
    settings: &'s DiscordSettings,
    probed: Option<Result<Probed, Trouble>>,
}

impl<'s> Asked<'s> {
    /// Asks Discord once, where there is a token to ask with.
    pub fn now(settings: &'s DiscordSettings, token: Option<Secret>) -> Self {
        let token = token.filter(|token| looks_like_a_token(token.expose()));
        Self { settings, probed: token.map(|token| discord::probe(settings, &token)) }
    }

    /// What Discord says of the bot, as far as it was asked and tells.
    fn application(&self) -> Option<&Application> {
        self.probed.as_ref()?.as_ref().ok()?.application.as_ref()
    }

    /// Whether Discord is there, takes the token and lets the bot connect.
    pub fn reach(&self) -> Examined {
        let probed = match &self.probed {
            None => return sound(Part::Discord, words::NOT_ASKED.to_owned()),
            Some(Err(Trouble::TokenRefused)) => return faulty(Part::Discord, String::new(), Fault::TokenRefused),
            Some(Err(_)) => return faulty(Part::Discord, self.settings.api.clone(), Fault::DiscordUnreachable),
            Some(Ok(probed)) => probed,
        };
        let reached = &probed.reached;
        let shards = self.settings.shards.unwrap_or_else(|| Shards::all(reached.shards));
        let seen = words::reached(&reached.bot, reached.sessions_left, &String::from(shards));
        let has_sessions = !self.settings.uses_gateway() || reached.sessions_left >= shards.count().into();
        if has_sessions { sound(Part::Discord, seen) } else { faulty(Part::Discord, seen, Fault::NoSessions) }
    }

    /// Whether the bot can be invited with all that it needs; the link to do it.
    pub fn invitation(&self) -> Option<Examined> {
        let application = self.application()?;
        let seen = words::invitation(&application.invitation(), application.is_for_users());
        Some(if application.bot_require_code_grant {
            faulty(Part::Invitation, seen, Fault::CodeGrantRequired)
        } else if application.lacks_scopes() {
            faulty(Part::Invitation, seen, Fault::ScopesMissing)
        } else {
            sound(Part::Invitation, seen)
        })
    }

    /// Whether Discord grants the words of messages, where they are asked for.
    pub fn message_content(&self) -> Option<Examined> {
        let seen = || words::ASKED_FOR_MESSAGE_CONTENT.to_owned();
        let is_granted = self.application().is_none_or(Application::gets_message_content);
        self.settings.message_content.then(|| match is_granted {
            true => sound(Part::MessageContent, seen()),
            false => faulty(Part::MessageContent, seen(), Fault::IntentMissing),
        })
    }

    /// Whether interactions come the way that the settings expect.
    pub fn interactions(&self) -> Examined {
        let (key, listen) = (self.settings.public_key, self.settings.http_listen);
        let posted_to = self.application().and_then(|application| application.interactions_endpoint_url.as_deref());
        let (Some(key), Some(address)) = (key, listen) else {
            return match (key.is_some() || listen.is_some(), posted_to) {
                (true, _) => faulty(Part::Interactions, String::new(), Fault::InteractionsHalfSet),
                (false, Some(url)) => faulty(Part::Interactions, url.to_owned(), Fault::InteractionsElsewhere),
                (false, None) => sound(Part::Interactions, words::OVER_THE_GATEWAY.to_owned()),
            };
        };
        let Some(application) = self.application() else { return sound(Part::Interactions, address.to_string()) };
        let is_own_key = application.verify_key.as_ref().is_none_or(|known| *known == String::from(key));
        match posted_to {
            _ if !is_own_key => faulty(Part::Interactions, address.to_string(), Fault::KeyOfAnother),
            None => faulty(Part::Interactions, address.to_string(), Fault::InteractionsNotPosted),
            Some(url) => sound(Part::Interactions, words::posted(url, address)),
        }
    }

    /// Whether the clock is right: by Discord's where it tells its own, else as far as it can be judged alone.
    pub fn clock(&self, now: Timestamp) -> Examined {
        let seen = now.strftime("%Y-%m-%d %H:%M:%S UTC").to_string();
        let ahead = self.application().and_then(|application| application.clock_ahead);
        match ahead {
            Some(ahead) if ahead.abs() > TOLERANCE => {
                faulty(Part::Clock, words::clock_ahead(&seen, ahead), Fault::ClockOff)
            }
            _ if (EARLIEST..LATEST).contains(&now.as_second()) => sound(Part::Clock, seen),
            _ => faulty(Part::Clock, seen, Fault::ClockWrong),
        }
    }
}

/// By how many seconds a clock may differ from Discord's: signatures of HTTP interactions count some minutes only.
const TOLERANCE: i64 = 60;
/// The first second of 2025, before which this program wasn't written.
const EARLIEST: i64 = 1_735_689_600;
/// The first second of 2100: a clock that far ahead breaks TLS and Discord's signatures, as one far behind does.
const LATEST: i64 = 4_102_444_800;

/// Whether there is a token, and it looks like one.
pub fn token(token: Option<Secret>) -> Examined {
    match token {
        None => sound(Part::Token, words::NO_TOKEN.to_owned()),
        Some(token) if looks_like_a_token(token.expose()) => sound(Part::Token, words::TOKEN_SET.to_owned()),
        Some(_) => faulty(Part::Token, words::TOKEN_SET.to_owned(), Fault::TokenMalformed),
    }
}

/// A bot's token has three parts with points between them, without white space or the word "Bot".
fn looks_like_a_token(token: &str) -> bool {
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    token.chars().all(allowed) && token.split('.').filter(|part| !part.is_empty()).count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(now: Timestamp) -> Examined {
        Asked::now(&DiscordSettings::default(), None).clock(now)
    }

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
