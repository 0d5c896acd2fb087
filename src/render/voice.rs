//! Whose words a passage is: the story's own voice, somebody's that the story reports, or a related fact's; and how
//! firmly it is said. Every surface asks here, so that none shows a reported statement as the story's.

use verbatim_index::correction::Became;
use verbatim_index::extract::Statement;
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

/// Whose words a passage is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The story's own.
    Own,
    /// Somebody's: the statements that the passage holds, or that hold the larger part of it, outermost first, as
    /// indices of the story's.
    Reported(Vec<usize>),
    /// A related fact's, as an index of the story's.
    RelatedFact(usize),
}

impl Voice {
    /// Whose words a citation is.
    pub fn of(story: &Story, citation: Citation) -> Self {
        let span = match citation.source {
            CitedSource::Article => citation.span,
            CitedSource::Fact(fact) => return Self::RelatedFact(fact),
        };
        let extracted = story.extracted();
        let tells = |statement: &Statement| span.contains(statement.span()) || holds_most(statement, span);
        let near = extracted.statements_at(span);
        let reported: Vec<_> = near.filter(|index| tells(&extracted.statements[*index])).collect();
        if reported.is_empty() { Self::Own } else { Self::Reported(reported) }
    }
}

/// Whether the larger part of `span` is within the words of a statement.
pub fn holds_most(statement: &Statement, span: Span) -> bool {
    2 * statement.spans.iter().map(|piece| piece.shared_with(span)).sum::<usize>() > span.len()
}

/// Whether the story hedges what a citation says: a fact of a dispute in it, or all of its numbers.
pub fn is_hedged(story: &Story, citation: Citation) -> bool {
    if citation.source != CitedSource::Article {
        return false;
    }
    let extracted = story.extracted();
    let mut dispute = extracted.dispute.iter().filter_map(|fact| fact.hedge);
    let numbers = extracted.figures.iter().filter(|figure| figure.quantity.is_some() || figure.approximate);
    let mut numbers = numbers.filter(|figure| figure.span.overlaps(citation.span)).peekable();
    let all_are_hedged = numbers.peek().is_some() && numbers.all(|figure| figure.approximate);
    all_are_hedged || dispute.any(|span| span.overlaps(citation.span))
}

/// The speaker that an editor gave a statement in words that the story doesn't have.
pub fn editors_speaker<'s>(story: &'s Story, statement: &Statement) -> Option<&'s str> {
    match &story.correction_of_speaker(statement.span())?.became {
        Became::Editor(name) => Some(name),
        Became::Story(_) => None,
    }
}

/// The chain that a statement came through, from its speaker to the publisher: words of the story, but for a
/// publisher that only the person who added the story named. Empty where the story names nobody at all.
pub fn chain<'s>(story: &'s Story, statement: &Statement) -> Vec<&'s str> {
    let document = story.document();
    let speaker = statement.speaker.map(|speaker| document.text(speaker.name.unwrap_or(speaker.written)));
    let reporters = statement.via.iter().map(|link| document.text(link.reporter));
    speaker.into_iter().chain(reporters).chain(story.publisher()).collect()
}

/// Whether words name an office that one person or body holds ("the mayor of Elsin", "the ministry"), which is
/// neither unnamed nor unclear.
pub fn is_office(written: &str) -> bool {
    let written = written.to_lowercase();
    let Some(rest) = written.strip_prefix("the ") else { return false };
    let phrase =
        [" of ", " for ", " in ", " at ", ","].iter().fold(rest, |rest, end| rest.split(end).next().unwrap_or(rest));
    let head = phrase.split_whitespace().next_back().unwrap_or_default();
    let is_several = head.ends_with('s') && !head.ends_with("ss");
    !head.is_empty() && !is_several && !OF_NO_OFFICE.contains(&head)
}

/// Whether words call people by what they are and name none ("US officials", "a senior aide").
pub fn is_nameless(written: &str) -> bool {
    let written = written.to_lowercase();
    let head = written.split_whitespace().next_back().unwrap_or_default();
    let is_one_of = |word: &str| OF_NO_OFFICE.contains(&word) || OF_SEVERAL.contains(&word);
    is_one_of(head) || head.strip_suffix('s').is_some_and(is_one_of)
}

/// What several people are called whom a story doesn't name.
const OF_SEVERAL: [&str; 14] = [
    "adviser",
    "analyst",
    "campaigner",
    "critic",
    "economist",
    "engineer",
    "expert",
    "lawyer",
    "observer",
    "people",
    "protester",
    "reporter",
    "resident",
    "witnesses",
];

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
