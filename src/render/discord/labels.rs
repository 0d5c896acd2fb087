//! The bot's own sentences and labels on Discord. None holds a word of a story.

use verbatim_index::answer::{Label, Rejection, Silence};
use verbatim_index::article::Role;
use verbatim_index::check::{DifferenceKind, Verdict};
use verbatim_index::extract::dispute::Aspect;
use verbatim_index::quote::QuoteVerdict;

use crate::discord::Trouble;

/// Words reported as somebody's.
pub const REPORTED: &str = "Reported";
/// Words that somebody is reported to deny.
pub const DENIED: &str = "Reported as denied";
/// Words that are nobody's but the story's.
pub const OWN_VOICE: &str = "The story's own words";
/// Words that are not the article's.
pub const RELATED_FACT: &str = "Related fact, not from the article";
/// Before a fact that tells the one before it otherwise.
pub const TOLD_OTHERWISE: &str = "**Told otherwise:**";
/// Before related facts beside an answer.
pub const ALSO_RELATED: &str = "**A related fact, not from the article:**";
/// Where a statement has no speaker.
pub const UNATTRIBUTED: &str = "the story doesn't say who";
/// After a speaker whom the story doesn't name.
pub const UNNAMED: &str = "unnamed";
/// After a speaker who could be several people.
pub const UNCLEAR: &str = "unclear who";
/// Stands for what is left out between two pieces of one statement.
pub const OMISSION: &str = "[…]";
/// Where the publisher isn't known.
pub const THE_STORY: &str = "the story";
/// Above the passages nearest to a question that has no answer.
pub const NEAREST: &str = "Nearest passages, **not an answer** (click to see):";
/// Before a word that was probably meant.
pub const DID_YOU_MEAN: &str = "Did you mean";
/// Nothing of the kind was found.
pub const NOTHING_FOUND: &str = "**The story has nothing of this kind.**";
/// Nothing of the kind was found under the asker's conditions.
pub const NOTHING_FITS: &str = "**Nothing in the story fits that.** Ask for less, or check the spelling.";
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

/// When a command's reply is for those who sit at the machine.
pub const NOT_HERE: &str = "This is shown in the terminal only.";

/// Said when things found don't all fit.
pub fn and_more(count: usize) -> String {
    format!("… and {count} more. Narrow it down with the command's options.")
}

/// What is said where the article doesn't answer.
pub fn silence(silence: Silence) -> &'static str {
    match silence {
        Silence::NotInStory => "**The story doesn't say.**",
        Silence::RelatedOnly => "**The story doesn't say. A related fact does:**",
        Silence::OfSomethingElse => "**The story doesn't say that. It says:**",
        Silence::Ambiguous => "**The question could mean several things.** Ask again with the one you mean:",
    }
}

/// What is said where there is no question.
pub fn rejection(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::Empty => "There is no question in that. Ask one about the story, in words.",
        Rejection::TooLong => "That is too long for a question. Ask a shorter one about the story.",
    }
}

/// The label before an answer's words.
pub fn label(label: Label) -> &'static str {
    match label {
        Label::StorySaysSo => "**The story says so:**",
        Label::StorySaysOtherwise => "**The story says otherwise:**",
    }
}

/// What the story says of a claim: about the text, never about the world.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "**The story says so.**",
        Verdict::Contradicted => "**The story says otherwise.**",
        Verdict::NotInStory => "**The story doesn't say.**",
        Verdict::Rejected => "There is no claim in that to check.",
    }
}

/// What the story has of a quotation.
pub fn quote_verdict(verdict: QuoteVerdict) -> &'static str {
    match verdict {
        QuoteVerdict::Verbatim => "**Verbatim: the story has these words.**",
        QuoteVerdict::Altered => "**Altered: the story's words differ.**",
        QuoteVerdict::OtherSpeaker => "**The story has these words, but as another's.**",
        QuoteVerdict::Absent => "**Absent: the story has no such words.**",
        QuoteVerdict::Rejected => "There is no quotation in that to look for.",
    }
}

/// In what a claim and the story differ.
pub fn difference(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Number => "Number",
        DifferenceKind::Actor => "Who",
        DifferenceKind::Negation => "Whether",
        DifferenceKind::Attribution => "Whose words",
        DifferenceKind::Time => "When",
        DifferenceKind::Hedge => "How firmly",
        DifferenceKind::Place => "Where",
    }
}

/// The heading over one side of a dispute.
pub fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Party => "**Who is in it**",
        Aspect::Name => "**What each calls it**",
        Aspect::Control => "**Who holds it**",
        Aspect::Claim => "**Who claims it**",
        Aspect::Stake => "**What is at stake**",
        Aspect::Event => "**What happened**",
    }
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
