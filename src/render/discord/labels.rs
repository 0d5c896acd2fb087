//! The bot's own sentences and labels that only Discord shows; those that every surface shows stand in `words`. None
//! holds a word of a story.

use verbatim_index::article::Role;

use crate::discord::Trouble;

/// Words reported as somebody's.
pub const REPORTED: &str = "Reported";
/// Words that are nobody's but the story's.
pub const OWN_VOICE: &str = "The story's own words";
/// Words that are not the article's.
pub const RELATED_FACT: &str = "Related fact, not from the article";
/// Before related facts beside an answer.
pub const ALSO_RELATED: &str = "**A related fact, not from the article:**";
/// Where the publisher isn't known.
pub const THE_STORY: &str = "the story";
/// Before the asker's words of a difference.
pub const YOURS: &str = "asked";
/// Before the story's words of a difference.
pub const THE_STORYS: &str = "the story";
/// In place of the story's words where it has none.
pub const NONE: &str = "nothing there";
/// When something of ours failed.
pub const APOLOGY: &str = "Sorry, that went wrong on our side. It is in the log for the people who run this bot.";
/// When a command isn't there any more.
pub const NO_SUCH_COMMAND: &str =
    "This command isn't offered any more. Discord will forget it soon; type / to see the ones that there are.";
/// When a button isn't there any more.
pub const NO_SUCH_BUTTON: &str = "This button doesn't work any more. Ask again with /ask.";
/// When an interaction of another kind comes.
pub const NOT_UNDERSTOOD: &str = "The bot doesn't take this. Type / to see its commands.";

/// When opening the library ended in a mistake of the program's.
pub const PANICKED: &str = "a mistake of the program's; please report it";
/// When a command's reply is for those who sit at the machine.
pub const NOT_HERE: &str = "This is shown in the terminal only.";

/// Between the passages nearest to a question without an answer and their heading.
pub const CLICK_TO_SEE: &str = "Click to see.";
/// Before a fact that tells the one before it otherwise.
pub const TOLD_OTHERWISE: &str = "Told otherwise:";
/// The button that shows a paragraph between its neighbours.
pub const SHOW_PARAGRAPH: &str = "Show the paragraph";
/// The button that shows what else a speaker said.
pub const WHAT_ELSE: &str = "What else they said";

/// Said when things found don't all fit.
pub fn and_more(count: usize) -> String {
    format!("… and {count} more. Narrow it down with the command's options.")
}

/// Why the bot doesn't run, and what to do about it, in one line.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoToken => "there is no bot token; set DISCORD_TOKEN to the one that \
            https://discord.com/developers/applications shows under Bot"
            .to_owned(),
        Trouble::TokenRefused => "Discord refuses the token in DISCORD_TOKEN; reset it at \
            https://discord.com/developers/applications under Bot and set the new one"
            .to_owned(),
        Trouble::IntentsRefused => "Discord refuses what the bot asks to receive; see \
            https://discord.com/developers/applications under Bot, Privileged Gateway Intents"
            .to_owned(),
        Trouble::Unreachable(reason) => {
            format!(
                "Discord can't be reached ({reason}); check the network and the setting discord.api, then try again"
            )
        }
        Trouble::NoLibrary(reason) => format!("the library can't be opened: {reason}"),
        Trouble::NoSignals(error) => format!("the system doesn't say when to stop: {error}"),
    }
}

/// Where in the article words stand.
pub fn place(role: Option<Role>, paragraph: Option<u32>) -> Option<String> {
    match role? {
        Role::Headline => Some("headline".to_owned()),
        Role::Caption => Some("caption".to_owned()),
        Role::Subheading => Some("subheading".to_owned()),
        Role::Body => paragraph.map(|number| format!("paragraph {number}")),
        Role::Boilerplate => None,
    }
}
