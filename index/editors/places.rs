//! Where words copied from a story stand in it, whatever became of line breaks and the shape of quotation marks on the
//! way.

use super::Leads;
use crate::document::Document;

/// A document's text with white space and quotation marks alike, and where each of its bytes stood before.
pub(super) struct Places<'d> {
    document: &'d Document,
    text: String,
    stood: Vec<usize>,
}

impl<'d> Places<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let (text, stood) = folded(document.source().text());
        Self { document, text, stood }
    }

    /// The one sentence that words stand in; a headline or caption counts only where no sentence of the body has them.
    pub(super) fn find(&self, words: &str) -> Leads {
        let mut body = Vec::new();
        let mut beside = Vec::new();
        for sentence in self.sentences_with(folded(words.trim()).0.as_str()) {
            let is_body = self.document.paragraph_of(&self.document.sentences()[sentence]).number.is_some();
            let found = if is_body { &mut body } else { &mut beside };
            if !found.contains(&sentence) {
                found.push(sentence);
            }
        }
        match (body.as_slice(), beside.as_slice()) {
            ([only], _) | ([], [only]) => Leads::ToSentence(*only),
            ([], []) => Leads::Gone,
            (_, _) => Leads::ToSeveral,
        }
    }

    fn sentences_with<'w>(&'w self, words: &'w str) -> impl Iterator<Item = usize> + 'w {
        let places = self.text.match_indices(words).filter(move |(_, found)| !found.is_empty());
        let whole = places.filter(|(start, found)| self.is_whole(*start, start + found.len()));
        whole.filter_map(|(start, found)| self.sentence_of(start, start + found.len()))
    }

    /// Whether no word is cut in two at either end.
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let joins = |before: Option<char>, after: Option<char>| {
            before.zip(after).is_some_and(|(before, after)| before.is_alphanumeric() && after.is_alphanumeric())
        };
        let (head, tail) = (&self.text[..start], &self.text[end..]);
        let found = &self.text[start..end];
        !joins(head.chars().next_back(), found.chars().next()) && !joins(found.chars().next_back(), tail.chars().next())
    }

    /// The sentence that holds all of a stretch of the folded text.
    fn sentence_of(&self, start: usize, end: usize) -> Option<usize> {
        let (first, last) = (*self.stood.get(start)?, *self.stood.get(end.checked_sub(1)?)?);
        let sentences = self.document.sentences();
        let after = sentences.partition_point(|sentence| sentence.span.start() <= first);
        after.checked_sub(1).filter(|index| last < sentences[*index].span.end())
    }
}

fn folded(text: &str) -> (String, Vec<usize>) {
    let mut plain = String::with_capacity(text.len());
    let mut stood = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let alike = match letter {
            '\u{201C}' | '\u{201D}' => '"',
            '\u{2018}' | '\u{2019}' => '\'',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        };
        if alike != ' ' || !plain.ends_with(' ') {
            plain.push(alike);
            stood.resize(plain.len(), at);
        }
    }
    (plain, stood)
}
