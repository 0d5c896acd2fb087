//! What is said of a marked draft. Its words for scripts are those of tables too, so that a table and JSON agree.

use verbatim_index::draft::{FigureVerdict, Found, NameVerdict, Standing};
use verbatim_index::quote::QuoteVerdict;

use super::counted;

/// What a piece is, for scripts and tables.
pub fn kind(found: Found) -> &'static str {
    match found {
        Found::Quotation(_) => "quotation",
        Found::Figure(_) => "figure",
        Found::Date(_) => "date",
        Found::Name(_) => "name",
        Found::Claim => "claim",
    }
}

/// What the story has of it, for scripts and tables.
pub fn verdict(found: Found) -> &'static str {
    match found {
        Found::Quotation(QuoteVerdict::Verbatim) => "verbatim",
        Found::Quotation(QuoteVerdict::Altered) => "altered",
        Found::Quotation(QuoteVerdict::OtherSpeaker) => "other_speaker",
        Found::Quotation(QuoteVerdict::Absent | QuoteVerdict::Rejected) => "absent",
        Found::Figure(FigureVerdict::Supported) => "supported",
        Found::Figure(FigureVerdict::Contradicted) | Found::Claim => "contradicted",
        Found::Figure(FigureVerdict::Elsewhere) | Found::Date(FigureVerdict::Elsewhere) => "elsewhere",
        Found::Figure(FigureVerdict::Absent) | Found::Name(NameVerdict::Absent) => "not_in_story",
        Found::Date(FigureVerdict::Supported) => "agrees",
        Found::Date(FigureVerdict::Contradicted) => "differs",
        Found::Date(FigureVerdict::Absent) => "absent",
        Found::Name(NameVerdict::InStory) => "in_story",
        Found::Name(NameVerdict::Misspelt) => "misspelt",
    }
}

/// How a piece stands to the story, for scripts and tables.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "good",
        Standing::Open => "open",
        Standing::Wrong => "wrong",
    }
}

/// The verdict as people read it beside the draft's words, in one or two words.
pub fn label(found: Found) -> &'static str {
    match found {
        Found::Quotation(QuoteVerdict::Verbatim) => "verbatim",
        Found::Quotation(QuoteVerdict::Altered) => "altered",
        Found::Quotation(QuoteVerdict::OtherSpeaker) => "another speaker’s",
        Found::Quotation(QuoteVerdict::Absent | QuoteVerdict::Rejected) => "absent",
        Found::Figure(FigureVerdict::Supported) => "the story says so",
        Found::Figure(FigureVerdict::Contradicted) | Found::Claim => "the story says otherwise",
        Found::Figure(FigureVerdict::Elsewhere) | Found::Date(FigureVerdict::Elsewhere) => "there, but of this?",
        Found::Figure(FigureVerdict::Absent) | Found::Name(NameVerdict::Absent) => "not in the story",
        Found::Date(FigureVerdict::Supported) => "agrees",
        Found::Date(FigureVerdict::Contradicted) => "differs",
        Found::Date(FigureVerdict::Absent) => "absent",
        Found::Name(NameVerdict::InStory) => "in the story",
        Found::Name(NameVerdict::Misspelt) => "spelt otherwise",
    }
}

/// The sign before a label, so that no colour is needed to see how a piece stands.
pub fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "✓",
        Standing::Open => "?",
        Standing::Wrong => "✗",
    }
}

/// What the verdict means, in a sentence.
pub fn explained(found: Found) -> &'static str {
    match found {
        Found::Quotation(verdict) => super::quote_verdict(verdict).english(),
        Found::Figure(FigureVerdict::Supported) => "The story says this with this figure.",
        Found::Figure(FigureVerdict::Contradicted) => "The story has another figure for this.",
        Found::Figure(FigureVerdict::Elsewhere) => "The story has this figure, but not plainly of the same thing.",
        Found::Figure(FigureVerdict::Absent) => "The story doesn’t have this figure.",
        Found::Date(FigureVerdict::Supported) => "The story says this with this date.",
        Found::Date(FigureVerdict::Contradicted) => "The story has another date for this.",
        Found::Date(FigureVerdict::Elsewhere) => "The story has this date, but not plainly of the same thing.",
        Found::Date(FigureVerdict::Absent) => "The story doesn’t have this date.",
        Found::Name(NameVerdict::InStory) => "The story has this name.",
        Found::Name(NameVerdict::Misspelt) => "The story spells this name otherwise.",
        Found::Name(NameVerdict::Absent) => "The story doesn’t have this name.",
        Found::Claim => "The story says otherwise.",
    }
}

/// Before the passages that decide.
pub const BECAUSE: &str = "The story:";
/// Before passages that prove nothing.
pub const NEAREST: &str = "Nearest in the story (no proof):";

/// How many pieces stand how.
pub fn summary(good: usize, open: usize, wrong: usize) -> String {
    let all = counted(good + open + wrong, "piece marked", "pieces marked");
    format!("{all}: {good} as the story has it, {open} not shown by the story, {wrong} against the story")
}

/// How much of the draft was left out.
pub fn unread(stretches: usize) -> String {
    let stretches = counted(stretches, "stretch", "stretches");
    format!("{stretches} not read as the draft’s own text, such as links to other stories")
}
