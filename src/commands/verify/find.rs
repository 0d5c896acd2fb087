//! Where do words stand in a text? Byte for byte; else with other blanks between them. Nothing else is forgiven.

use std::ops::Range;

use verbatim_index::span::is_blank;

/// The places where the same bytes stand.
pub fn exactly(text: &str, words: &str) -> Vec<Range<usize>> {
    if words.is_empty() {
        return Vec::new();
    }
    text.match_indices(words).map(|(start, found)| start..start + found.len()).collect()
}

/// The places where the same words stand with other blanks between them: line breaks, what can't be seen, and quotation
/// marks where one piece of a quotation ends and the next begins.
pub fn but_for_blanks(text: &str, words: &str) -> Vec<Range<usize>> {
    let Some(first) = words.split_whitespace().next() else { return Vec::new() };
    let starts = text.match_indices(first).map(|(start, _)| start);
    starts.filter_map(|start| Some(start..start + length_of(text.get(start..)?, words)?)).collect()
}

/// How many bytes of a text's beginning these words are.
fn length_of(text: &str, words: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    let mut is_after_blank = false;
    for word in words.chars() {
        if word.is_whitespace() {
            is_after_blank = true;
            continue;
        }
        let is_between = |letter: char| letter.is_whitespace() || is_quotation_mark(letter);
        let may_be_skipped = |letter: char| is_invisible(letter) || is_after_blank && is_between(letter);
        let mut skipped = 0;
        while rest.next_if(|(_, letter)| *letter != word && may_be_skipped(*letter)).is_some() {
            skipped += 1;
        }
        if is_after_blank && skipped == 0 {
            return None;
        }
        rest.next_if(|(_, letter)| *letter == word)?;
        is_after_blank = false;
    }
    Some(rest.peek().map_or(text.len(), |(end, _)| *end))
}

fn is_invisible(letter: char) -> bool {
    !letter.is_whitespace() && (is_blank(letter) || letter.is_control() || letter == SOFT_HYPHEN)
}

const SOFT_HYPHEN: char = '\u{AD}';

fn is_quotation_mark(letter: char) -> bool {
    "\"“”„«»‘’".contains(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "The mill\nclosed. \"We will not,\" she said, \"re\u{AD}open it.\" The mill stands.";

    fn found(words: &str) -> Vec<&str> {
        but_for_blanks(TEXT, words).into_iter().map(|range| &TEXT[range]).collect()
    }

    #[test]
    fn the_same_bytes_are_found_wherever_they_stand() {
        assert_eq!(exactly(TEXT, "The mill"), [0..8, TEXT.rfind("The mill").unwrap()..TEXT.rfind(" stands").unwrap()]);
        for other in ["", "the mill", "The mill closed", "mill  stands"] {
            assert!(exactly(TEXT, other).is_empty(), "{other}");
        }
    }

    #[test]
    fn nothing_but_blanks_is_forgiven() {
        assert_eq!(found("The mill closed."), ["The mill\nclosed."]);
        assert_eq!(found("reopen it."), [] as [&str; 0], "a word is found by its first letters up to a blank");
        assert_eq!(found("The mill closed. \"We will"), ["The mill\nclosed. \"We will"]);
        assert_eq!(found("she said, re\u{AD}open it."), ["she said, \"re\u{AD}open it."]);
        for other in ["", " ", "The mill closed!", "The  mills", "The mill not closed.", "themill", "will not she"] {
            assert!(found(other).is_empty(), "{other}");
        }
    }

    proptest! {
        #[test]
        fn a_slice_of_any_text_is_found_again(text in "(\\PC|[\n \u{AD}\u{200B}\"]){1,60}", a in 0usize..60, b in 0usize..60) {
            let ends: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            let (a, b) = (ends[a % ends.len()], ends[b % ends.len()]);
            let slice = &text[a.min(b)..a.max(b)];
            prop_assert_eq!(exactly(&text, slice).is_empty(), slice.is_empty());
            for range in but_for_blanks(&text, slice) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
