//! A document made ready for finding reports: tokens with what they can be, quotations, and sentences that end only
//! outside quotation marks.

use std::ops::Range;

use super::cues::{self, Cue};
use super::quotation_marks::{self, Quotation};
use crate::document::Document;
use crate::language::tags::{self, Lowered, Tags};
use crate::span::Span;

/// How many items are read as one sentence, so that a text without full stops stays cheap.
const LONGEST_SENTENCE: usize = 300;

/// A document, its tokens read.
pub struct Reading<'d> {
    /// The document.
    pub document: &'d Document,
    /// What each token can be.
    pub tags: Vec<Tags>,
    /// The cue verb that each token is a form of.
    pub cues: Vec<Option<&'static Cue>>,
    /// All quotations, in order.
    pub quotations: Vec<Quotation>,
    /// All sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence whose quotations count as one item each.
pub struct Sentence {
    /// Its paragraph, as an index of [`Document::paragraphs`].
    pub paragraph: usize,
    /// Its words and quotations.
    pub items: Vec<Item>,
}

/// A token outside quotation marks, or a whole quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The first token.
    pub first: usize,
    /// The token after the last one.
    pub after: usize,
    /// The quotation, as an index of [`Reading::quotations`].
    pub quotation: Option<usize>,
}

impl<'d> Reading<'d> {
    /// Reads a document.
    pub fn new(document: &'d Document) -> Self {
        let mut lowered = Lowered::default();
        let mut tags = Vec::with_capacity(document.tokens().len());
        let mut cues = Vec::with_capacity(document.tokens().len());
        for token in document.tokens() {
            let text = document.text(token.span);
            let tag = tags::tags(token, text);
            cues.push(if tag.any(Tags::WORD) { cues::verb(lowered.fold(text)) } else { None });
            tags.push(tag);
        }
        let mut reading = Self { document, tags, cues, quotations: Vec::new(), sentences: Vec::new() };
        for paragraph in 0..document.paragraphs().len() {
            reading.read_paragraph(paragraph);
        }
        reading
    }

    /// The words from one token up to another.
    pub fn span(&self, tokens: &Range<usize>) -> Option<Span> {
        let tokens = self.document.tokens().get(tokens.clone())?;
        Some(tokens.first()?.span.cover(tokens.last()?.span))
    }

    /// Whether nothing stands between a token and the next one.
    pub fn touches(&self, token: usize) -> bool {
        let tokens = self.document.tokens();
        tokens.get(token..token + 2).is_some_and(|pair| pair[0].span.end() == pair[1].span.start())
    }

    /// The words of one token.
    pub fn text(&self, token: usize) -> &'d str {
        self.document.tokens().get(token).map_or("", |token| self.document.text(token.span))
    }

    /// The sentence that tokens within one quotation make, for what is reported inside it.
    pub fn sentences_within(&self, quotation: &Quotation) -> Vec<Vec<Item>> {
        let mut sentences = Vec::new();
        let mut items = Vec::new();
        for token in quotation.inner_first..quotation.inner_after {
            items.push(Item { first: token, after: token + 1, quotation: None });
            let is_full = items.len() >= LONGEST_SENTENCE;
            if is_full || self.tags[token].any(Tags::STOP) && self.ends_sentence(token) {
                sentences.push(std::mem::take(&mut items));
            }
        }
        sentences.push(items);
        sentences
    }

    fn ends_sentence(&self, token: usize) -> bool {
        self.tags.get(token + 1).is_none_or(|next| next.any(Tags::CAPITAL))
            && self.text(token.saturating_sub(1)).len() > 3
    }

    fn read_paragraph(&mut self, index: usize) {
        let paragraph = &self.document.paragraphs()[index];
        let mut quotations = quotation_marks::quotations(self.document, paragraph, &self.tags).into_iter().peekable();
        let mut items = Vec::new();
        for sentence in &self.document.sentences()[paragraph.sentences.clone()] {
            for token in sentence.tokens.clone() {
                if items.last().is_some_and(|item: &Item| item.after > token) {
                    continue;
                }
                if items.len() >= LONGEST_SENTENCE {
                    self.sentences.push(Sentence { paragraph: index, items: std::mem::take(&mut items) });
                }
                if let Some(quotation) = quotations.next_if(|quotation| quotation.first <= token) {
                    items.push(Item { first: token, after: quotation.after, quotation: Some(self.quotations.len()) });
                    self.quotations.push(quotation);
                } else {
                    items.push(Item { first: token, after: token + 1, quotation: None });
                }
            }
            let quotation_goes_on = items.last().is_some_and(|item| item.after > sentence.tokens.end);
            if !quotation_goes_on && !items.is_empty() {
                self.sentences.push(Sentence { paragraph: index, items: std::mem::take(&mut items) });
            }
        }
        if !items.is_empty() {
            self.sentences.push(Sentence { paragraph: index, items });
        }
    }
}
