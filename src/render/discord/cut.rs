//! How much of a text is shown: whole, or as much as fits, cut at a sentence, else at a word, and marked with "…".
//! Lengths are in characters, as Discord counts them.

use super::markdown;

/// Stands where something was cut off.
const CUT: &str = "…";

/// Escaped words in at most `limit` characters.
pub fn escaped(words: &str, limit: usize) -> String {
    to_fit(&markdown::escaped(words), limit)
}

/// Whether escaped words are longer than `limit` characters.
pub fn is_cut(words: &str, limit: usize) -> bool {
    length(&markdown::escaped(words)) > limit
}

/// Words without invisible characters, for places without Markdown, in at most `limit` characters.
pub fn visible(words: &str, limit: usize) -> String {
    to_fit(&markdown::visible(words), limit)
}

/// Words that are escaped already, in at most `limit` characters.
pub fn whole_words(escaped: &str, limit: usize) -> String {
    to_fit(escaped, limit)
}

/// As many whole lines as fit, so that no mark of Markdown is left open.
pub fn whole_lines(text: &str, limit: usize) -> String {
    let mut so_far = 0;
    let fitting = text.lines().take_while(|line| {
        so_far += length(line) + 1;
        so_far <= limit
    });
    fitting.collect::<Vec<_>>().join("\n")
}

/// The number of characters.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

fn to_fit(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some(_) => cut(text, limit),
    }
}

/// Cuts where a sentence ends in the second half of what fits, else after a word, else after a character.
fn cut(text: &str, limit: usize) -> String {
    let room = limit.saturating_sub(length(CUT) + 1);
    let fitting = end_of(text, room);
    let half = end_of(text, room / 2);
    let ends: Vec<usize> =
        text[..fitting].match_indices(' ').map(|(byte, _)| byte).filter(|byte| *byte >= half).collect();
    let sentence = ends.iter().rev().find(|end| ends_sentence(&text[..**end]));
    if let Some(end) = sentence {
        return format!("{} {CUT}", &text[..*end]);
    }
    let end = ends.last().copied().unwrap_or(fitting);
    let whole = without_half_a_mark(&text[..end]);
    format!("{whole}{CUT}")
}

fn end_of(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(byte, _)| byte)
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '\\']);
    bare.ends_with(['.', '?', '!', '…', '。', '？', '！'])
}

/// Leaves out a backslash whose mark was cut off.
fn without_half_a_mark(text: &str) -> &str {
    let backslashes = text.len() - text.trim_end_matches('\\').len();
    if backslashes % 2 == 1 { &text[..text.len() - 1] } else { text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_fits_is_whole() {
        assert_eq!(escaped("It closed. Nobody knows why.", 28), "It closed. Nobody knows why.");
    }

    #[test]
    fn a_long_text_is_cut_at_a_sentence() {
        assert_eq!(escaped("The mill closed in May. Nobody knows why it did.", 40), "The mill closed in May. …");
        assert_eq!(escaped("“The mill closed.” Nobody knows why.", 30), "“The mill closed.” …");
    }

    #[test]
    fn a_long_sentence_is_cut_after_a_word() {
        assert_eq!(escaped("No. The mill by the river closed", 24), "No. The mill by the…");
        assert_eq!(escaped("unbreakable", 6), "unbr…");
    }

    #[test]
    fn a_cut_never_leaves_half_a_mark() {
        assert_eq!(escaped("ab**cd", 6), "ab\\*…");
        assert_eq!(escaped("abc**cd", 6), "abc…");
    }

    proptest! {
        #[test]
        fn nothing_is_longer_than_its_limit(words in "(\\PC|[ .*_@\\\\]){0,200}", limit in 4usize..120) {
            prop_assert!(length(&escaped(&words, limit)) <= limit);
            prop_assert!(length(&visible(&words, limit)) <= limit);
        }
    }
}
