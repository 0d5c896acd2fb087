//! The vectors of a story's sentences as bytes, so that they needn't be worked out twice. What isn't whole, or was made
//! by other weights, is no vectors; it never tells a wrong sentence.

use std::collections::HashMap;

use verbatim_encoder::{Encoder, Vectors};

use super::{StoryMeaning, numbered};
use crate::document::Document;

/// How a file of vectors begins.
const MAGIC: &[u8] = b"VERBATIM-MEANING-1\n";

impl StoryMeaning {
    /// The vectors as bytes, to be read back for the same document only.
    pub fn to_bytes(&self, document: &Document) -> Vec<u8> {
        let mut frequency: Vec<(u16, u32)> = self.frequency.iter().map(|(piece, count)| (*piece, *count)).collect();
        frequency.sort_unstable();
        let mut body = Vec::with_capacity(self.bytes_in_memory() + 64);
        let made_of = [Encoder::shipped().fingerprint(), checksum_of(document)];
        for number in made_of.into_iter().chain([self.ends.len() as u32, frequency.len() as u32]) {
            body.extend(number.to_le_bytes());
        }
        self.ends.iter().for_each(|end| body.extend(end.to_le_bytes()));
        for (piece, count) in frequency {
            body.extend(u32::from(piece).to_le_bytes());
            body.extend(count.to_le_bytes());
        }
        body.extend(self.vectors.bytes());
        [MAGIC, &crc32fast::hash(&body).to_le_bytes(), &body].concat()
    }

    /// The vectors of a document's sentences as they were stored; `None` where they are damaged, of another document
    /// or by another encoder.
    pub fn from_bytes(bytes: &[u8], document: &Document) -> Option<Self> {
        let mut reader = Reader { rest: bytes.strip_prefix(MAGIC)? };
        let checksum = reader.number()?;
        let is_whole = crc32fast::hash(reader.rest) == checksum;
        let made_of = (reader.number()?, reader.number()?);
        if !is_whole || made_of != (Encoder::shipped().fingerprint(), checksum_of(document)) {
            return None;
        }
        let (sentences, pieces) = (reader.number()?, reader.number()?);
        let ends = (0..sentences).map(|_| reader.number()).collect::<Option<Vec<u32>>>()?;
        let frequency = (0..pieces).map(|_| Some((u16::try_from(reader.number()?).ok()?, reader.number()?)));
        let frequency = frequency.collect::<Option<HashMap<u16, u32>>>()?;
        let vectors = Vectors::from_bytes(Encoder::shipped().width(), reader.rest).ok()?;
        let all = ends.last().copied().unwrap_or(0) as usize;
        let fits = ends.len() == numbered(document).count() && ends.is_sorted() && all == vectors.len();
        fits.then_some(Self { vectors, ends, frequency })
    }
}

fn checksum_of(document: &Document) -> u32 {
    crc32fast::hash(document.source().text().as_bytes())
}

struct Reader<'b> {
    rest: &'b [u8],
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        let (four, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(u32::from_le_bytes(*four))
    }
}
