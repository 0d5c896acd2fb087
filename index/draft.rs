//! A whole draft against a story → [`Mark`]s: every quotation, figure, name and date, and every claim that the story
//! tells otherwise. The draft is read as a story is, so that its marks are spans too; it is never changed.

use crate::check::Verdict;
use crate::quote::QuoteVerdict;
use crate::span::Span;
use crate::story::{Citation, Story};

mod figures;
mod names;
mod quotations;
pub mod reading;

/// A draft with all that was looked for in it.
#[derive(Clone, Debug)]
pub struct CheckedDraft {
    /// What was marked, in the order of the draft.
    pub marks: Vec<Mark>,
    /// Stretches that weren't read as the draft's own text, such as links to other stories.
    pub unread: Vec<Span>,
}

/// A piece of a draft with what the story has of it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The piece, in the draft.
    pub at: Span,
    /// What the story has of it.
    pub found: Found,
    /// The story's passages that decide.
    pub because: Vec<Citation>,
    /// What differs.
    pub differences: Vec<Difference>,
    /// Where nothing decides: the story's passages that come nearest. They prove nothing.
    pub nearest: Vec<Citation>,
}

/// One stretch that differs: words of the draft against words of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The draft's words; empty where it leaves some out.
    pub draft: Span,
    /// The story's words; `None` where the draft adds some.
    pub story: Option<Citation>,
}

/// What a piece is, and what the story has of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Words between quotation marks.
    Quotation(QuoteVerdict),
    /// A number with its unit.
    Figure(FigureVerdict),
    /// A day, month or year.
    Date(FigureVerdict),
    /// A name, as often as it is written.
    Name(NameVerdict),
    /// A sentence that the story tells otherwise, not by its figures or dates alone.
    Claim,
}

/// What the story has of a figure or date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureVerdict {
    /// The story says what the sentence says with it.
    Supported,
    /// The story says otherwise.
    Contradicted,
    /// The story has it, but not plainly of the same.
    Elsewhere,
    /// The story doesn't have it.
    Absent,
}

/// What the story has of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameVerdict {
    /// The story has it.
    InStory,
    /// The story spells it otherwise.
    Misspelt,
    /// The story doesn't have it.
    Absent,
}

/// How a piece stands to the story, for whoever only wants to know whether a draft can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// As the story has it.
    Good,
    /// The story doesn't show it.
    Open,
    /// Against the story.
    Wrong,
}

impl Found {
    /// How it stands to the story.
    pub fn standing(self) -> Standing {
        match self {
            Self::Quotation(QuoteVerdict::Verbatim)
            | Self::Figure(FigureVerdict::Supported)
            | Self::Date(FigureVerdict::Supported)
            | Self::Name(NameVerdict::InStory) => Standing::Good,
            Self::Quotation(QuoteVerdict::Absent | QuoteVerdict::Rejected)
            | Self::Figure(FigureVerdict::Elsewhere | FigureVerdict::Absent)
            | Self::Date(FigureVerdict::Elsewhere | FigureVerdict::Absent)
            | Self::Name(NameVerdict::Absent) => Standing::Open,
            Self::Quotation(QuoteVerdict::Altered | QuoteVerdict::OtherSpeaker)
            | Self::Figure(FigureVerdict::Contradicted)
            | Self::Date(FigureVerdict::Contradicted)
            | Self::Name(NameVerdict::Misspelt)
            | Self::Claim => Standing::Wrong,
        }
    }
}

impl CheckedDraft {
    /// The worst standing of any mark; good where there is none.
    pub fn standing(&self) -> Standing {
        self.marks.iter().map(|mark| mark.found.standing()).max().unwrap_or(Standing::Good)
    }

    /// How many marks stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.marks.iter().filter(|mark| mark.found.standing() == standing).count()
    }
}

/// A stretch of a marked piece, for showing the two versions word by word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// The draft's words, which the story has too.
    Same(Span),
    /// The draft's words, and the story's in their place.
    Changed(Difference),
}

impl Mark {
    /// The piece cut at its differences, in order; one stretch where nothing in it differs.
    pub fn stretches(&self, draft: &Story) -> Vec<Stretch> {
        let source = draft.document().source();
        let mut within: Vec<Difference> =
            self.differences.iter().copied().filter(|difference| self.at.contains(difference.draft)).collect();
        within.sort_by_key(|difference| difference.draft);
        let mut stretches = Vec::new();
        let mut at = self.at.start();
        let same = |from: usize, to: usize, stretches: &mut Vec<Stretch>| {
            let words = source.span(from..to).ok().filter(|words| !words.is_empty());
            stretches.extend(words.map(Stretch::Same));
        };
        for difference in within {
            if difference.draft.start() < at {
                continue;
            }
            same(at, difference.draft.start(), &mut stretches);
            stretches.push(Stretch::Changed(difference));
            at = difference.draft.end();
        }
        same(at, self.at.end(), &mut stretches);
        stretches
    }
}

/// Checks a draft, read as a story of its own, against a story.
pub fn check(draft: &Story, story: &Story) -> CheckedDraft {
    let quotations = quotations::marks(draft, story);
    let mut marks = figures::marks(draft, story, &quotations);
    marks.extend(names::marks(draft, story));
    marks.extend(quotations);
    marks.sort_by_key(|mark| (mark.at.start(), std::cmp::Reverse(mark.at.end())));
    CheckedDraft { marks, unread: unread(draft) }
}

fn unread(draft: &Story) -> Vec<Span> {
    let document = draft.document();
    let read = document.paragraphs();
    let blocks = document.article().blocks.iter().map(|block| block.span);
    blocks.filter(|block| !read.iter().any(|paragraph| paragraph.span == *block)).collect()
}

impl From<Verdict> for FigureVerdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Supported => Self::Supported,
            Verdict::Contradicted => Self::Contradicted,
            Verdict::NotInStory | Verdict::Rejected => Self::Absent,
        }
    }
}

#[cfg(test)]
mod tests;
