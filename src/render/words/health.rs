//! What `doctor` says of each part: its name, what is wrong with it, how to mend it.

use crate::reply::{Fault, Part};

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
        Fault::NoDataFolder => "there is no home folder to keep stories in",
        Fault::FolderUnreadable => "it can't be made or read",
        Fault::FolderReadOnly => "it can't be written",
        Fault::LittleSpace => "the disk is full",
        Fault::StoryUnreadable => "not every story can be read",
        Fault::NoStory => "there is no story",
        Fault::IndexUnreadable => "it can't be searched",
        Fault::ClockWrong => "it can't be right",
        Fault::TokenMalformed => "it doesn't look like a bot's token",
        Fault::TokenRefused => "it refuses the token",
        Fault::DiscordUnreachable => "it doesn't answer",
        Fault::InteractionsHalfSet => "only one of discord.public_key and discord.http_listen is set",
        Fault::KeyMalformed => "discord.public_key isn't 64 hexadecimal digits",
    }
}

/// How to mend it.
pub fn fix(fault: Fault) -> &'static str {
    match fault {
        Fault::NoDataFolder => "set VERBATIM_DATA_DIR to a folder that you can write",
        Fault::FolderUnreadable | Fault::FolderReadOnly => {
            "give your user the right to it, or set VERBATIM_DATA_DIR to another folder"
        }
        Fault::LittleSpace => "make room on the disk, or set VERBATIM_DATA_DIR to a folder on another",
        Fault::StoryUnreadable => "`verbatim story update ID FILE` gives a story its article anew",
        Fault::NoStory => "`verbatim story add FILE` adds one",
        Fault::IndexUnreadable => "`verbatim index` builds it anew",
        Fault::ClockWrong => "set the machine's clock; Discord's signatures and TLS depend on it",
        Fault::TokenMalformed => "copy the token alone from the Bot page of discord.com/developers/applications",
        Fault::TokenRefused => {
            "reset the token on the Bot page of discord.com/developers/applications and set the new one"
        }
        Fault::DiscordUnreachable => "check the network and the setting discord.api",
        Fault::InteractionsHalfSet => "set both, or neither",
        Fault::KeyMalformed => "copy the public key from General Information of discord.com/developers/applications",
    }
}
