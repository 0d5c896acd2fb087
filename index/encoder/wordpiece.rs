//! Text → the pieces of words that the encoder knows (WordPiece: Wu et al. 2016), as BERT's uncased vocabulary splits
//! them. The vocabulary stays where it is mapped.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{ModelError, Vocabulary};

/// The longest word that is split, in characters; longer ones are unknown.
const LONGEST_WORD: usize = 100;

/// A piece of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Which piece of the vocabulary.
    pub piece: u16,
    /// The bytes of the word that it is a piece of; empty for the two tokens that enclose the text.
    pub word: Range<usize>,
}

/// Splits text into pieces.
#[derive(Debug)]
pub(crate) struct Wordpiece {
    vocabulary: Vocabulary,
    begin: u16,
    end: u16,
    unknown: u16,
}

impl Wordpiece {
    /// A splitter by this vocabulary.
    pub(crate) fn new(vocabulary: Vocabulary) -> Result<Self, ModelError> {
        let mut wordpiece = Self { vocabulary, begin: 0, end: 0, unknown: 0 };
        let special = |name: &str| wordpiece.find(name.as_bytes()).ok_or(ModelError::Vocabulary);
        (wordpiece.begin, wordpiece.end, wordpiece.unknown) = (special("[CLS]")?, special("[SEP]")?, special("[UNK]")?);
        Ok(wordpiece)
    }

    /// The pieces of a text between the two tokens that enclose it; what is over the limit is left out.
    pub(crate) fn tokens(&self, text: &str, most: usize) -> Vec<Token> {
        let mut tokens = vec![Token { piece: self.begin, word: 0..0 }];
        for word in words(text) {
            if tokens.len() >= most {
                break;
            }
            self.split(&word, &mut tokens);
        }
        tokens.truncate(most.saturating_sub(1));
        tokens.push(Token { piece: self.end, word: text.len()..text.len() });
        tokens
    }

    /// The longest piece that begins the word, then the longest that goes on, and so forth.
    fn split(&self, word: &Word, tokens: &mut Vec<Token>) {
        let before = tokens.len();
        let mut key = String::new();
        let mut from = 0;
        while from < word.letters.len() {
            key.clear();
            key.push_str(if from == 0 { "" } else { "##" });
            let prefix = key.len();
            key.push_str(&word.letters[from..]);
            let longest = self.longest(&mut key, prefix).filter(|_| word.letters.len() <= 4 * LONGEST_WORD);
            let Some((piece, length)) = longest else {
                tokens.truncate(before);
                tokens.push(Token { piece: self.unknown, word: word.bytes.clone() });
                return;
            };
            tokens.push(Token { piece, word: word.bytes.clone() });
            from += length;
        }
    }

    fn longest(&self, key: &mut String, prefix: usize) -> Option<(u16, usize)> {
        while key.len() > prefix {
            if let Some(piece) = self.find(key.as_bytes()) {
                return Some((piece, key.len() - prefix));
            }
            key.pop();
        }
        None
    }

    fn find(&self, letters: &[u8]) -> Option<u16> {
        let (mut from, mut to) = (0, self.vocabulary.ends.len() / 4);
        while from < to {
            let middle = from.midpoint(to);
            match self.piece(middle)?.cmp(letters) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
                std::cmp::Ordering::Equal => return u16::try_from(middle).ok(),
            }
        }
        None
    }

    fn piece(&self, number: usize) -> Option<&[u8]> {
        let end = |number: usize| {
            let four = self.vocabulary.ends.get(4 * number..)?.first_chunk()?;
            usize::try_from(u32::from_le_bytes(*four)).ok()
        };
        let start = if number == 0 { 0 } else { end(number - 1)? };
        self.vocabulary.letters.get(start..end(number)?)
    }
}

/// A word made alike, and where it stands.
struct Word {
    letters: String,
    bytes: Range<usize>,
}

/// Runs of letters and digits in lower case without accents; every other mark by itself.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if character.is_whitespace() || character.is_control() || is_invisible(character) {
            is_open = false;
            continue;
        }
        let stands_alone = is_ideograph(character) || !character.is_alphanumeric() && !is_combining_mark(character);
        let folded = folded(character);
        if let Some(word) = words.last_mut().filter(|_| is_open && !stands_alone) {
            word.letters.extend(folded);
            word.bytes.end = end;
        } else {
            words.push(Word { letters: folded.collect(), bytes: at..end });
        }
        is_open = !stands_alone;
    }
    words.retain(|word| !word.letters.is_empty());
    words
}

fn folded(character: char) -> impl Iterator<Item = char> {
    let plain = match character {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        other => other,
    };
    plain.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter))
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{fffd}')
}

/// Whether a character is a word of its own, as BERT splits Chinese.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}
