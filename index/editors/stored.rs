//! The vectors of editors' questions as bytes, so that they needn't be worked out at each start. What isn't whole, or was
//! made by other weights or of other questions, is no vectors.

use verbatim_encoder::{Encoder, Vectors};

use super::EditorsQuestion;

/// How a file of vectors begins.
const MAGIC: &[u8] = b"VERBATIM-QUESTIONS-1\n";

pub(super) fn write(vectors: &Vectors, all: &[EditorsQuestion]) -> Vec<u8> {
    let mut body = Vec::with_capacity(vectors.len() * vectors.width() + 8);
    body.extend(Encoder::shipped().fingerprint().to_le_bytes());
    body.extend(checksum_of(all).to_le_bytes());
    body.extend(vectors.bytes());
    [MAGIC, &crc32fast::hash(&body).to_le_bytes(), &body].concat()
}

pub(super) fn read(bytes: &[u8], all: &[EditorsQuestion]) -> Option<Vectors> {
    let (checksum, body) = bytes.strip_prefix(MAGIC)?.split_first_chunk()?;
    let (fingerprint, rest) = body.split_first_chunk()?;
    let (of_questions, vectors) = rest.split_first_chunk()?;
    let is_whole = crc32fast::hash(body) == u32::from_le_bytes(*checksum);
    let made_of = (u32::from_le_bytes(*fingerprint), u32::from_le_bytes(*of_questions));
    if !is_whole || made_of != (Encoder::shipped().fingerprint(), checksum_of(all)) {
        return None;
    }
    let vectors = Vectors::from_bytes(Encoder::shipped().width(), vectors).ok()?;
    (vectors.len() == all.len()).then_some(vectors)
}

fn checksum_of(all: &[EditorsQuestion]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    for known in all {
        hasher.update(known.question.as_bytes());
        hasher.update(b"\n");
    }
    hasher.finalize()
}
