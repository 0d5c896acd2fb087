//! Markdown with front matter → [`Article`].

use super::{Article, plain};
use crate::span::Source;

/// Reads Markdown.
pub fn read(source: Source) -> Article {
    plain::read(source)
}
