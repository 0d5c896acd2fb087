//! What `doctor` says of each part: its name, what is wrong with it, how to mend it.

use crate::reply::{Fault, Part};

/// What is seen of an index as it should be.
pub const SEARCHABLE: &str = "it can be searched";
/// What is seen where there is no token.
pub const NO_TOKEN: &str = "DISCORD_TOKEN isn't set; the terminal needs none";
/// What is seen where there is a token.
pub const TOKEN_SET: &str = "DISCORD_TOKEN is set";

/// A part's name.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Settings => "settings",
        Part::DataFolder => "data folder",
        Part::Stories => "stories",
        Part::Index => "index",
        Part::Clock => "clock",
        Part::Token => "Discord token",
        Part::Discord => "Discord",
        Part::Interactions => "HTTP interactions",
    }
}

/// What is wrong.
pub fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::SettingsUnusable => "the settings can't be used",
        Fault::NoDataFolder => "there is no home folder to keep stories in",
        Fault::FolderUnreadable => "it can't be made or read",
        Fault::FolderReadOnly => "it can't be written",
        Fault::LittleSpace => "the disk is full",
        Fault::StoryUnreadable => "not every story can be read",
        Fault::NoStory => "there is no story",
        Fault::NoSuchDefault => "the setting story names one that isn't in the library",
        Fault::IndexUnreadable => "it can't be searched",
        Fault::ClockWrong => "it can't be right",
        Fault::TokenMalformed => "but it doesn't look like a bot's token",
        Fault::TokenRefused => "it refuses the token",
        Fault::DiscordUnreachable => "it doesn't answer",
        Fault::InteractionsHalfSet => "only one of discord.public_key and discord.http_listen is set",
    }
}

/// How to mend it.
pub fn fix(fault: Fault) -> &'static str {
    match fault {
        Fault::SettingsUnusable => "config/verbatim.toml says what each setting takes",
        Fault::NoDataFolder => "set VERBATIM_DATA_DIR to a folder that you can write",
        Fault::FolderUnreadable | Fault::FolderReadOnly => {
            "give your user the right to it, or set VERBATIM_DATA_DIR to another folder"
        }
        Fault::LittleSpace => "make room on the disk, or set VERBATIM_DATA_DIR to a folder on another",
        Fault::StoryUnreadable => "`verbatim story update ID FILE` gives a story its article anew",
        Fault::NoStory => "`verbatim story add FILE` adds one",
        Fault::NoSuchDefault => "`verbatim story list` shows those there are",
        Fault::IndexUnreadable => "`verbatim index` builds it anew",
        Fault::ClockWrong => "set the machine's clock; Discord's signatures and TLS depend on it",
        Fault::TokenMalformed => "copy the token alone from the Bot page of discord.com/developers/applications",
        Fault::TokenRefused => {
            "reset the token on the Bot page of discord.com/developers/applications and set the new one"
        }
        Fault::DiscordUnreachable => "check the network and the setting discord.api",
        Fault::InteractionsHalfSet => "set both, or neither",
    }
}
