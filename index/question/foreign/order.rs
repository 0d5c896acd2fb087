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
    let is_japanese = pieces.iter().any(|piece| is_mark(piece.sort()));
    let mut sentence = Sentence::default();
    let mut open = Phrase::default();
    let mut before = Sort::Grammar;
    for piece in pieces {
        let sort = piece.sort();
        if is_mark(sort) && before == Sort::Act {
            sentence.reopen_verb(&mut open);
        }
        match sort {
            Sort::Asks => sentence.asks.push(piece),
            Sort::Name | Sort::Thing => open.words.push(piece),
            Sort::Act => sentence.act(piece, &mut open, is_japanese),
            Sort::Subject => sentence.mark_subject(&mut open, before == Sort::Asks),
            Sort::Object => sentence.close(&mut open),
            Sort::Before => sentence.open_with(piece, &mut open),
            Sort::After => {
                open.preposition = Some(piece).filter(|_| takes(piece, &open));
                sentence.close(&mut open);
            }
            Sort::Grammar | Sort::Not => {}
        }
        before = sort;
    }
    sentence.close(&mut open);
    sentence
}

/// Whether a Japanese mark of the phrase before it.
fn is_mark(sort: Sort) -> bool {
    matches!(sort, Sort::Subject | Sort::Object | Sort::After)
}

impl<'p> Sentence<'p> {
    fn act(&mut self, verb: &'p Piece, open: &mut Phrase<'p>, is_japanese: bool) {
        // What stands right before a verb without any mark is its subject in Chinese.
        if !is_japanese && self.acts.is_empty() {
            self.take_subject(open);
        }
        self.close(open);
        self.acts.push(verb);
    }

    /// "尖閣は誰が": who is asked for is the subject, and what stood as one only the topic.
    fn mark_subject(&mut self, open: &mut Phrase<'p>, after_question_word: bool) {
        if after_question_word && !self.subject.is_empty() {
            let words = std::mem::take(&mut self.subject);
            self.phrases.insert(0, Phrase { preposition: None, words });
        }
        self.take_subject(open);
        self.close(open);
    }

    /// Chinese puts the subject before a phrase with a preposition.
    fn open_with(&mut self, preposition: &'p Piece, open: &mut Phrase<'p>) {
        if self.acts.is_empty() {
            self.take_subject(open);
        }
        self.close(open);
        open.preposition = Some(preposition);
    }

    fn take_subject(&mut self, open: &mut Phrase<'p>) {
        if self.subject.is_empty() && open.preposition.is_none() {
            self.subject = std::mem::take(&mut open.words);
        }
    }

    /// A verb with a mark after it is a noun ("日本への輸出を"): in English it stands before its own phrase.
    fn reopen_verb(&mut self, open: &mut Phrase<'p>) {
        let Some(verb) = self.acts.pop() else { return };
        open.words.push(verb);
        if let Some(of_it) = self.phrases.pop_if(|phrase| phrase.preposition.is_some()) {
            open.words.extend(of_it.preposition);
            open.words.extend(of_it.words);
        }
    }

    fn close(&mut self, open: &mut Phrase<'p>) {
        let phrase = std::mem::take(open);
        if !phrase.words.is_empty() {
            self.phrases.push(phrase);
        }
    }
}

/// Whether a postposition is put before the phrase: with "to" only where it is a name's ("に" marks much else).
fn takes(preposition: &Piece, phrase: &Phrase<'_>) -> bool {
    let leads_to = matches!(preposition, Piece::Known(entry, _) if entry.english == "to");
    !phrase.words.is_empty() && (!leads_to || phrase.words.iter().all(|word| word.sort() == Sort::Name))
}
