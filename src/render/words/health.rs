//! What `doctor` says of each part: its name, what is wrong with it, how to mend it.

use std::net::SocketAddr;

use crate::reply::{Fault, Part};

/// What is seen of an index as it should be.
pub const SEARCHABLE: &str = "it can be searched";
/// What is seen of what is kept.
pub fn kept(place: &str, changes: u64) -> String {
    format!("{place}, changes logged: {changes}")
}

/// What is seen where there is no token.
pub const NO_TOKEN: &str = "DISCORD_TOKEN isn't set; the terminal needs none";
/// What is seen where there is a token.
pub const TOKEN_SET: &str = "DISCORD_TOKEN is set";

/// What is seen of Discord where there is no token to ask it with.
pub const NOT_ASKED: &str = "not asked";
/// What is seen where the bot asks for the words of messages.
pub const ASKED_FOR_MESSAGE_CONTENT: &str = "asked for, since channels may be watched";
/// What is seen of interactions that nobody listens for.
pub const OVER_THE_GATEWAY: &str = "off; interactions come over the gateway";

/// What is seen of a bot that Discord knows.
pub fn reached(bot: &str, sessions_left: u64, shards: &str) -> String {
    format!("{bot}, {sessions_left} sessions left today, shards {shards}")
}

/// How the bot is invited.
pub fn invitation(link: &str, is_for_users: bool) -> String {
    let users = if is_for_users { "people can also add it for themselves" } else { "not set up for people themselves" };
    format!("{link} ({users})")
}

/// Where interactions come from and to.
pub fn posted(url: &str, address: SocketAddr) -> String {
    format!("{url}, listened for on {address}")
}

/// A clock beside Discord's.
pub fn clock_ahead(clock: &str, seconds: i64) -> String {
    let side = if seconds < 0 { "behind" } else { "ahead of" };
    format!("{clock}, {} seconds {side} Discord's", seconds.unsigned_abs())
}

/// A part's name.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Settings => "settings",
        Part::DataFolder => "data folder",
        Part::Stories => "stories",
        Part::Index => "index",
        Part::State => "state",
        Part::Corrections => "corrections",
        Part::Clock => "clock",
        Part::Token => "Discord token",
        Part::Discord => "Discord",
        Part::Invitation => "invitation",
        Part::Interactions => "HTTP interactions",
        Part::MessageContent => "words of messages",
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
        Fault::StateUnusable => "it can't be used",
        Fault::CorrectionsLost => "the text under these changed, so that they aren't shown",
        Fault::ClockWrong => "it can't be right",
        Fault::ClockOff => "it is off by more than a minute",
        Fault::TokenMalformed => "but it doesn't look like a bot's token",
        Fault::TokenRefused => "it refuses the token",
        Fault::DiscordUnreachable => "it doesn't answer",
        Fault::NoSessions => "too few are left to connect",
        Fault::CodeGrantRequired => "the application requires an OAuth2 code grant, so that the link doesn't work",
        Fault::ScopesMissing => "Discord's own button for adding the bot leaves out a scope",
        Fault::InteractionsElsewhere => "Discord posts interactions there, and none comes over the gateway",
        Fault::InteractionsNotPosted => "it is listened on, but Discord posts no interactions",
        Fault::KeyOfAnother => "discord.public_key isn't the key of the token's application",
        Fault::IntentMissing => "Discord doesn't grant them, and refuses the connection",
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
        Fault::StateUnusable => "mend what it says; a backup comes back with `verbatim restore FILE`",
        Fault::CorrectionsLost => {
            "`verbatim correct STORY --list` shows them; make them anew, or take them back with `--undo NUMBER`"
        }
        Fault::ClockWrong | Fault::ClockOff => "set the machine's clock; Discord's signatures and TLS depend on it",
        Fault::TokenMalformed => "copy the token alone from the Bot page of discord.com/developers/applications",
        Fault::TokenRefused => {
            "reset the token on the Bot page of discord.com/developers/applications and set the new one"
        }
        Fault::DiscordUnreachable => "check the network and the setting discord.api",
        Fault::NoSessions => {
            "each start takes one for each shard; the log says what makes the bot start again and again"
        }
        Fault::CodeGrantRequired => {
            "switch off Requires OAuth2 Code Grant on the Bot page of discord.com/developers/applications"
        }
        Fault::ScopesMissing => {
            "add the scopes bot and applications.commands on the Installation page of discord.com/developers/applications"
        }
        Fault::InteractionsElsewhere => {
            "clear Interactions Endpoint URL at discord.com/developers/applications, or set discord.public_key and \
            discord.http_listen"
        }
        Fault::InteractionsNotPosted => {
            "set Interactions Endpoint URL at discord.com/developers/applications to https://YOUR-ADDRESS/interactions \
            while the bot runs"
        }
        Fault::KeyOfAnother => "copy the public key from General Information of discord.com/developers/applications",
        Fault::IntentMissing => {
            "switch on Message Content Intent on the Bot page of discord.com/developers/applications, or set \
            discord.message_content to false"
        }
        Fault::InteractionsHalfSet => "set both, or neither",
    }
}
