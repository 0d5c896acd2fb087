//! The pieces of a question in the order of an English one: what asks, then who, does, and the rest, each preposition
//! before its phrase. Only so much order as tells a question's kind, and who does something to whom.

use std::ops::Range;

use super::lexicon::{Entry, Sort};
use super::pieces::Piece;

/// A piece at its place in English.
#[derive(Clone, Debug)]
pub(super) enum Ordered<'p> {
    /// A piece as typed.
    Typed(&'p Piece),
    /// A word that only English needs, for the piece typed there.
    Added(&'static str, Range<usize>),
}

impl Ordered<'_> {
    /// Whether it is a name.
    pub(super) fn is_name(&self) -> bool {
        matches!(self, Self::Typed(Piece::Known(Entry { sort: Sort::Name, .. }, _)))
    }

    /// Whether the lexicon says what it means.
    pub(super) fn is_from_lexicon(&self) -> bool {
        matches!(self, Self::Typed(Piece::Known(..)))
    }
}

/// Pieces that belong together, and what they are in the sentence.
#[derive(Clone, Debug, Default)]
struct Phrase<'p> {
    preposition: Option<&'p Piece>,
    words: Vec<&'p Piece>,
}

#[derive(Default)]
struct Sentence<'p> {
    asks: Vec<&'p Piece>,
    subject: Vec<&'p Piece>,
    acts: Vec<&'p Piece>,
    phrases: Vec<Phrase<'p>>,
}

/// The pieces in English order.
pub(super) fn in_english(pieces: &[Piece]) -> Vec<Ordered<'_>> {
    let sentence = parts(pieces);
    let mut ordered = Vec::new();
    let typed = |piece| Ordered::Typed(piece);
    ordered.extend(sentence.asks.iter().copied().map(typed));
    // "what did …": without it English takes what comes next for the thing asked about.
    if let Some(asks) = sentence.asks.first().filter(|_| !sentence.subject.is_empty() && !sentence.acts.is_empty()) {
        ordered.push(Ordered::Added("did", asks.typed()));
    }
    ordered.extend(sentence.subject.iter().chain(&sentence.acts).copied().map(typed));
    for phrase in &sentence.phrases {
        ordered.extend(phrase.preposition.into_iter().chain(phrase.words.iter().copied()).map(typed));
    }
    ordered
}

fn parts(pieces: &[Piece]) -> Sentence<'_> {
    let mut sentence = Sentence::default();
    let mut open = Phrase::default();
    for (at, piece) in pieces.iter().enumerate() {
        let asked_last = at > 0 && pieces[at - 1].sort() == Sort::Asks;
        match piece.sort() {
            Sort::Asks => sentence.asks.push(piece),
            Sort::Name | Sort::Thing => open.words.push(piece),
            Sort::Act => {
                // What stands right before a verb without any mark is its subject, as in Chinese.
                let is_first = sentence.acts.is_empty() && sentence.subject.is_empty() && open.preposition.is_none();
                if is_first && !is_japanese(pieces) {
                    sentence.subject = std::mem::take(&mut open.words);
                }
                close(&mut sentence, &mut open);
                sentence.acts.push(piece);
            }
            // "尖閣は誰が": who is asked for is the subject, and what stood as one only the topic.
            Sort::Subject if asked_last && !sentence.subject.is_empty() => {
                let words = std::mem::take(&mut sentence.subject);
                sentence.phrases.insert(0, Phrase { preposition: None, words });
            }
            Sort::Subject if sentence.subject.is_empty() => sentence.subject = std::mem::take(&mut open.words),
            Sort::Subject | Sort::Object => close(&mut sentence, &mut open),
            Sort::Before => {
                // Chinese puts the subject before a phrase with a preposition.
                if sentence.subject.is_empty() && sentence.acts.is_empty() && open.preposition.is_none() {
                    sentence.subject = std::mem::take(&mut open.words);
                }
                close(&mut sentence, &mut open);
                open.preposition = Some(piece);
            }
            Sort::After => {
                open.preposition = Some(piece).filter(|_| takes(piece, &open));
                close(&mut sentence, &mut open);
            }
            Sort::Grammar | Sort::Not => {}
        }
    }
    close(&mut sentence, &mut open);
    sentence
}

/// Whether a postposition is put before the phrase: with "to" only where it is a name's ("に" marks much else).
fn takes(preposition: &Piece, phrase: &Phrase<'_>) -> bool {
    let leads_to = matches!(preposition, Piece::Known(entry, _) if entry.english == "to");
    !phrase.words.is_empty() && (!leads_to || phrase.words.iter().all(|word| word.sort() == Sort::Name))
}

fn close<'p>(sentence: &mut Sentence<'p>, open: &mut Phrase<'p>) {
    let phrase = std::mem::take(open);
    if !phrase.words.is_empty() {
        sentence.phrases.push(phrase);
    }
}

/// Whether marks of Japanese phrases stand in it.
fn is_japanese(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece.sort(), Sort::Subject | Sort::Object | Sort::After))
}
