//! The sentences and labels of ours, each in one place. None holds a word of a story.

use verbatim_index::extract::dispute::Aspect;
use verbatim_index::extract::figures::Unit;
use verbatim_index::extract::statements::Reason;

use crate::reply::{Failure, Mistake};

/// What is said of a failure, in one line.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Asker(mistake) => self::mistake(mistake),
        // The chain of causes in one line: an operator reads this, a Discord member doesn't.
        Failure::Ours(error) => format!("{error:#}").replace('\n', " "),
    }
}

fn mistake(mistake: &Mistake) -> String {
    match mistake {
        Mistake::Missing { option } => format!("{} is needed", option.to_uppercase()),
        Mistake::Unreadable { file, reason } => format!("{file} can't be read: {reason}"),
        Mistake::NotText { file } => format!("{file} isn't UTF-8 text; save it as plain text or Markdown first"),
        Mistake::TooLong { file } => format!("{file} is longer than the setting limits.article_bytes allows"),
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

/// The side of a dispute that a fact tells.
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
