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
    numbered_sentences: u32,
    numbered_paragraphs: u32,
}

impl Document {
    /// Cuts an article up. Boilerplate is left out.
    pub fn new(article: Article) -> Self {
        let blocks = article.blocks.clone();
        let mut document = Self {
            article,
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            tokens: Vec::new(),
            numbered_sentences: 0,
            numbered_paragraphs: 0,
        };
        let readable = document.readable();
        for block in blocks {
            if block.role != Role::Boilerplate {
                document.add_paragraph(&readable, block.role, block.span);
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

    /// The text with blanks where its markup stands, so that every offset stays the same.
    fn readable(&self) -> Source {
        if self.article.markup.is_empty() {
            return self.source().clone();
        }
        let mut text = String::with_capacity(self.source().text().len());
        for markup in &self.article.markup {
            text.push_str(self.source().text().get(text.len()..markup.start()).unwrap_or_default());
            text.extend(std::iter::repeat_n(' ', markup.end().saturating_sub(text.len())));
        }
        text.push_str(self.source().text().get(text.len()..).unwrap_or_default());
        Source::new(text).unwrap_or_else(|_| self.source().clone())
    }

    /// A sentence with the markup that touches it, after the byte at which the one before it ends.
    fn with_markup(&self, sentence: Span, before: usize) -> Span {
        let markup = &self.article.markup;
        let after = markup.partition_point(|mark| mark.end() <= sentence.start());
        let opens = after.checked_sub(1).map(|last| markup[last]);
        let opens = opens.filter(|mark| mark.end() == sentence.start() && mark.start() >= before);
        let first = markup.partition_point(|mark| mark.start() < sentence.end());
        let closes = markup.get(first).filter(|mark| mark.start() == sentence.end()).copied();
        opens.into_iter().chain(closes).fold(sentence, Span::cover)
    }

    fn add_paragraph(&mut self, readable: &Source, role: Role, span: Span) {
        let first = self.sentences.len();
        let mut before = span.start();
        for readable_sentence in sentences::split(readable, span) {
            let tokens = words::tokens(readable, readable_sentence);
            let sentence = self.with_markup(readable_sentence, before);
            before = sentence.end();
            let first_token = self.tokens.len();
            self.tokens.extend(tokens);
            let number = (role != Role::Subheading).then(|| next(&mut self.numbered_sentences));
            let tokens = first_token..self.tokens.len();
            self.sentences.push(Sentence { span: sentence, number, paragraph: self.paragraphs.len(), tokens });
        }
        let number = (role == Role::Body).then(|| next(&mut self.numbered_paragraphs));
        self.paragraphs.push(Paragraph { span, role, number, sentences: first..self.sentences.len() });
    }
}

fn next(count: &mut u32) -> u32 {
    *count += 1;
    *count
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{self, Format};
    use crate::span::is_blank;

    fn document(text: &str, format: Format) -> Document {
        Document::new(article::read(Source::new(text).unwrap(), format))
    }

    #[test]
    fn paragraphs_and_sentences_are_numbered_apart() {
        let text = "Dockers walk out over crane plan\n\nDockers walked out. Ships wait.\n\nTalks ahead\n\nThe port closed on Monday.\n";
        let document = document(text, Format::Plain);
        let paragraphs: Vec<_> =
            document.paragraphs().iter().map(|paragraph| (paragraph.role, paragraph.number)).collect();
        let expected = [(Role::Headline, None), (Role::Body, Some(1)), (Role::Subheading, None), (Role::Body, Some(2))];
        assert_eq!(paragraphs, expected);
        let sentences: Vec<_> = document.sentences().iter().map(|sentence| sentence.number).collect();
        assert_eq!(sentences, [Some(1), Some(2), Some(3), None, Some(4)]);
    }

    #[test]
    fn a_sentence_is_found_by_what_stands_in_it() {
        let text = "Dockers walk out over crane plan\n\nDockers walked out. Ships wait.";
        let document = document(text, Format::Plain);
        let ships = document.source().span(text.find("wait").unwrap()..text.len()).unwrap();
        assert_eq!(document.sentence_at(ships), Some(2));
    }

    #[test]
    fn marks_of_emphasis_and_links_are_no_words() {
        let text = "# Dockers walk out\n\n*Ann Lee* said [**ships** wait](https://example.org/a). `Two` left \\*.\n";
        let document = document(text, Format::Markdown);
        let sentences: Vec<&str> = document.sentences().iter().map(|sentence| document.text(sentence.span)).collect();
        assert_eq!(
            sentences,
            ["Dockers walk out", "*Ann Lee* said [**ships** wait](https://example.org/a).", "`Two` left \\*."]
        );
        let tokens: Vec<&str> = document.tokens()[3..].iter().map(|token| document.text(token.span)).collect();
        assert_eq!(tokens, ["Ann", "Lee", "said", "ships", "wait", ".", "Two", "left", "*", "."]);
    }

    #[test]
    fn plain_text_has_no_markup() {
        let document = document("Dockers walk out\n\n*Ann Lee* left.", Format::Plain);
        assert_eq!(document.text(document.tokens()[3].span), "*");
    }

    #[test]
    fn the_first_story_is_read_as_its_readers_see_it() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/seeds/article.txt");
        let Ok(text) = std::fs::read_to_string(path) else {
            eprintln!("skipped: no first story beside this checkout");
            return;
        };
        let document = document(&text, Format::Plain);
        let roles = |role| document.paragraphs().iter().filter(|paragraph| paragraph.role == role).count();
        assert_eq!(roles(Role::Headline), 1);
        assert_eq!(roles(Role::Caption), 1);
        assert_eq!(roles(Role::Subheading), 1);
        assert_eq!(roles(Role::Body), 13);
        assert_eq!(document.sentences().iter().filter_map(|sentence| sentence.number).max(), Some(16));
        let boilerplate = document.article().blocks.iter().filter(|block| block.role == Role::Boilerplate);
        assert_eq!(boilerplate.count(), 3, "the site's name, and the links with their heading");
        assert_eq!(document.article().publisher.as_deref(), text.lines().next());
    }

    /// Lines of every shape that the readers look for, and awkward ones.
    fn line() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "Coast News",
            "Dockers walk out over crane plan",
            "image captionCranes stand idle",
            "Image: Jane Doe / Coast Archive.",
            "By Jane Doe",
            "Friday, May 3, 2019",
            "HULL (Reuters) - Dockers walked out. Ships wait.",
            "\"We stay out. We are many,\" said Ann Lee (44) of the U.S. union.",
            "“Unpaired. It goes on.",
            "Talks ahead",
            "MAYOR: When?",
            "• Ferry runs",
            "- [Ferry](https://example.org)",
            "More on this story",
            "https://example.org/a",
            "# Heading *one*",
            "*Ann* said [the **crane**](https://example.org/a) `fell`.* _So_ \\* &amp; <b>on</b>.",
            "![a crane](b.jpg)",
            "> quoted",
            "```",
            "---",
            "+++",
            "title: a",
            "<!-- a",
            "雨が降った。船は出ない！",
            "هل توقف؟ نعم.",
            "👩‍🚒 Firefighters 🇯🇵 came! é",
            "\u{200F}\u{FEFF}",
            "\u{A0}\t x",
            "",
        ]);
        prop_oneof![4 => known.prop_map(str::to_owned), 1 => ".{0,40}"]
    }

    fn text() -> impl Strategy<Value = String> {
        let ends = prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u{2028}", "\u{C}", " \n \n"]);
        let lines = prop::collection::vec((line(), ends), 0..14);
        (any::<bool>(), lines).prop_map(|(mark, lines)| {
            let text: String = lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect();
            if mark { format!("\u{FEFF}{text}") } else { text }
        })
    }

    fn is_covered(document: &Document, whole: Span, parts: impl Iterator<Item = Span>) -> Result<(), TestCaseError> {
        let readable = document.readable();
        let text = readable.text();
        let mut covered = whole.start();
        for part in parts {
            prop_assert!(whole.contains(part) && covered <= part.start(), "{:?} in {:?}", part, whole);
            prop_assert!(text[covered..part.start()].chars().all(is_blank));
            prop_assert_eq!(document.source().trimmed(part.range()), Some(part));
            covered = part.end();
        }
        prop_assert!(text[covered..whole.end()].chars().all(is_blank));
        Ok(())
    }

    proptest! {
        #[test]
        fn every_part_is_a_slice_and_every_word_has_its_place(text in text(), markdown in any::<bool>()) {
            let format = if markdown { Format::Markdown } else { Format::Plain };
            let document = document(&text, format);
            let blocks: Vec<Span> = document.article().blocks.iter().map(|block| block.span).collect();
            prop_assert!(blocks.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            for paragraph in document.paragraphs() {
                let sentences = document.sentences()[paragraph.sentences.clone()].iter();
                is_covered(&document, paragraph.span, sentences.map(|sentence| sentence.span))?;
            }
            for sentence in document.sentences() {
                is_covered(&document, sentence.span, document.tokens_of(sentence).iter().map(|token| token.span))?;
            }
            let about = [document.article().headline, document.article().byline, document.article().dateline];
            for span in about.into_iter().flatten() {
                prop_assert!(text.get(span.range()).is_some());
            }
        }

        #[test]
        fn plain_text_with_letters_always_has_a_paragraph(text in text()) {
            let document = document(&text, Format::Plain);
            prop_assert!(!text.contains(char::is_alphanumeric) || !document.article().blocks.is_empty());
        }
    }
}
