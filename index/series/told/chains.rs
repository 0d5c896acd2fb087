//! Figures of one sentence that share its verb and noun: "from 18% in 2015 to 31% in 2020", "China supplied 60%,
//! Australia 15% and Brazil 10%". Any other word between two of them, or behind the last, makes them figures of different things.

use super::{Line, Told, is_named};
use crate::document::TokenKind;
use crate::extract::Figure;
use crate::language::closed_classes::is_function_word;
use crate::language::phrase::Phrase;
use crate::language::stems;
use crate::span::Span;

/// What may stand between two figures of one thing, besides times and holders.
const CONNECTIVES: &[&str] = &[
    "a", "against", "and", "at", "by", "compared", "down", "during", "for", "from", "in", "of", "on", "or", "the",
    "then", "to", "up", "with",
];

/// The longest runs of figures that share their sentence's verb and noun.
pub(super) fn of(line: &Line<'_>) -> Vec<Vec<Told>> {
    let phrase = Phrase::of_sentence(line.story.document(), line.sentence);
    let mut chains: Vec<Vec<Told>> = Vec::new();
    let figures = &line.story.extracted().figures;
    for index in &line.figures {
        let own = figures[*index].by.filter(|by| is_named(line.story, *by));
        let last = chains.last().and_then(|chain| chain.last()).copied();
        match last.and_then(|last| linked(line, &phrase, last, *index)) {
            Some(told) => {
                if let Some(chain) = chains.last_mut() {
                    chain.push(told);
                }
            }
            None => chains.push(vec![Told { index: *index, by: own }]),
        }
    }
    let ends_well = |chain: &Vec<Told>| chain.last().is_some_and(|told| is_alone(line, &phrase, &figures[told.index]));
    chains.retain(|chain| chain.len() > 1 && ends_well(chain));
    chains
}

/// The next figure, if it is of the same thing as the last one.
fn linked(line: &Line, phrase: &Phrase, last: Told, next: usize) -> Option<Told> {
    let figures = &line.story.extracted().figures;
    let (before, after) = (&figures[last.index], &figures[next]);
    let own = after.by.filter(|by| is_named(line.story, *by));
    if before.unit != after.unit || !is_of_same(line, phrase, before, after) {
        return None;
    }
    let mut named: Option<Span> = None;
    for at in line.position(before.span.end())..line.position(after.span.start()) {
        let token = phrase.span(at..at + 1)?;
        let is_known = before.of.is_some_and(|of| of.overlaps(token)) || line.is_time(token);
        if is_known || phrase.kind(at) == Some(TokenKind::Mark) && matches!(phrase.text(at), "," | "(" | ")") {
            continue;
        }
        let name = line.story.extracted().name_index.overlapping(token).next();
        match name {
            Some(name) => named = Some(name.span),
            None if CONNECTIVES.contains(&phrase.text(at).to_lowercase().as_str()) => {}
            None => return None,
        }
    }
    match (named, own) {
        (Some(named), _) => {
            let is_beside = line.position(named.end()) == line.position(after.span.start());
            (last.by.is_some() && is_beside).then_some(Told { index: next, by: Some(named) })
        }
        (None, _) => Some(Told { index: next, by: last.by }),
    }
}

/// Whether what the next figure counts is left out or the same; the first one's may follow the second ("from 18% to 31% of homes").
fn is_of_same(line: &Line, phrase: &Phrase, before: &Figure, after: &Figure) -> bool {
    let stems = |span: Span| -> Vec<String> {
        let words = line.story.document().text(span).split_whitespace();
        words.map(|word| stems::stem(&stems::fold(word))).collect()
    };
    match (before.of, after.of) {
        (_, None) => true,
        (Some(one), Some(other)) => stems(one) == stems(other),
        (None, Some(_)) => phrase.is(line.position(before.span.start()).wrapping_sub(1), "from"),
    }
}

/// Whether no noun or verb of its own follows a figure: "and 8% fell" tells of something else.
fn is_alone(line: &Line, phrase: &Phrase, figure: &Figure) -> bool {
    let end = figure.of.map_or(figure.span.end(), |of| of.end().max(figure.span.end()));
    let next = line.position(end);
    let Some(token) = phrase.span(next..next + 1) else { return true };
    line.is_time(token) || phrase.kind(next) == Some(TokenKind::Mark) || is_function_word(phrase.lower(next).as_str())
}
