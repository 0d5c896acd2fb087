//! What a server has set for itself and for single channels: the names there are, and what is in force where. What each
//! value does is the commands' and the surfaces'.

use std::time::Duration;

use sqlx::Row;

use super::DeskError;
use super::change::{By, Recorded};
use super::server::{Server, storable};
use crate::render::language::Language;

/// Something that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The story that is asked where nobody names one: its id.
    Story,
    /// Whether replies are for the asker alone at first.
    Private,
    /// Whether answers go to a thread.
    Threads,
    /// The language of what the bot says by itself.
    Language,
    /// How many seconds a member waits between two questions.
    CoolDown,
    /// The role whose members may do what moderators do.
    Posters,
    /// The channel of the moderators.
    Desk,
    /// The channel that shows each change.
    AuditLog,
    /// Whether false figures and altered quotations are told to the moderators.
    Watch,
    /// Whether questions that nobody could answer are kept with their words.
    KeepQuestions,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 10] = [
        Self::Story,
        Self::Private,
        Self::Threads,
        Self::Language,
        Self::CoolDown,
        Self::Posters,
        Self::Desk,
        Self::AuditLog,
        Self::Watch,
        Self::KeepQuestions,
    ];

    /// What it is called, in the database and where it is typed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Private => "private",
            Self::Threads => "threads",
            Self::Language => "language",
            Self::CoolDown => "cool-down",
            Self::Posters => "posters",
            Self::Desk => "desk",
            Self::AuditLog => "audit-log",
            Self::Watch => "watch",
            Self::KeepQuestions => "keep-questions",
        }
    }

    /// The setting of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// Whether a channel can have its own.
    pub const fn is_for_channels(self) -> bool {
        match self {
            Self::Story | Self::Private | Self::Threads | Self::Language | Self::CoolDown | Self::Watch => true,
            Self::Posters | Self::Desk | Self::AuditLog | Self::KeepQuestions => false,
        }
    }
}

/// A value that was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The channel that it is for; the whole server without one.
    pub channel: Option<u64>,
    /// What was set.
    pub setting: Setting,
    /// To what.
    pub value: String,
}

/// What is in force in a channel; the program's own settings where there is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InForce(Vec<Written>);

/// A switch that is on.
pub const ON: &str = "on";
/// A switch that is off.
pub const OFF: &str = "off";

impl InForce {
    /// Of all that was set, what is in force in a channel.
    pub(super) fn among(mut written: Vec<Written>, channel: Option<u64>, parent: Option<u64>) -> Self {
        let near = |written: &Written| match written.channel {
            None => Some(2),
            own if own == channel => Some(0),
            own if own == parent => Some(1),
            Some(_) => None,
        };
        written.retain(|written| near(written).is_some());
        written.sort_by_key(near);
        Self(written)
    }

    /// The story that is asked where nobody names one.
    pub fn story(&self) -> Option<&str> {
        self.value(Setting::Story)
    }

    /// A switch, where it was set.
    pub fn switch(&self, setting: Setting) -> Option<bool> {
        self.value(setting).map(|value| value == ON)
    }

    /// The id of a channel or a role.
    pub fn id(&self, setting: Setting) -> Option<u64> {
        self.value(setting)?.parse().ok()
    }

    /// The language of what the bot says by itself.
    pub fn language(&self) -> Option<Language> {
        self.value(Setting::Language).map(Language::of_locale)
    }

    /// How long a member waits between two questions.
    pub fn cool_down(&self) -> Option<Duration> {
        let seconds = self.value(Setting::CoolDown)?.parse().ok()?;
        Some(Duration::from_secs(seconds)).filter(|wait| !wait.is_zero())
    }

    fn value(&self, setting: Setting) -> Option<&str> {
        self.0.iter().find(|written| written.setting == setting).map(|written| written.value.as_str())
    }
}

impl Server<'_> {
    /// Sets something for the server or one of its channels, or takes it back.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn set(&self, by: By, channel: Option<u64>, setting: Setting, value: Option<&str>) -> Result<(), DeskError> {
        let stored = stored(channel);
        let subject = match channel {
            Some(channel) => format!("{} in channel {channel}", setting.name()),
            None => setting.name().to_owned(),
        };
        self.change(by, async |change| {
            let before = change.ask("SELECT value FROM settings WHERE server = $1 AND channel = $2 AND name = $3");
            let before = change.row(before.bind(stored.as_str()).bind(setting.name())).await?;
            let was: String = match before {
                Some(row) => change.read(row.try_get(0))?,
                None => String::new(),
            };
            let asked = match value {
                Some(_) => change.ask(
                    "INSERT INTO settings (server, channel, name, value) VALUES ($1, $2, $3, $4) \
                    ON CONFLICT (server, channel, name) DO UPDATE SET value = excluded.value",
                ),
                None => change.ask("DELETE FROM settings WHERE server = $1 AND channel = $2 AND name = $3"),
            };
            let asked = asked.bind(stored.as_str()).bind(setting.name());
            let asked = value.into_iter().fold(asked, |asked, value| asked.bind(storable(value)));
            change.execute(asked).await?;
            let became = value.unwrap_or_default();
            change.record(Recorded { what: "set", subject: &subject, was: &was, became }).await
        })
    }

    /// All that was set, the whole server's first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn written(&self) -> Result<Vec<Written>, DeskError> {
        let rows =
            self.rows(self.ask("SELECT channel, name, value FROM settings WHERE server = $1 ORDER BY channel, name"))?;
        let values =
            |row: &sqlx::any::AnyRow| Ok((row.try_get("channel")?, row.try_get("name")?, row.try_get("value")?));
        let mut written = Vec::new();
        for row in &rows {
            let (channel, name, value): (String, String, String) =
                values(row).map_err(|error| self.desk.error(error))?;
            // What a newer release has set says nothing to this one.
            let Some(setting) = Setting::of(&name) else { continue };
            written.push(Written { channel: channel.parse().ok(), setting, value });
        }
        Ok(written)
    }

    /// What is in force in a channel: its own, that of the channel whose thread it is, the server's.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn in_force(&self, channel: Option<u64>, parent: Option<u64>) -> Result<InForce, DeskError> {
        Ok(InForce::among(self.written()?, channel, parent))
    }
}

/// A channel as it stands in the database.
fn stored(channel: Option<u64>) -> String {
    channel.map(|channel| channel.to_string()).unwrap_or_default()
}
