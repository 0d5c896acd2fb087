//! Who said what: words reported as somebody's, with cue, speaker, addressee and the chain they came through.

use super::{Extracted, Extractor, Kind};
use crate::document::Document;
use crate::span::Span;

mod attribution;
mod chains;
mod clause;
mod contents;
mod cues;
mod finder;
mod occasions;
mod passing;
mod quotation_marks;
mod reading;
mod report;
mod speakers;
mod subjects;
#[cfg(test)]
mod tests;
mod verbs;

/// How words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatementKind {
    /// All within quotation marks.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// Partly within quotation marks.
    Mixed,
}

/// What sort of source a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeakerKind {
    /// A named person.
    Person,
    /// A country, body, publication or other named source that is no person.
    Body,
    /// A source that the story doesn't name ("a senior official").
    Unnamed,
    /// A pronoun or role that could be several people: "unclear who".
    Unclear,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker beside the statement ("he", "Hillary Clinton's Chinese counterpart, Yang Jiechi").
    pub written: Span,
    /// The name that these words stand for, elsewhere in the story or within `written`; `None` when unclear.
    pub name: Option<Span>,
    /// What sort of source it is.
    pub kind: SpeakerKind,
}

/// One reporter that passed the words on ("according to AFP", "US officials said").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The reporter.
    pub reporter: Span,
    /// The words that say so.
    pub cue: Span,
}

/// Why a statement was attributed as it was; shown by `--explain` and `/why`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A verb of saying.
    CueVerb,
    /// A noun of saying ("claim", "statement").
    CueNoun,
    /// "according to", "in the words of".
    AccordingTo,
    /// "Name: words".
    Colon,
    /// Quotation marks beside a speaker, no cue.
    QuotationMarks,
    /// The cue's subject.
    Subject,
    /// The subject stands after the cue ("said X").
    Inverted,
    /// The quotation goes on from the one before.
    Continued,
    /// The name is the speaker's, by apposition.
    Apposition,
    /// The name is the one that a pronoun stands for.
    Pronoun,
    /// The name is the one whose role or part of name is written.
    Role,
    /// A passive or adverb with no source ("reportedly").
    NoSource,
    /// Somebody corrected it by hand.
    ByHand,
}

/// Words reported as somebody's.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The words reported, in order; several spans where the report interrupts them. Never empty.
    pub spans: Vec<Span>,
    /// How they are reported.
    pub kind: StatementKind,
    /// The words that report ("told").
    pub cue: Option<Span>,
    /// Who speaks; `None`: unattributed in the story.
    pub speaker: Option<Speaker>,
    /// To whom.
    pub addressee: Option<Span>,
    /// The chain of reporters, from the one nearest to the speaker outwards.
    pub via: Vec<Link>,
    /// The statement that this one stands in, as an index of [`Extracted::statements`].
    pub parent: Option<usize>,
    /// Whether the cue is denied or says a denial ("denied that").
    pub denied: bool,
    /// Why, in the order of the steps.
    pub because: Vec<Reason>,
}

impl Statement {
    /// The first to the last of the words reported.
    pub fn span(&self) -> Span {
        // `spans` is never empty: a statement is made of what it reports.
        self.spans.iter().copied().reduce(Span::cover).expect("a statement has words")
    }
}

/// Finds statements.
pub const EXTRACTOR: Extractor =
    Extractor { kind: Kind::Statement, asked_by: &["said", "say", "says", "told", "tell", "claimed"], extract };

fn extract(document: &Document, extracted: &mut Extracted) {
    let reading = reading::Reading::new(document);
    let reports = attribution::attribute(&reading);
    let mut speakers = speakers::Speakers::new(document, &extracted.names);
    extracted.statements = chains::statements(&reading, reports, &mut speakers);
}
