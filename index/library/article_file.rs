//! Whether a file can be an article at all: text in UTF-8, not empty, not endless.

use crate::span::Source;

/// The longest article that is taken, in bytes: some 3 million words, more than any story has.
pub const LONGEST_ARTICLE: usize = 20 << 20;

/// Why a file can't be an article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnfitArticle {
    /// It has no words.
    #[error("{file} is empty")]
    Empty {
        /// The file's name.
        file: String,
    },
    /// It is longer than [`LONGEST_ARTICLE`].
    #[error("{file} has {bytes} bytes; an article may have {LONGEST_ARTICLE}")]
    TooLong {
        /// The file's name.
        file: String,
        /// Its length.
        bytes: usize,
    },
    /// It is text in UTF-16.
    #[error("{file} is UTF-16 text; save it as UTF-8 (`iconv -f UTF-16 -t UTF-8 {file}`)")]
    Utf16 {
        /// The file's name.
        file: String,
    },
    /// It holds a NUL, as no text does.
    #[error("{file} isn't text: byte {byte} is NUL; give the article as plain text or Markdown")]
    Binary {
        /// The file's name.
        file: String,
        /// Where, from 0.
        byte: usize,
    },
    /// It isn't UTF-8.
    #[error(
        "{file} isn't UTF-8 text: byte {byte} is wrong; save it as UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8 {file}`)"
    )]
    NotUtf8 {
        /// The file's name.
        file: String,
        /// Where, from 0.
        byte: usize,
    },
}

/// The text of an article's file.
pub(super) fn checked(file_name: &str, bytes: &[u8]) -> Result<Source, UnfitArticle> {
    let file = file_name.to_owned();
    if bytes.len() > LONGEST_ARTICLE {
        return Err(UnfitArticle::TooLong { file, bytes: bytes.len() });
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(UnfitArticle::Utf16 { file });
    }
    if let Some(byte) = bytes.iter().position(|byte| *byte == 0) {
        return Err(UnfitArticle::Binary { file, byte });
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(UnfitArticle::NotUtf8 { file, byte: error.valid_up_to() }),
    };
    if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
        return Err(UnfitArticle::Empty { file });
    }
    Source::new(text).map_err(|_| UnfitArticle::TooLong { file, bytes: bytes.len() })
}
