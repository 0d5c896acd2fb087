//! Makes `index/models/minilm.bin` and `reader.bin`: float weights → whole numbers of eight bits with a scale a row, and
//! the vocabulary sorted. How: `index/models/README.md`.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use std::collections::HashMap;
use std::error::Error;
use std::fs;

use serde_json::Value;

const MAGIC: &[u8] = b"VERBATIM-ENCODER-1\n";
const READER_MAGIC: &[u8] = b"VERBATIM-READER-1\n";
const HIDDEN: usize = 384;
const HEADS: usize = 12;
const INNER: usize = 1536;
const LAYERS: usize = 6;
const PLACES: usize = verbatim_encoder::MOST_TOKENS;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (weights, vocabulary, output) = match arguments.as_slice() {
        [weights, vocabulary, output] => (weights, Some(vocabulary), output),
        [weights, output] => (weights, None, output),
        _ => return Err("usage: pack model.safetensors vocab.txt OUTPUT, or: pack reader.safetensors OUTPUT".into()),
    };
    let bytes = fs::read(weights)?;
    let weights = Weights::read(&bytes)?;
    let packed = match vocabulary {
        Some(vocabulary) => pack(&weights, &fs::read_to_string(vocabulary)?)?,
        None => pack_reader(&weights)?,
    };
    fs::write(output, &packed)?;
    println!("{output}: {} bytes", packed.len());
    Ok(())
}

fn pack(weights: &Weights<'_>, vocabulary: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let pieces = sorted(vocabulary);
    let letters: Vec<u8> = pieces.iter().flat_map(|(piece, _)| piece.bytes()).collect();
    let mut body = Vec::new();
    for size in [pieces.len(), HIDDEN, HEADS, INNER, LAYERS, letters.len()] {
        body.extend(u32::try_from(size)?.to_le_bytes());
    }
    let mut end = 0;
    for (piece, _) in &pieces {
        end += piece.len();
        body.extend(u32::try_from(end)?.to_le_bytes());
    }
    body.extend(letters);
    embeddings(weights, &pieces, &mut body)?;
    for layer in 0..LAYERS {
        one_layer(weights, layer, &mut body)?;
    }
    let fingerprint = crc32fast::hash(&body).to_le_bytes();
    Ok([MAGIC, &fingerprint, &body].concat())
}

/// The layers of a reader, which shares the encoder's embeddings, and its outputs.
fn pack_reader(weights: &Weights<'_>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut body = Vec::new();
    for size in [HIDDEN, HEADS, INNER, LAYERS] {
        body.extend(u32::try_from(size)?.to_le_bytes());
    }
    for layer in 0..LAYERS {
        one_layer(weights, layer, &mut body)?;
    }
    floats(weights.tensor("out.weight")?, &mut body);
    floats(weights.tensor("out.bias")?, &mut body);
    Ok([READER_MAGIC, &body].concat())
}

/// The pieces in the order of their letters, each with its row; without those that stand for nothing.
fn sorted(vocabulary: &str) -> Vec<(&str, usize)> {
    let numbered = vocabulary.lines().enumerate().map(|(row, piece)| (piece, row));
    let mut pieces: Vec<(&str, usize)> = numbered.filter(|(piece, _)| !piece.starts_with("[unused")).collect();
    pieces.sort_unstable();
    pieces
}

fn embeddings(weights: &Weights<'_>, pieces: &[(&str, usize)], body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    let words = weights.tensor("embeddings.word_embeddings.weight")?;
    let rows: Vec<(f32, Vec<u8>)> =
        pieces.iter().map(|(_, row)| rounded(&words[row * HIDDEN..(row + 1) * HIDDEN])).collect();
    floats(rows.iter().map(|(scale, _)| *scale), body);
    rows.iter().for_each(|(_, row)| body.extend(row));
    floats(weights.tensor("embeddings.position_embeddings.weight")?[..PLACES * HIDDEN].iter().copied(), body);
    floats(weights.tensor("embeddings.token_type_embeddings.weight")?, body);
    norm(weights, "embeddings.LayerNorm", body)
}

fn one_layer(weights: &Weights<'_>, layer: usize, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    let name = |part: &str| format!("encoder.layer.{layer}.{part}");
    for part in ["query", "key", "value"] {
        linear(weights, &name(&format!("attention.self.{part}")), HIDDEN, body)?;
    }
    linear(weights, &name("attention.output.dense"), HIDDEN, body)?;
    norm(weights, &name("attention.output.LayerNorm"), body)?;
    linear(weights, &name("intermediate.dense"), HIDDEN, body)?;
    linear(weights, &name("output.dense"), INNER, body)?;
    norm(weights, &name("output.LayerNorm"), body)
}

fn linear(weights: &Weights<'_>, name: &str, inputs: usize, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    let weight = weights.tensor(&format!("{name}.weight"))?;
    let rows: Vec<(f32, Vec<u8>)> = weight.chunks_exact(inputs).map(rounded).collect();
    floats(rows.iter().map(|(scale, _)| *scale), body);
    floats(weights.tensor(&format!("{name}.bias"))?, body);
    rows.iter().for_each(|(_, row)| body.extend(row));
    Ok(())
}

fn norm(weights: &Weights<'_>, name: &str, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    floats(weights.tensor(&format!("{name}.weight"))?, body);
    floats(weights.tensor(&format!("{name}.bias"))?, body);
    Ok(())
}

/// A row as whole numbers from -127 to 127, and what one of them stands for.
fn rounded(row: &[f32]) -> (f32, Vec<u8>) {
    let largest = row.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
    (scale, row.iter().map(|weight| (weight / scale).round() as i8 as u8).collect())
}

fn floats(numbers: impl IntoIterator<Item = f32>, body: &mut Vec<u8>) {
    numbers.into_iter().for_each(|number| body.extend(number.to_le_bytes()));
}

/// A file of published weights (safetensors): a heading in JSON, then the numbers.
struct Weights<'b> {
    places: HashMap<String, (usize, usize)>,
    numbers: &'b [u8],
}

impl<'b> Weights<'b> {
    fn read(bytes: &'b [u8]) -> Result<Self, Box<dyn Error>> {
        let (length, rest) = bytes.split_first_chunk().ok_or("no heading")?;
        let (heading, numbers) =
            rest.split_at_checked(u64::from_le_bytes(*length) as usize).ok_or("heading cut off")?;
        let heading: HashMap<String, Value> = serde_json::from_slice(heading)?;
        let mut places = HashMap::new();
        for (name, tensor) in heading.into_iter().filter(|(_, tensor)| tensor["dtype"] == "F32") {
            let offset = |end: usize| tensor["data_offsets"][end].as_u64().ok_or("no offsets");
            places.insert(name, (offset(0)? as usize, offset(1)? as usize));
        }
        Ok(Self { places, numbers })
    }

    fn tensor(&self, name: &str) -> Result<Vec<f32>, Box<dyn Error>> {
        let (from, to) = *self.places.get(name).ok_or_else(|| format!("there is no {name}"))?;
        let bytes = self.numbers.get(from..to).ok_or_else(|| format!("{name} is cut off"))?;
        let (fours, _) = bytes.as_chunks::<4>();
        Ok(fours.iter().map(|four| f32::from_le_bytes(*four)).collect())
    }
}
