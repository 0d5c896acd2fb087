//! The fields of an indexed entry, how their words are made alike, and how an entry is stored and read back.

use tantivy::schema::{
    Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::{
    AsciiFoldingFilter, LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, TokenizerManager,
};
use tantivy::{TantivyDocument, TantivyError};

use super::stems::Stems;
use crate::search::{Entry, EntryKind, Hit};
use crate::story::Story;

/// Goes up with every change to the fields or to how words are made alike: an index of another version is built anew.
pub const SCHEMA_VERSION: u32 = 2;

/// Words as written, without case and accents.
pub(super) const EXACT: &str = "exact";
/// Their English stems. No word is left out: "no" and "not" decide what a sentence says.
pub(super) const STEMMED: &str = "stemmed";

/// A longer word is a key, an address or a mishap.
const LONGEST_WORD: usize = 64;

const KINDS: [EntryKind; 6] = [
    EntryKind::Sentence,
    EntryKind::Statement,
    EntryKind::Figure,
    EntryKind::Dispute,
    EntryKind::Event,
    EntryKind::Fact,
];

/// The fields by name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) story: Field,
    pub(super) kind: Field,
    version: Field,
    ordinal: Field,
    start: Field,
    end: Field,
    pub(super) stems: Field,
    pub(super) words: Field,
    pub(super) names: Field,
    pub(super) heading: Field,
}

pub(super) fn schema() -> Schema {
    let mut schema = Schema::builder();
    schema.add_text_field("story", STRING | STORED);
    schema.add_u64_field("kind", INDEXED | STORED);
    for stored in ["version", "ordinal", "start", "end"] {
        schema.add_u64_field(stored, STORED);
    }
    schema.add_text_field("stems", text(STEMMED, IndexRecordOption::WithFreqs));
    schema.add_text_field("words", text(EXACT, IndexRecordOption::WithFreqsAndPositions));
    schema.add_text_field("names", text(EXACT, IndexRecordOption::WithFreqs));
    schema.add_text_field("heading", text(STEMMED, IndexRecordOption::WithFreqs));
    schema.build()
}

pub(super) fn analyzers() -> TokenizerManager {
    let words = || {
        let split = TextAnalyzer::builder(SimpleTokenizer::default());
        split.filter(RemoveLongFilter::limit(LONGEST_WORD)).filter(LowerCaser).filter(AsciiFoldingFilter)
    };
    // The default ones have `raw`, which keeps a story's id whole.
    let manager = TokenizerManager::default();
    manager.register(EXACT, words().build());
    manager.register(STEMMED, words().filter(Stems).build());
    manager
}

impl Fields {
    pub(super) fn of(schema: &Schema) -> Result<Self, TantivyError> {
        Ok(Self {
            story: schema.get_field("story")?,
            kind: schema.get_field("kind")?,
            version: schema.get_field("version")?,
            ordinal: schema.get_field("ordinal")?,
            start: schema.get_field("start")?,
            end: schema.get_field("end")?,
            stems: schema.get_field("stems")?,
            words: schema.get_field("words")?,
            names: schema.get_field("names")?,
            heading: schema.get_field("heading")?,
        })
    }

    /// What is stored of an entry, and what it is found by.
    pub(super) fn document(&self, story: &Story, entry: &Entry<'_>) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.story, story.id());
        document.add_u64(self.kind, number_of(entry.kind));
        document.add_u64(self.version, u64::from(story.version()));
        document.add_u64(self.ordinal, entry.ordinal as u64);
        document.add_u64(self.start, entry.bytes.start as u64);
        document.add_u64(self.end, entry.bytes.end as u64);
        document.add_text(self.stems, entry.words);
        document.add_text(self.words, entry.words);
        for name in &entry.names {
            document.add_text(self.names, name);
        }
        document.add_text(self.heading, story.title());
        document
    }

    /// Reads a stored entry back; `None` if it is none of ours.
    pub(super) fn hit(&self, document: &TantivyDocument, score: f32) -> Option<Hit> {
        let number = |field| document.get_first(field).and_then(|value| value.as_u64());
        let place = |field| number(field).and_then(|number| usize::try_from(number).ok());
        Some(Hit {
            story: document.get_first(self.story)?.as_str()?.to_owned(),
            version: u32::try_from(number(self.version)?).ok()?,
            kind: *KINDS.get(place(self.kind)?)?,
            ordinal: place(self.ordinal)?,
            bytes: place(self.start)?..place(self.end)?,
            score,
        })
    }
}

pub(super) fn number_of(kind: EntryKind) -> u64 {
    KINDS.iter().position(|known| *known == kind).expect("`KINDS` has every kind, by a test") as u64
}

fn text(analyzer: &str, option: IndexRecordOption) -> TextOptions {
    TextOptions::default()
        .set_indexing_options(TextFieldIndexing::default().set_tokenizer(analyzer).set_index_option(option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_number_of_its_own() {
        for (number, kind) in KINDS.into_iter().enumerate() {
            // A new kind stops the build here.
            match kind {
                EntryKind::Sentence | EntryKind::Statement | EntryKind::Figure => {}
                EntryKind::Dispute | EntryKind::Event | EntryKind::Fact => {}
            }
            assert_eq!(number_of(kind), number as u64);
        }
    }

    #[test]
    fn words_are_made_alike_but_none_is_left_out() {
        let tokens = |analyzer: &str, text: &str| {
            let mut analyzer = analyzers().get(analyzer).unwrap();
            let mut tokens = Vec::new();
            analyzer.token_stream(text).process(&mut |token| tokens.push(token.text.clone()));
            tokens
        };
        assert_eq!(tokens(STEMMED, "No, he did NOT hold Cafés"), ["no", "he", "do", "not", "hold", "cafe"]);
        assert_eq!(tokens(EXACT, "Rare-earth exports: 97%"), ["rare", "earth", "exports", "97"]);
    }
}
