//! Whose words a passage is: the story's own voice, somebody's that the story reports, or a related fact's; and how
//! firmly it is said. Every surface asks here, so that none shows a reported statement as the story's.

use verbatim_index::extract::Statement;
use verbatim_index::story::{Citation, CitedSource, Story};

/// Whose words a passage is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The story's own.
    Own,
    /// Somebody's: the statements that overlap the passage, outermost first, as indices of the story's.
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
        let statements = &story.extracted().statements;
        let overlaps = |statement: &Statement| statement.spans.iter().any(|piece| piece.overlaps(span));
        let reported: Vec<_> = (0..statements.len()).filter(|index| overlaps(&statements[*index])).collect();
        if reported.is_empty() { Self::Own } else { Self::Reported(reported) }
    }
}

/// Whether the story hedges what a citation says.
pub fn is_hedged(story: &Story, citation: Citation) -> bool {
    if citation.source != CitedSource::Article {
        return false;
    }
    let extracted = story.extracted();
    let figures = extracted.figures.iter().filter(|figure| figure.approximate).map(|figure| figure.span);
    let dispute = extracted.dispute.iter().filter_map(|fact| fact.hedge);
    figures.chain(dispute).any(|span| span.overlaps(citation.span))
}

/// The chain that a statement came through, from its speaker to the publisher: words of the story, but for a
/// publisher that only the person who added the story named. Empty where the story names nobody at all.
pub fn chain<'s>(story: &'s Story, statement: &Statement) -> Vec<&'s str> {
    let document = story.document();
    let speaker = statement.speaker.map(|speaker| document.text(speaker.name.unwrap_or(speaker.written)));
    let reporters = statement.via.iter().map(|link| document.text(link.reporter));
    speaker.into_iter().chain(reporters).chain(story.publisher()).collect()
}
