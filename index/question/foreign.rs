//! A question typed in Japanese or Chinese → the English words that it asks with, by a small lexicon. A word that the
//! lexicon doesn't have is not guessed at: such a question isn't understood, and gets no answer.

use std::ops::Range;

use crate::question::{Case, Word};

use order::Ordered;
use pieces::Piece;

mod lexicon;
mod order;
mod pieces;

/// A question read from another script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// What was read as what: where it was typed, and the English words.
    pub read: Vec<(Range<usize>, String)>,
    /// Whether every word of it was read.
    pub is_understood: bool,
}

/// The English words of a question in another script, question word first, and how they were read; `None` for a
/// question in Latin letters. `knows` tells whether the story has a name, where a thing has several.
pub(super) fn read(typed_text: &str, knows: &dyn Fn(&str) -> bool) -> Option<(Vec<Word>, Foreign)> {
    if !typed_text.chars().any(is_foreign) {
        return None;
    }
    let pieces = pieces::of(typed_text);
    let is_understood = pieces.iter().all(|piece| piece.is_understood());
    let mut foreign = Foreign { read: Vec::new(), is_understood };
    let mut words = Vec::new();
    for ordered in order::in_english(&pieces) {
        let (english, typed) = match &ordered {
            Ordered::Typed(Piece::Latin(word)) => {
                words.push(word.clone());
                continue;
            }
            Ordered::Typed(Piece::Known(entry, typed)) => (entry.english_for(knows), typed.clone()),
            Ordered::Typed(Piece::Unknown(typed)) => (&typed_text[typed.clone()], typed.clone()),
            Ordered::Added(word, typed) => (*word, typed.clone()),
        };
        let case = if ordered.is_name() { Case::Capital } else { Case::Small };
        words.extend(english.split_whitespace().map(|word| super::new_word(word, typed.clone(), case)));
        if ordered.is_from_lexicon() && !english.is_empty() {
            foreign.read.push((typed, english.to_owned()));
        }
    }
    Some((words, foreign))
}

/// Whether a character is of a script that the lexicon is for: Chinese characters and the Japanese syllables.
fn is_foreign(character: char) -> bool {
    matches!(character,
        '々' | '〇' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests;
