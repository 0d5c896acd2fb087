//! Plain text as news sites give it → [`Article`].

use super::{Article, Block, Role};
use crate::span::Source;

/// Reads plain text.
pub fn read(source: Source) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        if let Some(span) = source.trimmed(range) {
            let role = if blocks.is_empty() { Role::Headline } else { Role::Body };
            blocks.push(Block { role, span });
        }
    }
    let headline = blocks.first().map(|block| block.span);
    Article { source, headline, byline: None, publisher: None, published: None, url: None, blocks }
}
