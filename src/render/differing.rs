//! The two sides of a difference as people read them: what was typed and the story's words, each with the sign that
//! belongs to its number.

use std::ops::Range;

use verbatim_index::story::{Citation, CitedSource, Story};

/// The typed words, with their sign.
pub fn typed<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    with_sign(text, range.clone())
}

/// The story's words, with their sign.
pub fn told(story: &Story, citation: Citation) -> &str {
    match citation.source {
        CitedSource::Article => with_sign(story.document().source().text(), citation.span.range()),
        CitedSource::Fact(_) => story.text(citation),
    }
}

/// A number without its sign reads as another thing: 40 people for 40%.
fn with_sign(text: &str, range: Range<usize>) -> &str {
    let words = text.get(range.clone()).unwrap_or_default();
    let is_number = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    let before = text.get(..range.start).unwrap_or_default().chars().next_back();
    let after = text.get(range.end..).unwrap_or_default().chars().next();
    let sign_before = before.filter(|sign| is_number(words.chars().next()) && "$£€¥".contains(*sign));
    let sign_after = after.filter(|sign| is_number(words.chars().next_back()) && "%‰".contains(*sign));
    let start = range.start - sign_before.map_or(0, char::len_utf8);
    let end = range.end + sign_after.map_or(0, char::len_utf8);
    text.get(start..end).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_sign() {
        assert_eq!(typed("about 21% of it", &(6..8)), "21%");
        assert_eq!(typed("for £3 only", &(6..7)), "£3");
    }

    #[test]
    fn words_get_no_sign_and_ranges_out_of_the_text_are_empty() {
        assert_eq!(typed("no%", &(0..2)), "no");
        assert_eq!(typed("21 of it", &(0..2)), "21");
        assert_eq!(typed("x", &(5..9)), "");
        assert_eq!(typed("é", &(1..2)), "");
    }
}
