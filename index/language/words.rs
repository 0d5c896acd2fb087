//! Words, numbers and marks by Unicode's UAX #29, and how words are made alike for search.
//! Making alike changes no offset: it makes new strings and leaves the text as it is.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Token, TokenKind};
use crate::span::{Source, Span};

/// The tokens of a stretch of text, white space left out.
///
/// | text | tokens |
/// |---|---|
/// | `97%` | `97` `%` |
/// | `$3.5bn` | `$` `3.5bn` |
/// | `1,000` `1990s` | one number each |
/// | `14-year-old` | `14` `-` `year` `-` `old`: a hyphen or dash is always a mark of its own |
/// | `U.S.` | `U.S` `.`: the last point is a mark, those inside are the word's |
/// | `don't` `don’t` `Clinton's` | one word each, straight or curly |
/// | `workers'` | `workers` `'` |
/// | `#IStand` `@POTUS` | `#` `IStand`, `@` `POTUS` |
/// | `10:30` `9/11` | `10` `:` `30`, `9` `/` `11` |
/// | `...` | three marks |
pub fn tokens(source: &Source, stretch: Span) -> Vec<Token> {
    let text = source.slice(stretch);
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for (chunk_start, chunk) in chunks(text) {
        let start = stretch.start() + chunk_start;
        let push = |at: usize, piece: &str| {
            if let Some(span) = source.trimmed(start + at..start + at + piece.len()) {
                tokens.push(Token { span, kind: kind(piece) });
            }
        };
        if chunk.is_ascii() { ascii_pieces(chunk, push) } else { unicode_pieces(chunk, push) }
    }
    tokens
}

/// A word as search compares it: lower case, accents folded ("José" and "jose"), curly apostrophes straight,
/// compatibility forms plain ("ﬁ" and "fi"), soft hyphens and joiners left out.
pub fn normalise(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let decomposed = word.nfkd().filter(|character| !is_folded_away(*character));
    // Composed again at the end, so that marks which aren't accents (Hangul's parts, kana's voicing) stay as they are.
    decomposed.flat_map(fold).flat_map(char::to_lowercase).nfc().collect()
}

/// A word without the "'s" of possession, straight or curly; other words as they are.
pub fn without_possessive(word: &str) -> &str {
    const ENDINGS: [&str; 6] = ["'s", "’s", "ʼs", "'S", "’S", "ʼS"];
    let stripped = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    stripped.filter(|rest| !rest.is_empty()).unwrap_or(word)
}

/// The English stem of a word by Snowball's algorithm, as the full-text index uses it: "talks", "talked" and
/// "talking" are one. The word may be given as it stands in the text.
pub fn stem(word: &str) -> String {
    let normalised = normalise(word);
    let base = without_possessive(&normalised);
    match frostem::Stemmer::new(frostem::Algorithm::English).stem(base) {
        Cow::Borrowed(stem) => stem.to_owned(),
        Cow::Owned(stem) => stem,
    }
}

/// The runs of text between ASCII white space: UAX #29 never joins two of them into one word, and most of them are
/// plain ASCII, whose boundaries are found much faster.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split(|character: char| matches!(character, ' ' | '\t'..='\r')).filter_map(move |chunk| {
        let at = start;
        start += chunk.len() + 1;
        (!chunk.is_empty()).then_some((at, chunk))
    })
}

fn unicode_pieces(chunk: &str, mut push: impl FnMut(usize, &str)) {
    for (at, piece) in chunk.split_word_bound_indices() {
        push(at, piece);
    }
}

/// UAX #29's rules WB5 to WB13b, restricted to ASCII.
fn ascii_pieces(chunk: &str, mut push: impl FnMut(usize, &str)) {
    let bytes = chunk.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let end = ascii_piece_end(bytes, start);
        push(start, &chunk[start..end]);
        start = end;
    }
}

fn ascii_piece_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start + 1;
    if !is_word_byte(bytes[start]) {
        return end;
    }
    while end < bytes.len() {
        if is_word_byte(bytes[end]) {
            end += 1;
        } else if joins(bytes[end - 1], bytes[end], bytes.get(end + 1).copied()) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn joins(before: u8, mark: u8, after: Option<u8>) -> bool {
    let Some(after) = after else { return false };
    let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match mark {
        b'.' | b'\'' => letters || digits,
        b':' => letters,
        b',' | b';' => digits,
        _ => false,
    }
}

fn kind(piece: &str) -> TokenKind {
    match piece.chars().find(|character| *character != '_') {
        Some(first) if first.is_numeric() => TokenKind::Number,
        Some(first) if first.is_alphabetic() => TokenKind::Word,
        _ => TokenKind::Mark,
    }
}

/// Combining accents, and characters that have no width of their own.
fn is_folded_away(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Latin letters that no decomposition takes apart, as Lucene's ASCII folding filter spells them.
fn fold(character: char) -> impl Iterator<Item = char> {
    let (first, second) = match character {
        '’' | '‘' | 'ʼ' | '＇' => ('\'', None),
        'ß' | 'ẞ' => ('s', Some('s')),
        'æ' | 'Æ' => ('a', Some('e')),
        'œ' | 'Œ' => ('o', Some('e')),
        'þ' | 'Þ' => ('t', Some('h')),
        'ø' | 'Ø' => ('o', None),
        'đ' | 'Đ' | 'ð' | 'Ð' => ('d', None),
        'ł' | 'Ł' => ('l', None),
        'ı' => ('i', None),
        other => (other, None),
    };
    [Some(first), second].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let source = Source::new(text).unwrap();
        let whole = source.span(0..text.len()).unwrap();
        let found: Vec<&str> = tokens(&source, whole).iter().map(|token| source.slice(token.span)).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn tokens_come_out_as_the_table_says() {
        check("97%", "97 %");
        check("$3.5bn", "$ 3.5bn");
        check("1,000 1990s", "1,000 1990s");
        check("14-year-old", "14 - year - old");
        check("the U.S.", "the U.S .");
        check("don't don’t Clinton's", "don't don’t Clinton's");
        check("workers' \"yes\"", "workers ' \" yes \"");
        check("#IStand @POTUS Asean", "# IStand @ POTUS Asean");
        check("10:30 9/11", "10 : 30 9 / 11");
        check("wait...", "wait . . .");
        check("東京で", "東 京 で");
    }

    #[test]
    fn a_token_knows_what_it_is_made_of() {
        let kinds = |text: &str| {
            let source = Source::new(text).unwrap();
            let whole = source.span(0..text.len()).unwrap();
            tokens(&source, whole).iter().map(|token| token.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds("about 97 %"), [TokenKind::Word, TokenKind::Number, TokenKind::Mark]);
        assert_eq!(kinds("½ é _x __ 🇯🇵"), {
            use TokenKind::{Mark, Number, Word};
            [Number, Word, Word, Mark, Mark]
        });
    }

    #[test]
    fn words_are_made_alike_for_search() {
        assert_eq!(normalise("José"), "jose");
        assert_eq!(normalise("DON’T"), "don't");
        assert_eq!(normalise("Straße"), "strasse");
        assert_eq!(normalise("Łódź"), "lodz");
        assert_eq!(normalise("co\u{AD}operate"), "cooperate");
        assert_eq!(normalise("ＡＢＣ"), "abc");
        assert_eq!(normalise("が"), "が", "kana's voicing is no accent");
        assert_eq!(normalise("한국"), "한국");
    }

    #[test]
    fn only_the_s_of_possession_is_stripped() {
        assert_eq!(without_possessive("Clinton's"), "Clinton");
        assert_eq!(without_possessive("Clinton’s"), "Clinton");
        assert_eq!(without_possessive("news"), "news");
        assert_eq!(without_possessive("don't"), "don't");
        assert_eq!(without_possessive("'s"), "'s");
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        assert_eq!(stem("talking"), stem("Talks"));
        assert_eq!(stem("minister’s"), stem("ministers"));
        assert_eq!(stem("Agencies"), stem("agency"));
        assert_ne!(stem("state"), stem("street"));
    }

    /// Text with what decides word boundaries: letters, digits, marks, apostrophes, other scripts, joiners.
    fn awkward() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zA-Z0-9 _.,:;'\"%$#@!?\\-/\t\r\n]{0,80}",
            "[ab1é’“”\u{301}\u{200d}\u{200b}\u{a0}👍🏽字かـא .']{0,60}",
            ".{0,60}"
        ]
    }

    proptest! {
        #[test]
        fn tokens_are_those_of_the_unicode_rules(text in awkward()) {
            let source = Source::new(text.clone()).unwrap();
            let whole = source.span(0..text.len()).unwrap();
            let found: Vec<Span> = tokens(&source, whole).iter().map(|token| token.span).collect();
            let bounds = text.split_word_bound_indices();
            let expected: Vec<Span> = bounds.filter_map(|(at, piece)| source.trimmed(at..at + piece.len())).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn making_alike_twice_changes_nothing_more(word in "\\PC{0,12}") {
            let once = normalise(&word);
            prop_assert_eq!(normalise(&once), once);
            stem(&word);
        }
    }
}
