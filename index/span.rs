//! The only way to point at a source's words: a [`Span`] made by the [`Source`] it points into.
//!
//! Offsets are UTF-8 bytes throughout the program; [`Source::scalars`] converts to Unicode scalar values
//! for people and scripts outside.

use std::ops::Range;
use std::sync::Arc;

/// A half-open range of bytes of one [`Source`], known to lie within it and on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range as the standard library writes it.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies within it, ends included.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// How many bytes the two share.
    pub fn shared_with(self, other: Span) -> usize {
        self.end().min(other.end()).saturating_sub(self.start().max(other.start()))
    }

    /// The shortest span that holds both. Both must come from the same source.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Why text can't be a source, or a range can't be a span.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// The text is longer than a span can address.
    #[error("the text has {bytes} bytes; at most {} can be read", u32::MAX)]
    TooLong {
        /// Length of the text in bytes.
        bytes: usize,
    },
    /// The range is reversed, passes the end, or cuts a character in two.
    #[error("bytes {start}..{end} aren't a piece of a text of {bytes} bytes")]
    NotASlice {
        /// First byte asked for.
        start: usize,
        /// Byte after the last one asked for.
        end: usize,
        /// Length of the text in bytes.
        bytes: usize,
    },
}

/// Text exactly as it was given, byte for byte; cheap to clone, never changed.
#[derive(Clone, Debug)]
pub struct Source {
    text: Arc<str>,
    /// Scalar values before byte `i * CHECKPOINT`, so that converting an offset stays cheap in a long text.
    checkpoints: Arc<[u32]>,
}

const CHECKPOINT: usize = 1024;

/// Whether a character shows nothing: Unicode's white space, the byte order mark, and what only steers the
/// direction or the breaking of lines.
pub fn is_blank(character: char) -> bool {
    let steers = matches!(character, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}');
    character.is_whitespace() || steers
}

impl Source {
    /// Keeps `text` as a source.
    ///
    /// # Errors
    /// [`SpanError::TooLong`] past 4 GiB.
    pub fn new(text: impl Into<Arc<str>>) -> Result<Self, SpanError> {
        let text: Arc<str> = text.into();
        if u32::try_from(text.len()).is_err() {
            return Err(SpanError::TooLong { bytes: text.len() });
        }
        let checkpoints = checkpoints(&text);
        Ok(Self { text, checkpoints })
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Points at a range of bytes.
    ///
    /// # Errors
    /// [`SpanError::NotASlice`] when the range is no slice of the text.
    pub fn span(&self, range: Range<usize>) -> Result<Span, SpanError> {
        match self.text.get(range.clone()) {
            Some(_) => Ok(Span { start: range.start as u32, end: range.end as u32 }),
            None => Err(SpanError::NotASlice { start: range.start, end: range.end, bytes: self.text.len() }),
        }
    }

    /// Points at a range of bytes with [blanks](is_blank) at both ends left out; `None` where nothing is left or the
    /// range is no slice.
    pub fn trimmed(&self, range: Range<usize>) -> Option<Span> {
        let text = self.text.get(range.clone())?;
        let start = range.start + (text.len() - text.trim_start_matches(is_blank).len());
        let end = start + text.trim_matches(is_blank).len();
        (start < end).then_some(Span { start: start as u32, end: end as u32 })
    }

    /// The words at `span`; empty if the span was made by another source, which is a mistake of the caller's.
    pub fn slice(&self, span: Span) -> &str {
        let slice = self.text.get(span.range());
        debug_assert!(slice.is_some(), "span {span:?} is not of this source");
        slice.unwrap_or_default()
    }

    /// `span` in Unicode scalar values.
    pub fn scalars(&self, span: Span) -> Range<usize> {
        self.scalar_offset(span.start())..self.scalar_offset(span.end())
    }

    /// The span of a range in Unicode scalar values; `None` where the text has no such range.
    pub fn span_of_scalars(&self, range: Range<usize>) -> Option<Span> {
        self.span(self.byte_offset(range.start)?..self.byte_offset(range.end)?).ok()
    }

    fn byte_offset(&self, scalar: usize) -> Option<usize> {
        let nearest = self.checkpoints.partition_point(|count| *count as usize <= scalar).checked_sub(1)?;
        let before = self.checkpoints.get(nearest).map_or(0, |count| *count as usize);
        let begins = |byte: u8| byte & 0xC0 != 0x80;
        let bytes = self.text.as_bytes().iter().enumerate().skip(nearest * CHECKPOINT);
        let mut starts = bytes.filter(|(_, byte)| begins(**byte)).map(|(at, _)| at).chain([self.text.len()]);
        starts.nth(scalar - before)
    }

    fn scalar_offset(&self, byte: usize) -> usize {
        let nearest = byte / CHECKPOINT;
        let before = self.checkpoints.get(nearest).map_or(0, |count| *count as usize);
        // A scalar value begins at every byte that is not a continuation byte (10xxxxxx).
        let rest = &self.text.as_bytes()[nearest * CHECKPOINT..byte];
        before + rest.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
    }
}

fn checkpoints(text: &str) -> Arc<[u32]> {
    let mut counted = 0;
    let mut checkpoints = vec![0];
    for chunk in text.as_bytes().chunks(CHECKPOINT) {
        counted += chunk.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32;
        checkpoints.push(counted);
    }
    checkpoints.into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_span_read_in_scalar_values_gives_the_same_words(text in "\\PC{0,3000}", a in 0usize..3000, b in 0usize..3000) {
            let source = Source::new(text.clone()).unwrap();
            let boundaries: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            let (a, b) = (a % boundaries.len(), b % boundaries.len());
            let (first, last) = (a.min(b), a.max(b));
            let span = source.span(boundaries[first]..boundaries[last]).unwrap();
            let scalars = source.scalars(span);
            prop_assert_eq!(scalars.clone(), first..last);
            let words: String = text.chars().skip(scalars.start).take(scalars.len()).collect();
            prop_assert_eq!(source.slice(span), words);
            prop_assert_eq!(source.span_of_scalars(scalars), Some(span));
            prop_assert_eq!(source.span_of_scalars(0..boundaries.len()), None);
        }
    }

    #[test]
    fn blanks_at_the_ends_are_left_out_of_a_trimmed_span() {
        let text = "\u{FEFF}\u{200B} \u{A0}news\u{2060}room\u{3000}\u{200F}\r\n";
        let source = Source::new(text).unwrap();
        let span = source.trimmed(0..text.len()).unwrap();
        assert_eq!(source.slice(span), "news\u{2060}room");
        assert_eq!(source.trimmed(0..3), None);
    }

    #[test]
    fn a_range_that_cuts_a_character_is_refused() {
        let source = Source::new("é").unwrap();
        assert_eq!(source.span(0..1), Err(SpanError::NotASlice { start: 0, end: 1, bytes: 2 }));
        assert_eq!(source.span(0..3), Err(SpanError::NotASlice { start: 0, end: 3, bytes: 2 }));
    }
}
