//! A story's statements and figures as records that others can keep: an id that stays the same as long as the words
//! do, and where the words stand, by themselves with what surrounds them (W3C Web Annotation Data Model, 4.2.4).

use std::collections::HashMap;
use std::hash::Hasher;

use fnv::FnvHasher;

use crate::span::{Source, Span};
use crate::story::Story;

/// Words with what stands before and after them, by which they are found again in a changed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words.
    pub exact: Span,
    /// What stands before them.
    pub prefix: Span,
    /// What stands after them.
    pub suffix: Span,
}

/// What a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recorded {
    /// A statement, as an index of the story's.
    Statement(usize),
    /// A figure, as an index of the story's.
    Figure(usize),
}

/// A statement or figure with its id and its places.
#[derive(Clone, Debug)]
pub struct Record {
    /// What it is of.
    pub of: Recorded,
    /// Its id within the story: of its kind and words (of a figure its sentence's too), and of how many alike stand
    /// before it. Where else in the story something changes doesn't matter.
    pub id: u64,
    /// Where its words stand; several places where the report interrupts them. Never empty.
    pub places: Vec<Place>,
}

/// The characters before and after the words that are kept to find them by, as many as Hypothesis keeps.
const AROUND: usize = 32;

/// The records of a story: its statements, then its figures, each in the order of the text.
pub fn records(story: &Story) -> Vec<Record> {
    let document = story.document();
    let extracted = story.extracted();
    let statements = extracted.statements.iter().enumerate();
    let statements = statements.map(|(index, statement)| (Recorded::Statement(index), statement.spans.clone()));
    let figures = extracted.figures.iter().enumerate();
    let figures = figures.map(|(index, figure)| (Recorded::Figure(index), vec![figure.span]));
    let found: Vec<(Recorded, Vec<Span>)> = statements.chain(figures).collect();
    let keys = found.iter().map(|(of, spans)| {
        let beside = match of {
            Recorded::Statement(_) => None,
            Recorded::Figure(_) => spans.first().and_then(|span| sentence_of(story, *span)),
        };
        let words = spans.iter().chain(&beside).map(|span| document.text(*span));
        (kind(*of), words.collect::<Vec<_>>().join(" "))
    });
    let ids = ids(keys);
    let places = |spans: Vec<Span>| spans.into_iter().map(|span| place(document.source(), span)).collect();
    found.into_iter().zip(ids).map(|((of, spans), id)| Record { of, id, places: places(spans) }).collect()
}

/// The name of a kind of record.
pub fn kind(of: Recorded) -> &'static str {
    match of {
        Recorded::Statement(_) => "statement",
        Recorded::Figure(_) => "figure",
    }
}

/// The sentence that tells two equal figures apart.
fn sentence_of(story: &Story, span: Span) -> Option<Span> {
    let document = story.document();
    document.sentence_at(span).map(|index| document.sentences()[index].span)
}

/// Ids of things by their kind and words; of several alike, by their order too. White space doesn't count, since a
/// file may be wrapped anew.
pub fn ids(keys: impl Iterator<Item = (&'static str, String)>) -> Vec<u64> {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    keys.map(|(kind, words)| {
        let mut hasher = FnvHasher::default();
        hasher.write(kind.as_bytes());
        for word in words.split_whitespace() {
            hasher.write(b" ");
            hasher.write(word.as_bytes());
        }
        let count = seen.entry(hasher.finish()).or_default();
        hasher.write(&count.to_be_bytes());
        *count += 1;
        hasher.finish()
    })
    .collect()
}

/// Where some words of a source stand.
pub fn place(source: &Source, exact: Span) -> Place {
    let text = source.text();
    let before = &text[..exact.start()];
    let start = before.char_indices().rev().take(AROUND).last().map_or(exact.start(), |(at, _)| at);
    let after = &text[exact.end()..];
    let end = after.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| exact.end() + at);
    // Both ranges begin and end where a character does.
    let slice = |range| source.span(range).unwrap_or(exact);
    Place { exact, prefix: slice(start..exact.start()), suffix: slice(exact.end()..end) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::article::{self, Format};

    const STORY: &str = "Bridge vote put off\n\nThe bridge would cost some $3.2m, the engineers said. The port handles \
        40% of the grain and 40% of the tin.\n\n\"We will not be rushed,\" Maria Lund said. \"We will not be rushed,\" \
        Jon Abel said.\n";

    fn read(text: &str) -> Story {
        Story::new("bridge", article::read(Source::new(text).unwrap(), Format::Plain), Vec::new())
    }

    fn ids_of(text: &str) -> Vec<(Recorded, u64)> {
        records(&read(text)).into_iter().map(|record| (record.of, record.id)).collect()
    }

    #[test]
    fn no_two_records_share_an_id() {
        let ids = ids_of(STORY);
        assert!(ids.len() >= 6, "{ids:?}");
        assert_eq!(ids.iter().map(|(_, id)| id).collect::<HashSet<_>>().len(), ids.len());
    }

    #[test]
    fn an_id_outlives_changes_elsewhere_and_new_line_breaks() {
        let changed = STORY.replace("Bridge vote put off\n\n", "Bridge vote put off again\n\nIt rained in Elsin.\n\n");
        assert_eq!(ids_of(&changed), ids_of(STORY));
        assert_eq!(ids_of(&STORY.replace("engineers said. The port", "engineers said.\r\nThe port")), ids_of(STORY));
        assert_ne!(ids_of(&STORY.replace("not be rushed", "never be rushed")), ids_of(STORY));
    }

    proptest! {
        #[test]
        fn words_stand_between_their_prefix_and_suffix(text in "\\PC{0,200}", a in 0usize..200, b in 0usize..200) {
            let source = Source::new(text.clone()).unwrap();
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (a, b) = (ends[a % ends.len()], ends[b % ends.len()]);
            let place = place(&source, source.span(a.min(b)..a.max(b)).unwrap());
            let joined = [place.prefix, place.exact, place.suffix].map(|span| source.slice(span)).concat();
            prop_assert!(text.contains(&joined));
            prop_assert_eq!(place.prefix.end(), place.exact.start());
            prop_assert_eq!(place.suffix.start(), place.exact.end());
            prop_assert!(source.slice(place.prefix).chars().count() <= AROUND);
        }
    }
}
