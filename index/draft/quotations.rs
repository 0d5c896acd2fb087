//! The quotations of a draft, each looked for in the story word by word, and whether the draft gives them to somebody
//! else than the story does.

use std::ops::Range;

use super::{Difference, Found, Mark, reading};
use crate::answer::person_words;
use crate::article::Role;
use crate::quote::{self, Alteration, QuoteVerdict};
use crate::span::Span;
use crate::story::{Citation, Story};

/// Fewer words than these may be said by several, so that whose they are proves nothing.
const FEWEST_OF_ONE_SPEAKER: usize = 3;

/// The marks of all quotations of a draft.
pub(super) fn marks(draft: &Story, story: &Story) -> Vec<Mark> {
    let source = draft.document().source();
    let spans = spans(draft).into_iter().filter_map(|words| source.trimmed(words));
    spans.filter_map(|at| mark(draft, story, at)).collect()
}

/// The stretches between quotation marks. A paragraph whose marks aren't closed goes on in the next one, which opens
/// them again: all of it is quoted.
fn spans(draft: &Story) -> Vec<Range<usize>> {
    let document = draft.document();
    let text = document.source().text();
    let paragraphs: Vec<Span> = document
        .paragraphs()
        .iter()
        .filter(|paragraph| paragraph.role != Role::Subheading)
        .map(|paragraph| paragraph.span)
        .collect();
    let mut found = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let quoted = reading::quoted(text, paragraph.range());
        let after = quoted.last().map_or(paragraph.start(), |last| last.end);
        let goes_on = paragraphs.get(at + 1).is_some_and(|next| text[next.range()].starts_with(REOPENING));
        found.extend(quoted);
        found.extend(unclosed(text, after..paragraph.end()).filter(|_| goes_on));
    }
    found
}

/// Marks with which a paragraph goes on quoting.
const REOPENING: [char; 2] = ['“', '"'];

/// The words after the last mark that opens.
fn unclosed(text: &str, rest: Range<usize>) -> Option<Range<usize>> {
    // The closing mark of the quotation before stands first.
    let opening = text[rest.clone()].char_indices().rfind(|(_, mark)| REOPENING.contains(mark))?;
    let start = rest.start + opening.0 + opening.1.len_utf8();
    let is_open = text[start..rest.end].starts_with(char::is_alphanumeric);
    is_open.then_some(start..rest.end)
}

fn mark(draft: &Story, story: &Story, at: Span) -> Option<Mark> {
    let words = draft.document().text(at);
    let check = quote::check(story, words);
    if check.verdict == QuoteVerdict::Rejected {
        return None;
    }
    let differences = check.alterations.iter().filter_map(|alteration| difference(draft, at, alteration)).collect();
    let mut mark =
        Mark { at, found: Found::Quotation(check.verdict), because: check.because, differences, nearest: Vec::new() };
    if let Some(speakers) = other_speaker(draft, story, &mark) {
        mark.found = Found::Quotation(QuoteVerdict::OtherSpeaker);
        mark.differences.push(speakers);
    }
    Some(mark)
}

fn difference(draft: &Story, base: Span, alteration: &Alteration) -> Option<Difference> {
    let Range { start, end } = alteration.quote;
    let words = draft.document().source().span(base.start() + start..base.start() + end).ok()?;
    Some(Difference { draft: words, story: alteration.story })
}

/// The draft's speaker of a quotation against the story's, where they are two.
fn other_speaker(draft: &Story, story: &Story, mark: &Mark) -> Option<Difference> {
    let place: &Citation = mark.because.first()?;
    if draft.document().text(mark.at).split_whitespace().count() < FEWEST_OF_ONE_SPEAKER {
        return None;
    }
    let mut statements = draft.extracted().statements.iter();
    let statement = statements.find(|statement| statement.spans.iter().any(|span| span.overlaps(mark.at)))?;
    let speaker = statement.speaker?;
    let named = person_words(draft.document().text(speaker.name?));
    if named.is_empty() {
        return None;
    }
    let real = quote::other_speaker(story, place.span, &named)?;
    Some(Difference { draft: speaker.written, story: Some(story.cite(real)) })
}
