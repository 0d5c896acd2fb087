//! [`Article`] → [`Document`]: paragraphs, sentences and tokens, each with the span it stands at.
//! It says nothing of what the words mean; `extract` does.

use std::ops::Range;

use crate::article::{Article, Role};
use crate::language::{sentences, words};
use crate::span::{Source, Span};

/// A word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with the apostrophes, points and digits inside them ("don't", "U.S").
    Word,
    /// Begins with a digit ("97", "1,000", "1990s").
    Number,
    /// Anything else that is not white space, one character each.
    Mark,
}

/// A sentence: the unit of search and of citation.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// Its number from 1 in headline, captions and body together; subheadings have none.
    pub number: Option<u32>,
    /// Its paragraph, as an index of [`Document::paragraphs`].
    pub paragraph: usize,
    /// Its tokens, as indices of [`Document::tokens`].
    pub tokens: Range<usize>,
}

/// A block of the article that can be answered from.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// What it is; never boilerplate.
    pub role: Role,
    /// Its number from 1 among the body's paragraphs; others have none.
    pub number: Option<u32>,
    /// Its sentences, as indices of [`Document::sentences`].
    pub sentences: Range<usize>,
}

/// The immutable text of one article, cut into paragraphs, sentences and tokens.
#[derive(Clone, Debug)]
pub struct Document {
    article: Article,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
}

impl Document {
    /// Cuts an article up. Boilerplate is left out.
    pub fn new(article: Article) -> Self {
        let mut document = Self { article, paragraphs: Vec::new(), sentences: Vec::new(), tokens: Vec::new() };
        for block in document.article.blocks.clone() {
            if block.role != Role::Boilerplate {
                document.add_paragraph(block.role, block.span);
            }
        }
        document
    }

    /// The article it was cut from.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The file as given.
    pub fn source(&self) -> &Source {
        &self.article.source
    }

    /// The paragraphs in the order of the file: headline, captions and subheadings among them.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The sentences in the order of the file.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens of all sentences in the order of the file.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The tokens of one sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }

    /// The paragraph that a sentence stands in.
    pub fn paragraph_of(&self, sentence: &Sentence) -> &Paragraph {
        &self.paragraphs[sentence.paragraph]
    }

    /// The words at `span`.
    pub fn text(&self, span: Span) -> &str {
        self.source().slice(span)
    }

    /// The index of the sentence in which `span` begins; the last one before it where it begins between two.
    pub fn sentence_at(&self, span: Span) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.span.start() <= span.start());
        after.checked_sub(1)
    }

    fn add_paragraph(&mut self, role: Role, span: Span) {
        let first = self.sentences.len();
        for sentence in sentences::split(self.source(), span) {
            let tokens = words::tokens(self.source(), sentence);
            let first_token = self.tokens.len();
            self.tokens.extend(tokens);
            let number = (role != Role::Subheading).then(|| self.next_sentence_number());
            let tokens = first_token..self.tokens.len();
            self.sentences.push(Sentence { span: sentence, number, paragraph: self.paragraphs.len(), tokens });
        }
        let number = (role == Role::Body).then(|| self.next_paragraph_number());
        self.paragraphs.push(Paragraph { span, role, number, sentences: first..self.sentences.len() });
    }

    fn next_sentence_number(&self) -> u32 {
        self.sentences.iter().rev().find_map(|sentence| sentence.number).map_or(1, |number| number + 1)
    }

    fn next_paragraph_number(&self) -> u32 {
        self.paragraphs.iter().rev().find_map(|paragraph| paragraph.number).map_or(1, |number| number + 1)
    }
}
