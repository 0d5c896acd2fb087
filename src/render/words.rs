//! The sentences and labels of ours that people read, each in one place. None holds a word of a story.

use verbatim_index::answer::{Label, Rejection, Silence};
use verbatim_index::article::Role;
use verbatim_index::check::{DifferenceKind, Verdict};
use verbatim_index::extract::dispute::Aspect;
use verbatim_index::extract::figures::Unit;
use verbatim_index::extract::statements::{Reason, SpeakerKind, StatementKind};
use verbatim_index::quote::QuoteVerdict;

use super::voice::Voice;

mod failures;
mod health;

pub use failures::{failure, without_number};
pub use health::{NO_TOKEN, NOT_SERVED, SEARCHABLE, TOKEN_SET, fault, fix, part};

/// Before passages that are shown where there is no answer.
pub const NEAREST: &str = "Nearest passages (not an answer):";
/// Before what a question could mean.
pub const CANDIDATES: &str = "It could mean:";
/// Before the publishers of facts that tell a fact otherwise.
pub const TOLD_OTHERWISE_BY: &str = "Told otherwise by: ";
/// Before what an answer was found by.
pub const FOUND_BY: &str = "Found by:";
/// Before the sentences in order of fit.
pub const RANKED: &str = "Sentences in order of fit:";
/// Before the parts of a compound claim.
pub const PARTS: &str = "Part by part:";
/// Beside words that the story says less than firmly.
pub const HEDGED: &str = "hedged";
/// Beside the speaker of a statement that is a denial.
pub const DENIED: &str = "denies this";
/// Before the words that a denial is of.
pub const DENIES: &str = "denies: ";
/// In place of words where one side of a difference has none.
pub const NOTHING: &str = "(nothing)";
/// Before the passages under the one that answers.
pub const ALSO: &str = "Also:";
/// In place of a speaker where the story names none.
pub const NO_SPEAKER: &str = "the story names no speaker";
/// In place of an answer where the program failed.
pub const FAILED_ITEM: &str = "Sorry, this one failed by a mistake of the program's.";
/// Before an item of standard input, above its answer.
pub const ITEM: &str = "› ";
/// Between what isn't adjacent in the story.
pub const LEFT_OUT: &str = "[…]";
/// Where the library has no story.
pub const NO_STORIES: &str = "There is no story yet. `verbatim story add FILE` adds one.";

/// How answers are to be read, at the end of help.
pub const HOW_TO_READ: &str = "\
Every word shown as the story's stands in it exactly so; ¶ is the paragraph's number.
[the story's own voice] is told by the story itself, [reported] is told by those named beside it,
and [related fact] comes from another source. Where the story is silent, so is Verbatim.";

/// What is said where there is no answer from the article.
pub fn silence(silence: Silence) -> &'static str {
    match silence {
        Silence::NotInStory => "The story doesn't say.",
        Silence::RelatedOnly => "The story doesn't say. A related fact, not the story:",
        Silence::OfSomethingElse => "The story doesn't say that. It says:",
        Silence::Ambiguous => "That could mean several things.",
    }
}

/// What is said where there is no question to answer.
pub fn rejection(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::Empty => "There is no question in that. Ask what the story says, such as: who said what?",
        Rejection::TooLong => "That is longer than any question. Ask about one thing at a time.",
    }
}

/// What stands before an answer's words.
pub fn label(label: Label) -> &'static str {
    match label {
        Label::StorySaysSo => "The story says so:",
        Label::StorySaysOtherwise => "The story says otherwise:",
    }
}

/// What is said where a list has nothing in it; `speaker` and `about` are the asker's words.
pub fn nothing_listed(speaker: Option<&str>, about: Option<&str>) -> String {
    let speaker = speaker.map_or_else(String::new, |speaker| format!(" from “{speaker}”"));
    let about = about.map_or_else(String::new, |about| format!(" about “{about}”"));
    format!("The story has nothing of the kind{speaker}{about}.")
}

/// What is asked where a word was probably mistyped; `meant` is the story's word.
pub fn did_you_mean(typed: &str, meant: &str) -> String {
    format!("Did you mean “{meant}”? The story has no “{typed}”.")
}

/// The badge that says whose words a passage is.
pub fn badge(voice: &Voice) -> &'static str {
    match voice {
        Voice::Own => "[the story's own voice]",
        Voice::Reported(_) => "[reported]",
        Voice::RelatedFact(_) => "[related fact]",
    }
}

/// Whose words a passage is, for scripts.
pub fn voice_name(voice: &Voice) -> &'static str {
    match voice {
        Voice::Own => "own",
        Voice::Reported(_) => "reported",
        Voice::RelatedFact(_) => "related_fact",
    }
}

/// What is said of a speaker who isn't plainly named.
pub fn speaker_note(kind: SpeakerKind, written: &str) -> Option<&'static str> {
    match kind {
        SpeakerKind::Person | SpeakerKind::Body => None,
        SpeakerKind::Unnamed | SpeakerKind::Unclear if is_office(written) => None,
        SpeakerKind::Unnamed => Some("unnamed source"),
        SpeakerKind::Unclear => Some("unclear who this is"),
    }
}

/// Whether words name an office that one person or body holds ("the mayor of Elsin", "the ministry"), which is
/// neither unnamed nor unclear.
fn is_office(written: &str) -> bool {
    let written = written.to_lowercase();
    let Some(rest) = written.strip_prefix("the ") else { return false };
    let phrase =
        [" of ", " for ", " in ", " at ", ","].iter().fold(rest, |rest, end| rest.split(end).next().unwrap_or(rest));
    let head = phrase.split_whitespace().next_back().unwrap_or_default();
    let is_several = head.ends_with('s') && !head.ends_with("ss");
    !head.is_empty() && !is_several && !OF_NO_OFFICE.contains(&head)
}

/// What people are called whom a story doesn't want to name.
const OF_NO_OFFICE: [&str; 14] = [
    "source",
    "official",
    "officer",
    "aide",
    "insider",
    "person",
    "man",
    "woman",
    "witness",
    "diplomat",
    "adviser",
    "spokesman",
    "spokeswoman",
    "spokesperson",
];

/// How words are reported.
pub fn statement_kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "in quotation marks",
        StatementKind::Indirect => "in the reporter's words",
        StatementKind::Mixed => "partly in quotation marks",
    }
}

/// Where a passage without a paragraph's number stands.
pub fn role(role: Role) -> Option<&'static str> {
    match role {
        Role::Headline => Some("headline"),
        Role::Caption => Some("caption"),
        Role::Subheading => Some("subheading"),
        Role::Body | Role::Boilerplate => None,
    }
}

/// So many of a thing.
pub fn counted(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
}

/// What the story says of a claim.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "The story says so.",
        Verdict::Contradicted => "The story says otherwise.",
        Verdict::NotInStory => "The story doesn't say.",
        Verdict::Rejected => "There is no claim in that, or it is too long to check.",
    }
}

/// What the story has of a quotation.
pub fn quote_verdict(verdict: QuoteVerdict) -> &'static str {
    match verdict {
        QuoteVerdict::Verbatim => "Verbatim: these words stand in the story.",
        QuoteVerdict::Altered => "Altered: the story's words are others.",
        QuoteVerdict::OtherSpeaker => "Another speaker's: the story has these words from somebody else.",
        QuoteVerdict::Absent => "Absent: the story has no such words.",
        QuoteVerdict::Rejected => "There is no quotation in that, or it is too long to look for.",
    }
}

/// In what a claim and the story differ.
pub fn difference_kind(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Number => "number",
        DifferenceKind::Actor => "who",
        DifferenceKind::Negation => "so or not so",
        DifferenceKind::Attribution => "whose words",
        DifferenceKind::Time => "when",
        DifferenceKind::Hedge => "how firmly",
        DifferenceKind::Place => "where",
    }
}

/// Before the facts that tell one side of a dispute.
pub fn aspect_heading(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Party => "Parties",
        Aspect::Name => "Names",
        Aspect::Control => "Who holds it",
        Aspect::Claim => "Who claims it",
        Aspect::Stake => "What is at stake",
        Aspect::Event => "What happened",
    }
}

/// The side of a dispute that a fact tells, for scripts.
pub fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Party => "party",
        Aspect::Name => "name",
        Aspect::Control => "control",
        Aspect::Claim => "claim",
        Aspect::Stake => "stake",
        Aspect::Event => "event",
    }
}

/// A unit's name: English in the singular, or an ISO 4217 code.
pub fn unit(unit: &Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::Money(code) => code,
        Unit::Count => "count",
        Unit::Ordinal => "ordinal",
        Unit::Date => "date",
        Unit::Duration(name) | Unit::Measure(name) => name,
    }
}

/// Why a statement was attributed as it was.
pub fn reasons(reasons: &[Reason]) -> String {
    let phrases: Vec<_> = reasons.iter().map(|reason| self::reason(*reason)).collect();
    phrases.join("; ")
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::CueVerb => "cue verb",
        Reason::CueNoun => "cue noun",
        Reason::AccordingTo => "according to",
        Reason::Colon => "colon after the name",
        Reason::QuotationMarks => "quotation marks beside the speaker",
        Reason::Subject => "subject of the cue",
        Reason::Inverted => "subject after the cue",
        Reason::Continued => "goes on from the quotation before",
        Reason::Apposition => "name resolved by apposition",
        Reason::Pronoun => "name resolved from a pronoun",
        Reason::Role => "name resolved from a role or part of the name",
        Reason::NoSource => "the story names no source",
    }
}

/// What is said of a command that there isn't.
pub fn unknown_command(typed: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("There is no /{typed}. Did you mean /{nearest}?"),
        None => format!("There is no /{typed}. /help shows what there is."),
    }
}

/// What is said of words after a slash that can't be taken; `problem` names the commands without their slashes.
pub fn misused_in_chat(problem: &str) -> String {
    format!("{problem}; /help shows what there is")
}

/// What the chat says when another story is chosen.
pub fn chosen(title: &str) -> String {
    format!("Now asking: {title}")
}

/// What the chat says to a first Ctrl-C.
pub const INTERRUPTED: &str = "Ctrl-C again, or Ctrl-D, ends the chat.";

/// What the chat says first.
pub fn welcome(title: &str) -> String {
    format!("{title}\nAsk what the story says, or /help. Ctrl-D ends the chat.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_neither_unnamed_nor_unclear() {
        for office in ["The regional governor", "The mayor of Port Elsin", "the foreign ministry"] {
            assert_eq!(speaker_note(SpeakerKind::Unclear, office), None, "{office}");
        }
        for other in ["he", "a senior official", "the official", "the engineers", "The witness"] {
            assert!(speaker_note(SpeakerKind::Unnamed, other).is_some(), "{other}");
        }
    }
}
