//! The bot's own sentences and labels that only Discord shows; those that every surface shows stand in `words`. None
//! holds a word of a story.

use verbatim_index::article::Role;

use crate::discord::{Closing, Trouble};
use crate::render::language::Language;
use crate::render::words::{self, Phrase};

/// Words that are nobody's but the story's.
pub const OWN_VOICE: Phrase = Phrase::of("own-voice");
/// Before related facts beside an answer.
pub const ALSO_RELATED: Phrase = Phrase::of("also-related");
/// Where the publisher isn't known.
pub const THE_STORY: Phrase = Phrase::of("the-story");
/// In place of the story's words where it has none.
pub const NONE: Phrase = Phrase::of("none");
/// When something of ours failed.
pub const APOLOGY: Phrase = Phrase::of("apology");
/// When a command isn't there any more.
pub const NO_SUCH_COMMAND: Phrase = Phrase::of("no-such-command");
/// When a button isn't there any more.
pub const NO_SUCH_BUTTON: Phrase = Phrase::of("no-such-button");
/// When an interaction of another kind comes.
pub const NOT_UNDERSTOOD: Phrase = Phrase::of("not-understood");

/// When opening the library ended in a mistake of the program's.
pub const PANICKED: &str = "a mistake of the program's; please report it";
/// When a command's reply is for those who sit at the machine.
pub const NOT_HERE: Phrase = Phrase::of("not-here");

/// Before a fact that tells the one before it otherwise.
pub const TOLD_OTHERWISE: Phrase = Phrase::of("told-otherwise");
/// The button that shows a paragraph between its neighbours.
pub const SHOW_PARAGRAPH: Phrase = Phrase::of("show-paragraph");
/// The button that shows what else a speaker said.
pub const WHAT_ELSE: Phrase = Phrase::of("what-else");

/// Before what a figure is of.
pub const FIGURE_OF: Phrase = Phrase::of("figure-of");
/// Before by whom a figure is.
pub const FIGURE_BY: Phrase = Phrase::of("figure-by");
/// Before when a figure was.
pub const FIGURE_WHEN: Phrase = Phrase::of("figure-when");

/// What comes with exported data.
pub const EXPORTED: Phrase = Phrase::of("exported");

/// How many pieces of a draft stand how: as the story has them, not shown by it, against it.
pub fn draft_counts(language: Language, [good, open, wrong]: [usize; 3]) -> String {
    let counts = [("good", good.into()), ("open", open.into()), ("wrong", wrong.into())];
    Phrase::of("draft-counts").filled(language, counts)
}

/// What comes with a checklist of so many things.
pub fn checklist(language: Language, count: usize) -> String {
    Phrase::of("checklist-attached").filled(language, [("count", count.into())])
}

/// Whose words, with the chain that they came through.
pub fn reported(language: Language, chain: &str) -> String {
    Phrase::of("reported").filled(language, [("chain", chain.into())])
}

/// Who denies, with the chain that the denial came through.
pub fn reported_denial(language: Language, chain: &str) -> String {
    Phrase::of("reported-denial").filled(language, [("chain", chain.into())])
}

/// That words are not the article's, and whose.
pub fn related_fact(language: Language, source: &str) -> String {
    Phrase::of("from-related-fact").filled(language, [("source", source.into())])
}

/// The asker's words and the story's, side by side.
pub fn against(language: Language, asked: &str, told: &str) -> String {
    Phrase::of("asked-and-told").filled(language, [("asked", asked.into()), ("told", told.into())])
}

/// Words of the story under what they are.
pub fn labelled(language: Language, label: Phrase, words: &str) -> String {
    Phrase::of("labelled").filled(language, [("label", label.in_language(language).into()), ("words", words.into())])
}

/// Beside a name, what is to be known of it.
pub fn noted(language: Language, name: &str, note: &str) -> String {
    Phrase::of("noted").filled(language, [("name", name.into()), ("note", note.into())])
}

/// Who said words, and to whom.
pub fn told_to(language: Language, speaker: &str, addressee: &str) -> String {
    Phrase::of("told-to").filled(language, [("speaker", speaker.into()), ("addressee", addressee.into())])
}

/// What can be done in Discord beside typing commands, and how answers are to be read.
pub const ALSO_IN_DISCORD: [Phrase; 3] =
    [Phrase::of("help-mention"), Phrase::of("help-menu"), Phrase::of("help-reading")];
/// The button that shows why words are somebody's.
pub const WHY: Phrase = Phrase::of("why");
/// The button that shows whose words a passage is.
pub const WHO_SAID_THAT: Phrase = Phrase::of("who-said-that");

/// The button that shows a private answer to everybody.
pub const SHARE: Phrase = Phrase::of("share");
/// The button that shows further passages under an answer.
pub const MORE_PASSAGES: Phrase = Phrase::of("more-passages");
/// The button that shows the passages nearest to a question without an answer.
pub const NEAREST_PASSAGES: Phrase = Phrase::of("nearest-passages");
/// The button that shows the next page.
pub const TURN: Phrase = Phrase::of("turn");
/// The title of further passages under an answer.
pub const FURTHER: Phrase = Phrase::of("further");
/// Where a page of passages has none.
pub const NO_MORE_PASSAGES: Phrase = Phrase::of("no-more-passages");
/// The button that reads the story on.
pub const READ_ON: Phrase = Phrase::of("read-on");

/// The button that asks the same with the word that was probably meant.
pub fn ask_corrected(language: Language, meant: &str) -> String {
    Phrase::of("ask-corrected").filled(language, [("meant", meant.into())])
}

/// Said when not all stories are listed.
pub fn and_more_stories(language: Language, count: usize) -> String {
    Phrase::of("more-stories").filled(language, [("count", count.into())])
}

/// Said when things found don't all fit.
pub fn and_more(language: Language, count: usize) -> String {
    Phrase::of("and-more").filled(language, [("count", count.into())])
}

/// Why the bot doesn't run, and what to do about it, in one line.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoToken => "there is no bot token; set DISCORD_TOKEN to the one that \
            https://discord.com/developers/applications shows under Bot"
            .to_owned(),
        Trouble::NoKey => "discord.http_listen is set, but not discord.public_key; set it to the one that \
            https://discord.com/developers/applications shows under General Information"
            .to_owned(),
        Trouble::NoWay => {
            "discord.gateway is false and discord.http_listen isn't set, so that nothing can come; set one \
            of them"
                .to_owned()
        }
        Trouble::NotListening { setting, reason } => {
            format!("{setting}: the address can't be listened on ({reason}); choose another, or end what uses it")
        }
        Trouble::TokenRefused => "Discord refuses the token in DISCORD_TOKEN; reset it at \
            https://discord.com/developers/applications under Bot and set the new one"
            .to_owned(),
        Trouble::IntentsRefused => "Discord refuses what the bot asks to receive; see \
            https://discord.com/developers/applications under Bot, Privileged Gateway Intents"
            .to_owned(),
        Trouble::Closed(closing) => self::closing(*closing).to_owned(),
        Trouble::Unreachable(reason) => {
            format!(
                "Discord can't be reached ({reason}); check the network and the setting discord.api, then try again"
            )
        }
        Trouble::NoLibrary(reason) => format!("the library can't be opened: {reason}"),
        Trouble::NoSignals(error) => format!("the system doesn't say when to stop: {error}"),
    }
}

fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::NoSuchShard => {
            "Discord knows no such shard (4010); check discord.shards, or leave it out to have as many as Discord recommends"
        }
        Closing::TooManyServers => {
            "the bot is on more servers than its shards may have (4011); raise the number of all shards in discord.shards, \
             in every process, or leave it out to have as many as Discord recommends"
        }
        Closing::OldVersion => {
            "Discord's gateway no longer speaks this bot's version (4012); install a newer version of verbatim"
        }
    }
}

/// Where in the article words stand.
pub fn place(language: Language, role: Option<Role>, paragraph: Option<u32>) -> Option<String> {
    match (words::role(role?), role?, paragraph) {
        (Some(phrase), _, _) => Some(phrase.in_language(language).to_owned()),
        (None, Role::Body, Some(number)) => Some(Phrase::of("paragraph").filled(language, [("number", number.into())])),
        (None, _, _) => None,
    }
}
