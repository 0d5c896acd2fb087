//! The sentences and labels of ours that people read, each in one place. None holds a word of a story.

use verbatim_index::answer::{Label, Rejection, Silence};
use verbatim_index::article::Role;
use verbatim_index::check::{DifferenceKind, Verdict};
use verbatim_index::extract::dispute::Aspect;
use verbatim_index::extract::figures::Unit;
use verbatim_index::extract::statements::{Reason, SpeakerKind, StatementKind};
use verbatim_index::quote::QuoteVerdict;

use super::language::Language;
use super::voice::{self, Voice};

pub mod about;
pub mod approved;
pub mod behind;
pub mod checklist;
pub mod commands;
pub mod complaints;
pub mod corrections;
pub mod desk;
pub mod draft;
pub mod draft_page;
pub mod editors;
mod failures;
pub mod gaps;
pub mod hand_overs;
mod health;
pub mod marked;
mod phrase;
mod readiness;
pub mod summaries;
pub mod verified;
pub mod watched;
pub mod wishes;

pub use failures::{failure, without_number};
pub use health::{
    ASKED_FOR_MESSAGE_CONTENT, NO_TOKEN, NOT_ASKED, OVER_THE_GATEWAY, SEARCHABLE, TOKEN_SET, clock_ahead, fault, fix,
    invitation, kept, part, posted, reached,
};
pub use phrase::{Filling, Phrase};
pub use readiness::{ALIVE, READY, waiting};

/// Before passages that are shown where there is no answer.
pub const NEAREST: Phrase = Phrase::of("nearest");
/// Before what a question could mean.
pub const CANDIDATES: Phrase = Phrase::of("candidates");
/// Before the publishers of facts that tell a fact otherwise.
pub const TOLD_OTHERWISE_BY: &str = "Told otherwise by: ";
/// Before what an answer was found by.
pub const FOUND_BY: Phrase = Phrase::of("found-by");
/// Before the sentences in order of fit.
pub const RANKED: Phrase = Phrase::of("ranked");
/// Before the parts of a compound claim.
pub const PARTS: Phrase = Phrase::of("parts");
/// Beside words that the story says less than firmly.
pub const HEDGED: Phrase = Phrase::of("hedged");
/// Beside the speaker of a statement that is a denial.
pub const DENIED: Phrase = Phrase::of("denied");
/// Before the words that a denial is of.
pub const DENIES: &str = "denies: ";
/// In place of words where one side of a difference has none.
pub const NOTHING: Phrase = Phrase::of("nothing");
/// Before the passages under the one that answers.
pub const ALSO: Phrase = Phrase::of("also");
/// In place of a speaker where the story names none.
pub const NO_SPEAKER: Phrase = Phrase::of("no-speaker");
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
pub fn silence(silence: Silence) -> Phrase {
    match silence {
        Silence::NotInStory => Phrase::of("silence-not-in-story"),
        Silence::RelatedOnly => Phrase::of("silence-related-only"),
        Silence::OfSomethingElse => Phrase::of("silence-of-something-else"),
        Silence::Ambiguous => Phrase::of("silence-ambiguous"),
    }
}

/// The silence of a word, as scripts see what became of a question.
pub fn silence_named(word: &str) -> Option<Silence> {
    match word {
        "not_in_story" => Some(Silence::NotInStory),
        "related_only" => Some(Silence::RelatedOnly),
        "ambiguous" => Some(Silence::Ambiguous),
        _ => None,
    }
}

/// What is said where there is no question to answer.
pub fn rejection(rejection: Rejection) -> Phrase {
    match rejection {
        Rejection::Empty => Phrase::of("rejection-empty"),
        Rejection::TooLong => Phrase::of("rejection-too-long"),
    }
}

/// What stands before an answer's words.
pub fn label(label: Label) -> Phrase {
    match label {
        Label::StorySaysSo => Phrase::of("label-story-says-so"),
        Label::StorySaysOtherwise => Phrase::of("label-story-says-otherwise"),
    }
}

/// What is said where a list has nothing in it; `speaker` and `about` are the asker's words.
pub fn nothing_listed(language: Language, speaker: Option<&str>, about: Option<&str>) -> String {
    match (speaker, about) {
        (None, None) => Phrase::of("nothing-listed").in_language(language).to_owned(),
        (Some(speaker), None) => Phrase::of("nothing-listed-from").filled(language, [("speaker", speaker.into())]),
        (None, Some(about)) => Phrase::of("nothing-listed-about").filled(language, [("about", about.into())]),
        (Some(speaker), Some(about)) => Phrase::of("nothing-listed-from-about")
            .filled(language, [("speaker", speaker.into()), ("about", about.into())]),
    }
}

/// What is asked where a word was probably mistyped; `meant` is the story's word.
pub fn did_you_mean(language: Language, typed: &str, meant: &str) -> String {
    Phrase::of("did-you-mean").filled(language, [("typed", typed.into()), ("meant", meant.into())])
}

/// The badge that says whose words a passage is.
pub fn badge(voice: &Voice) -> Phrase {
    match voice {
        Voice::Own => Phrase::of("badge-own"),
        Voice::Reported(_) => Phrase::of("badge-reported"),
        Voice::RelatedFact(_) => Phrase::of("badge-related-fact"),
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
pub fn speaker_note(kind: SpeakerKind, written: &str) -> Option<Phrase> {
    match kind {
        SpeakerKind::Person | SpeakerKind::Body => None,
        SpeakerKind::Unnamed | SpeakerKind::Unclear if voice::is_office(written) => None,
        SpeakerKind::Unnamed => Some(Phrase::of("speaker-unnamed")),
        SpeakerKind::Unclear => Some(Phrase::of("speaker-unclear")),
    }
}

/// How words are reported.
pub fn statement_kind(kind: StatementKind) -> Phrase {
    match kind {
        StatementKind::Direct => Phrase::of("statement-direct"),
        StatementKind::Indirect => Phrase::of("statement-indirect"),
        StatementKind::Mixed => Phrase::of("statement-mixed"),
    }
}

/// Where a passage without a paragraph's number stands.
pub fn role(role: Role) -> Option<Phrase> {
    match role {
        Role::Headline => Some(Phrase::of("role-headline")),
        Role::Caption => Some(Phrase::of("role-caption")),
        Role::Subheading => Some(Phrase::of("role-subheading")),
        Role::Body | Role::Boilerplate => None,
    }
}

/// So many of a thing.
pub fn counted(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
}

/// What the story says of a claim.
pub fn verdict(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Supported => Phrase::of("verdict-supported"),
        Verdict::Contradicted => Phrase::of("verdict-contradicted"),
        Verdict::NotInStory => Phrase::of("verdict-not-in-story"),
        Verdict::Rejected => Phrase::of("verdict-rejected"),
    }
}

/// What the story has of a quotation.
pub fn quote_verdict(verdict: QuoteVerdict) -> Phrase {
    match verdict {
        QuoteVerdict::Verbatim => Phrase::of("quote-verbatim"),
        QuoteVerdict::Altered => Phrase::of("quote-altered"),
        QuoteVerdict::OtherSpeaker => Phrase::of("quote-other-speaker"),
        QuoteVerdict::Absent => Phrase::of("quote-absent"),
        QuoteVerdict::Rejected => Phrase::of("quote-rejected"),
    }
}

/// In what a claim and the story differ.
pub fn difference_kind(kind: DifferenceKind) -> Phrase {
    match kind {
        DifferenceKind::Number => Phrase::of("difference-number"),
        DifferenceKind::Actor => Phrase::of("difference-actor"),
        DifferenceKind::Negation => Phrase::of("difference-negation"),
        DifferenceKind::Attribution => Phrase::of("difference-attribution"),
        DifferenceKind::Time => Phrase::of("difference-time"),
        DifferenceKind::Hedge => Phrase::of("difference-hedge"),
        DifferenceKind::Place => Phrase::of("difference-place"),
    }
}

/// Before the facts that tell one side of a dispute.
pub fn aspect_heading(aspect: Aspect) -> Phrase {
    match aspect {
        Aspect::Party => Phrase::of("aspect-party"),
        Aspect::Name => Phrase::of("aspect-name"),
        Aspect::Control => Phrase::of("aspect-control"),
        Aspect::Claim => Phrase::of("aspect-claim"),
        Aspect::Stake => Phrase::of("aspect-stake"),
        Aspect::Event => Phrase::of("aspect-event"),
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
pub fn reasons(language: Language, reasons: &[Reason]) -> String {
    let phrases: Vec<_> = reasons.iter().map(|reason| self::reason(*reason).in_language(language)).collect();
    phrases.join(&Phrase::of("between-reasons").filled(language, []))
}

fn reason(reason: Reason) -> Phrase {
    match reason {
        Reason::CueVerb => Phrase::of("reason-cue-verb"),
        Reason::CueNoun => Phrase::of("reason-cue-noun"),
        Reason::AccordingTo => Phrase::of("reason-according-to"),
        Reason::Colon => Phrase::of("reason-colon"),
        Reason::QuotationMarks => Phrase::of("reason-quotation-marks"),
        Reason::Subject => Phrase::of("reason-subject"),
        Reason::Inverted => Phrase::of("reason-inverted"),
        Reason::Continued => Phrase::of("reason-continued"),
        Reason::Apposition => Phrase::of("reason-apposition"),
        Reason::Pronoun => Phrase::of("reason-pronoun"),
        Reason::Role => Phrase::of("reason-role"),
        Reason::NoSource => Phrase::of("reason-no-source"),
        Reason::ByHand => Phrase::of("reason-by-hand"),
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
