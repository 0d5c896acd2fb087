//! A file as published → [`Article`]: which stretches are headline, body, caption, subheading or boilerplate,
//! and what the file says of itself. One file in `article/` a kind of source; words are never changed.

use jiff::civil::Date;

use crate::span::{Source, Span};

mod about;
mod conventions;
pub mod markdown;
mod metadata;
pub mod plain;
#[cfg(test)]
mod rendering;

/// What a stretch of an article is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The title.
    Headline,
    /// A paragraph of the story.
    Body,
    /// The words under a picture.
    Caption,
    /// A heading within the story, or a line about the story: its date, its writer.
    Subheading,
    /// Site header, sharing links, "More on this story", a picture's owner: never answered from.
    Boilerplate,
}

/// A stretch of an article, with white space at its ends left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// Where it stands.
    pub span: Span,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text as news sites give it.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
}

impl Format {
    /// The format that a file's name tells; plain text unless it ends in `.md` or `.markdown`.
    pub fn of_file_name(name: &str) -> Self {
        let name = name.to_lowercase();
        if name.ends_with(".md") || name.ends_with(".markdown") { Self::Markdown } else { Self::Plain }
    }
}

/// An article as published.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file as given.
    pub source: Source,
    /// The title, where there is one.
    pub headline: Option<Span>,
    /// Who wrote it, as the article says it.
    pub byline: Option<Span>,
    /// Who published it: the article's own word for it, or what the person who added it said.
    pub publisher: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The words that tell that day; they may stand in any block, or in none.
    pub dateline: Option<Span>,
    /// The address it was published at.
    pub url: Option<String>,
    /// Its stretches in the order of the file.
    pub blocks: Vec<Block>,
    /// What stands within the blocks and no reader sees, in order: the marks of emphasis, links' addresses.
    pub markup: Vec<Span>,
}

impl Article {
    /// A source of which nothing is known yet.
    pub(crate) fn bare(source: Source) -> Self {
        let blocks = Vec::new();
        Self {
            source,
            headline: None,
            byline: None,
            publisher: None,
            published: None,
            dateline: None,
            url: None,
            blocks,
            markup: Vec::new(),
        }
    }
}

/// Reads a file. Never fails: a text with no structure is one body.
pub fn read(source: Source, format: Format) -> Article {
    match format {
        Format::Plain => plain::read(source),
        Format::Markdown => markdown::read(source),
    }
}
