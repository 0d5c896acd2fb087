//! A sentence with what it points back to: the words that a reader of it alone would miss.

use crate::story::Story;

/// A sentence with the one before it where it begins with a word that points back, or with the headline where "these
/// goods" stands inside it.
pub(crate) fn passage(story: &Story, line: usize) -> String {
    let (lookup, document) = (story.lookup(), story.document());
    let sentence = |line: usize| &document.sentences()[lookup.lines[line].sentence];
    let own = sentence(line);
    let before = line.checked_sub(1).filter(|_| lookup.lines[line].points_back).map(sentence);
    let before = before.filter(|before| before.paragraph == own.paragraph).map(|before| before.span);
    let points_at_topic = || points_inside(document.text(own.span));
    let before = before.or_else(|| document.article().headline.filter(|_| points_at_topic()));
    let words = before.into_iter().chain([own.span]).map(|span| document.text(span));
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a word that points at what the story is about stands inside a sentence.
fn points_inside(sentence: &str) -> bool {
    sentence.split_whitespace().skip(1).any(|word| matches!(word, "these" | "those" | "such"))
}
