//! A text as people write it in a chat → its quotations, by their marks or as block quotes, and its sentences. What
//! claims nothing is left out: questions, addresses, single words in quotation marks.

use std::ops::Range;

use crate::language::sentences;
use crate::span::Source;

/// A part of a text that can be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words that are given as somebody's.
    Quotation {
        /// The words.
        words: Range<usize>,
        /// The words with who is said to have said them, where that can be told.
        within: Range<usize>,
    },
    /// A sentence.
    Sentence(Range<usize>),
}

/// A quotation mark that opens, with those that close it.
type Marks = (char, &'static [char]);

/// Quotation marks that open, each with those that close it.
const MARKS: [Marks; 6] =
    [('“', &['”']), ('"', &['"']), ('«', &['»']), ('„', &['“', '”']), ('‘', &['’']), ('「', &['」'])];

/// The parts of a text, in its order.
pub fn parts(source: &Source) -> Vec<Part> {
    blocks(source.text())
        .into_iter()
        .flat_map(|block| match block {
            Block::Quoted(range) => trimmed(source, range).map(whole_quotation).into_iter().collect(),
            Block::Line(range) => of_line(source, range),
        })
        .collect()
}

/// A line, or several that Discord shows as one block quote.
enum Block {
    Quoted(Range<usize>),
    Line(Range<usize>),
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut is_all_quoted = false;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        is_all_quoted |= line.starts_with(">>> ");
        let marker = if line.starts_with(">>> ") { 4 } else { 2 };
        match (line.starts_with("> ") || is_all_quoted, blocks.last_mut()) {
            // The markers of further lines stay within: whoever compares words passes marks over.
            (true, Some(Block::Quoted(range))) => range.end = end,
            (true, _) => blocks.push(Block::Quoted((start + marker).min(end)..end)),
            (false, _) => blocks.push(Block::Line(start..end)),
        }
        start = end;
    }
    blocks
}

fn whole_quotation(range: Range<usize>) -> Part {
    Part::Quotation { words: range.clone(), within: range }
}

fn trimmed(source: &Source, range: Range<usize>) -> Option<Range<usize>> {
    source.trimmed(range).map(|span| span.range())
}

fn of_line(source: &Source, line: Range<usize>) -> Vec<Part> {
    let Some(span) = source.trimmed(line.clone()) else { return Vec::new() };
    let quotations = quotations(source.text(), line);
    let mut parts = Vec::new();
    let mut taken = 0;
    for sentence in whole_sentences(sentences::split(source, span).iter().map(|sentence| sentence.range()), &quotations)
    {
        let inner: Vec<_> =
            quotations[taken..].iter().take_while(|inner| inner.start < sentence.end).cloned().collect();
        taken += inner.len();
        let is_only_one = inner.len() == 1;
        for words in &inner {
            let within = if is_only_one { sentence.clone() } else { words.clone() };
            parts.push(Part::Quotation { words: words.clone(), within });
        }
        if claims(&source.text()[sentence.clone()], sentence.start, &inner) {
            parts.push(Part::Sentence(sentence));
        }
    }
    parts
}

/// Sentences, those that a quotation runs over taken together.
fn whole_sentences(sentences: impl Iterator<Item = Range<usize>>, quotations: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = Vec::new();
    for sentence in sentences {
        let runs_on =
            |last: &Range<usize>| quotations.iter().any(|words| words.start < last.end && words.end > sentence.start);
        match whole.last_mut() {
            Some(last) if runs_on(last) => last.end = sentence.end,
            _ => whole.push(sentence),
        }
    }
    whole
}

/// The stretches of a line between quotation marks, marks not included, of two words or more.
fn quotations(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let is_phrase = |words: &Range<usize>| {
        let has_marks_of_its_own = text[..words.start].ends_with('「');
        has_marks_of_its_own || text[words.clone()].split_whitespace().nth(1).is_some()
    };
    within(text, line, &MARKS).into_iter().filter(is_phrase).collect()
}

/// The stretches of a written text, such as a paragraph, between quotation marks of any kind, marks not included. A
/// straight single mark is one only beside a word and outside it, since most of them are apostrophes.
pub fn quoted(text: &str, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut marks = MARKS.to_vec();
    marks.push(('\'', &['\'']));
    within(text, paragraph, &marks)
}

fn within(text: &str, line: Range<usize>, marks: &[Marks]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = line.start;
    while let Some((offset, open)) =
        text[at..line.end].char_indices().find(|(offset, mark)| opens(text, at + offset, *mark, marks))
    {
        let first = at + offset + open.len_utf8();
        let closing = marks.iter().find(|(mark, _)| *mark == open).map_or(&[][..], |(_, closing)| closing);
        let close = text[first..line.end]
            .char_indices()
            .find(|(offset, mark)| closing.contains(mark) && closes(text, first + offset, *mark));
        let Some((length, close)) = close else {
            at = first;
            continue;
        };
        let words = first..first + length;
        at = words.end + close.len_utf8();
        found.push(words);
    }
    found
}

/// A single mark after a letter is an apostrophe, and a straight one before a digit ('90s) or a space too.
fn opens(text: &str, at: usize, mark: char, marks: &[Marks]) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + mark.len_utf8()..].chars().next();
    let is_outside_word = before.is_none_or(|before| !before.is_alphanumeric());
    marks.iter().any(|(open, _)| *open == mark)
        && match mark {
            '‘' => is_outside_word,
            '\'' => is_outside_word && after.is_some_and(char::is_alphabetic),
            _ => true,
        }
}

/// A single mark that a letter follows is an apostrophe, and a straight one after a space opens.
fn closes(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + mark.len_utf8()..].chars().next();
    let ends_word = after.is_none_or(|after| !after.is_alphanumeric());
    match mark {
        '’' => ends_word,
        '\'' => ends_word && before.is_some_and(|before| !before.is_whitespace()),
        _ => true,
    }
}

/// Whether a sentence says something beside its quotations: a figure there, or words where it has none.
fn claims(sentence: &str, start: usize, quotations: &[Range<usize>]) -> bool {
    if sentence.trim_end().ends_with(['?', '？']) {
        return false;
    }
    let is_outside = |byte: usize| !quotations.iter().any(|words| words.contains(&(start + byte)));
    let has_figure = || sentence.char_indices().any(|(byte, letter)| letter.is_numeric() && is_outside(byte));
    let is_word = |word: &str| !word.contains("://") && word.contains(char::is_alphabetic);
    if quotations.is_empty() {
        sentence.split_whitespace().filter(|word| is_word(word)).nth(1).is_some()
    } else {
        has_figure()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<String> {
        let source = Source::new(text).unwrap();
        let shown = |part: Part| match part {
            Part::Quotation { words, within } => format!("“{}” in {}", &text[words], &text[within]),
            Part::Sentence(words) => text[words].to_owned(),
        };
        parts(&source).into_iter().map(shown).collect()
    }

    #[test]
    fn quotations_are_read_with_who_is_said_to_have_said_them() {
        assert_eq!(
            read("\"We will wait,\" Lund said. It cost $3m."),
            ["“We will wait,” in \"We will wait,\" Lund said.", "It cost $3m."]
        );
        assert_eq!(
            read("He said “no, not now” and “maybe never”."),
            ["“no, not now” in no, not now", "“maybe never” in maybe never"]
        );
    }

    #[test]
    fn a_block_quote_is_one_quotation() {
        assert_eq!(
            read("look:\n> We will wait.\n> Nobody knows.\nreally odd"),
            ["“We will wait.\n> Nobody knows.” in We will wait.\n> Nobody knows.", "really odd"]
        );
        assert_eq!(read(">>> We will\nwait."), ["“We will\nwait.” in We will\nwait."]);
    }

    #[test]
    fn a_figure_beside_a_quotation_is_a_claim_too() {
        assert_eq!(read("\"We will wait\", said 40% of them.").len(), 2);
    }

    #[test]
    fn what_claims_nothing_is_left_out() {
        for nothing in ["", "lol", "is that so?", "https://example.org/a", "a \"green\" one?", "“", "don’t"] {
            assert_eq!(read(nothing), Vec::<String>::new(), "{nothing}");
        }
        assert_eq!(read("it’s the mayor’s plan"), ["it’s the mayor’s plan"]);
    }

    #[test]
    fn straight_single_marks_in_a_written_text_are_told_from_apostrophes() {
        let quoted = |text: &str| -> Vec<String> {
            quoted(text, 0..text.len()).into_iter().map(|words| text[words].to_owned()).collect()
        };
        assert_eq!(quoted("Lund said: 'We won't be rushed.' Others' views differ."), ["We won't be rushed."]);
        assert_eq!(quoted("In the '90s the dockers' pay was 'unjust'"), ["unjust"]);
        assert_eq!(quoted("“One” word and \"two more\""), ["One", "two more"]);
        assert_eq!(quoted("the workers' and the masters' plans"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "(\\PC|[\n\"“”‘’>. ]){0,200}") {
            let source = Source::new(text.clone()).unwrap();
            for words in quoted(&text, 0..text.len()) {
                prop_assert!(text.get(words).is_some());
            }
            for part in parts(&source) {
                let range = match part { Part::Quotation { words, .. } => words, Part::Sentence(words) => words };
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
