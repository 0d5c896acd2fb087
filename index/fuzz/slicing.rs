//! Whether spans are clean slices: of the source, on character boundaries, and the same words in scalar values.

use verbatim_index::span::{Source, Span};

/// A source with the byte at which each of its scalar values begins.
pub struct Slicing<'s> {
    source: &'s Source,
    scalars: Vec<usize>,
}

impl<'s> Slicing<'s> {
    /// Counts the source's scalar values.
    pub fn new(source: &'s Source) -> Self {
        let begins = source.text().char_indices().map(|(byte, _)| byte);
        let scalars = begins.chain([source.text().len()]).collect();
        Self { source, scalars }
    }

    /// Panics unless each span is a clean slice.
    pub fn assert_clean(&self, spans: impl IntoIterator<Item = Span>) {
        for span in spans {
            assert!(span.start() <= span.end(), "{span:?} is reversed");
            let words = self.source.text().get(span.range());
            assert!(words.is_some(), "{span:?} is no slice of the source");
            assert_eq!(words, Some(self.source.slice(span)));
            let scalars = self.source.scalars(span);
            let bytes = self.scalars[scalars.start]..self.scalars[scalars.end];
            assert_eq!(bytes, span.range(), "scalar values {scalars:?} are other words than {span:?}");
        }
    }
}
