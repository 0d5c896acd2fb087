//! The settings as types, and where they come from: built-in defaults, then a file, then the environment. Secrets
//! come from the environment only.

use std::net::SocketAddr;
use std::path::PathBuf;

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use crate::render::language::Language;

mod checked;
mod key;
mod load;
mod privacy;
mod secret;
mod shards;

pub use checked::is_web_address;
pub use key::PublicKey;
pub use load::{ConfigError, load};
pub use privacy::Privacy;
pub use secret::Secret;
pub use shards::Shards;

/// Every setting. `config/verbatim.toml` says what each is for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where stories, index and state live.
    #[serde(deserialize_with = "checked::folder")]
    pub data_dir: Option<PathBuf>,
    /// The story that is asked where nobody names one.
    pub story: Option<String>,
    /// When to answer.
    pub answer: AnswerSettings,
    /// What is logged.
    pub log: LogSettings,
    /// How Discord is reached.
    pub discord: DiscordSettings,
    /// Where metrics are served.
    pub metrics: MetricsSettings,
    /// Where the bot's state is kept.
    pub state: StateSettings,
    /// What is refused.
    pub limits: Limits,
    /// The terminal chat.
    pub chat: ChatSettings,
}

/// When to answer, and by what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerSettings {
    /// How sure an answer must be; the engine's own measure without it.
    pub minimum_confidence: Option<Confidence>,
    /// Whether sentences are found by what they mean beside the words they share.
    pub meaning: bool,
    /// Whether the best sentences are read together with the question before one is shown.
    pub reading: bool,
    /// Whether the questions that a story's editors expect may lead to a sentence.
    pub editors_questions: bool,
}

impl Default for AnswerSettings {
    fn default() -> Self {
        Self { minimum_confidence: None, meaning: true, reading: true, editors_questions: true }
    }
}

/// A number from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f32", into = "f32")]
pub struct Confidence(f32);

impl TryFrom<f32> for Confidence {
    type Error = &'static str;

    fn try_from(number: f32) -> Result<Self, Self::Error> {
        if (0.0..=1.0).contains(&number) { Ok(Self(number)) } else { Err("a confidence is a number from 0 to 1") }
    }
}

impl From<Confidence> for f32 {
    fn from(confidence: Confidence) -> Self {
        confidence.0
    }
}

/// What is logged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSettings {
    /// A level or tracing's directives; by surface without it.
    #[serde(deserialize_with = "checked::level")]
    pub level: Option<String>,
    /// For people or for machines.
    pub format: LogFormat,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

/// How Discord is reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DiscordSettings {
    /// The base address of the REST API.
    #[serde(deserialize_with = "checked::api")]
    pub api: String,
    /// The key that signs HTTP interactions.
    pub public_key: Option<PublicKey>,
    /// Where HTTP interactions are listened for.
    pub http_listen: Option<SocketAddr>,
    /// How far the time of a signature may be from this machine's clock, in seconds.
    #[serde(deserialize_with = "checked::signature_seconds")]
    pub signature_seconds: u64,
    /// The language of replies to messages, which name no locale.
    pub language: Language,
    /// Whether the bot connects to the gateway; without it, unless it listens for HTTP interactions.
    pub gateway: Option<bool>,
    /// The shards of this process; all that Discord recommends without it.
    pub shards: Option<Shards>,
    /// Whether the bot asks Discord for the words of messages, which is a privileged intent.
    pub message_content: bool,
    /// Where replies to slash commands are for the asker alone, with a button that shares them.
    pub private: Privacy,
}

impl DiscordSettings {
    /// Whether the bot connects to the gateway.
    pub fn uses_gateway(&self) -> bool {
        self.gateway.unwrap_or(self.http_listen.is_none())
    }

    /// Whether calls go to Discord itself, and not to a proxy of it.
    pub fn is_discords_own_api(&self) -> bool {
        self.api.trim_end_matches('/') == API
    }
}

/// Discord's own API.
const API: &str = "https://discord.com";

impl Default for DiscordSettings {
    fn default() -> Self {
        Self {
            api: API.to_owned(),
            public_key: None,
            http_listen: None,
            signature_seconds: 300,
            language: Language::English,
            gateway: None,
            shards: None,
            message_content: false,
            private: Privacy::default(),
        }
    }
}

/// Where metrics are served.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MetricsSettings {
    /// The address and port; off without it.
    pub listen: Option<SocketAddr>,
}

/// Where the bot's state is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StateSettings {
    /// The database's address; SQLite in the data folder without it.
    #[serde(deserialize_with = "checked::state_url")]
    pub url: Option<String>,
}

/// What is refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// The longest article that is read.
    pub article_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { article_bytes: 20_000_000 }
    }
}

/// The terminal chat.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChatSettings {
    /// Where lines typed are kept: nowhere if empty, in the data folder without it.
    pub history: Option<PathBuf>,
}

impl Settings {
    /// The folder in which stories, index and state live; `None` where the system names no home and no setting does.
    pub fn data_folder(&self) -> Option<PathBuf> {
        let of_the_system = || ProjectDirs::from("", "", "verbatim").map(|folders| folders.data_dir().to_owned());
        self.data_dir.clone().or_else(of_the_system)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../config/verbatim.toml");

    #[test]
    fn the_shipped_file_holds_the_defaults() {
        assert_eq!(toml::from_str::<Settings>(SHIPPED).unwrap(), Settings::default());
    }

    #[test]
    fn the_shipped_file_names_every_setting_and_each_example_is_valid() {
        let uncommented: Vec<_> = SHIPPED.lines().map(uncomment).collect();
        let all: Settings = toml::from_str(&uncommented.join("\n")).unwrap();
        let written = toml::Table::try_from(&all).unwrap();
        let count: usize = written.values().map(|value| value.as_table().map_or(1, toml::Table::len)).sum();
        assert_eq!(count, 21, "{written}");
        assert!(all.data_dir.is_some() && all.story.is_some() && all.answer.minimum_confidence.is_some());
        assert!(all.log.level.is_some() && all.discord.public_key.is_some() && all.discord.http_listen.is_some());
        assert!(all.discord.gateway.is_some() && all.discord.shards.is_some());
        assert!(all.metrics.listen.is_some() && all.state.url.is_some() && all.chat.history.is_some());
    }

    fn uncomment(line: &str) -> &str {
        let Some(rest) = line.strip_prefix("# ") else { return line };
        let is_setting = rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '));
        if is_setting { rest } else { line }
    }
}
