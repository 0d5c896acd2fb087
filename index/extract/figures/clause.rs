//! Which expression of time belongs to a figure: the nearest one of the same clause, the one behind it preferred.

use std::ops::Range;

use crate::language::dates::TimeExpression;
use crate::language::phrase::Phrase;

/// The expression of time beside the tokens of a figure, out of those of its sentence in order.
pub(super) fn time_beside<'t>(
    phrase: &Phrase,
    figure: &Range<usize>,
    times: &'t [TimeExpression],
) -> Option<&'t TimeExpression> {
    let next = times.partition_point(|time| time.tokens.start < figure.end);
    let behind = times.get(next).map(|time| (figure.end..time.tokens.start, time));
    let last = times[..next].iter().rev().find(|time| time.tokens.end <= figure.start);
    let ahead = last.map(|time| (time.tokens.end..figure.start, time));
    let belongs = |gap: &Range<usize>| gap.len() <= REACH && !gap.clone().any(|at| is_boundary(phrase, at));
    let behind = behind.filter(|(gap, _)| belongs(gap));
    let ahead = ahead.filter(|(gap, _)| belongs(gap));
    match (behind, ahead) {
        (Some((gap, _)), Some((gap_ahead, time))) if gap_ahead.len() * 2 < gap.len() => Some(time),
        (Some((_, time)), _) | (None, Some((_, time))) => Some(time),
        (None, None) => None,
    }
}

/// Whether only a few words and no comma part a figure from its time, as a length of time needs: "nine hours on Monday".
pub(super) fn is_close(phrase: &Phrase, figure: &Range<usize>, time: &TimeExpression) -> bool {
    const FEW: usize = 3;
    let gap =
        if time.tokens.start >= figure.end { figure.end..time.tokens.start } else { time.tokens.end..figure.start };
    gap.len() <= FEW && !gap.clone().any(|at| phrase.text(at) == ",")
}

/// The most tokens between a figure and its time.
const REACH: usize = 30;

/// Whether a clause ends at the token.
fn is_boundary(phrase: &Phrase, at: usize) -> bool {
    const OPEN_A_CLAUSE: &[&str] = &[
        "but", "while", "whereas", "which", "who", "whose", "where", "when", "because", "although", "though", "after",
        "before", "that", "leading", "said", "says", "saying", "if",
    ];
    matches!(phrase.text(at), ";" | ":" | "—" | "–" | "\"" | "“" | "”" | "(" | ")") || phrase.is_any(at, OPEN_A_CLAUSE)
}
