//! Where sentences begin and end: sentencex's rules, corrected where news needs it.

use crate::span::{Source, Span};

/// Cuts a paragraph into sentences, white space at their ends left out.
pub fn split(source: &Source, paragraph: Span) -> Vec<Span> {
    sentencex::get_sentence_boundaries("en", source.slice(paragraph))
        .into_iter()
        .filter_map(|b| source.trimmed(paragraph.start() + b.start_byte..paragraph.start() + b.end_byte))
        .collect()
}
