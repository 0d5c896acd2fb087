//! Where sentences begin and end: sentencex's rules, corrected where news needs it.
//!
//! sentencex keeps a quotation or a bracket in one piece, and an unpaired mark glues a whole paragraph together. A
//! sentence is what is cited here, so it sees the text with those marks blanked out, and each end it finds is then set
//! behind the marks that close with the sentence.

use sentencex::languages::{English, Language};

use crate::span::{Source, Span};

mod abbreviations;
mod corrections;
mod masking;

/// Longer stretches are split in windows: sentencex looks back to the last white space, which some texts don't have.
const WINDOW: usize = 4 * 1024;

/// Cuts a paragraph into sentences, blanks at their ends left out. They cover all of its words.
pub fn split(source: &Source, paragraph: Span) -> Vec<Span> {
    let text = source.slice(paragraph);
    let mut sentences: Vec<Span> = Vec::new();
    let mut start = 0;
    for end in ends(text).into_iter().chain([text.len()]) {
        let Some(span) = source.trimmed(paragraph.start() + start..paragraph.start() + end) else { continue };
        start = end;
        match sentences.last_mut() {
            Some(last) if !source.slice(span).contains(char::is_alphanumeric) => *last = last.cover(span),
            _ => sentences.push(span),
        }
    }
    sentences
}

/// The bytes after which a new sentence begins, in order.
fn ends(text: &str) -> Vec<usize> {
    if !text.contains(corrections::is_terminator) {
        return Vec::new();
    }
    let masked = masking::mask(text);
    let mut ends = corrections::missed(text);
    for boundary in boundaries(&masked) {
        let end = corrections::end_of_sentence(text, &masked, boundary);
        if !corrections::goes_on(text, end) {
            ends.push(end);
        }
    }
    ends.sort_unstable();
    ends.dedup();
    ends
}

fn boundaries(masked: &str) -> Vec<usize> {
    let mut boundaries = Vec::new();
    let mut start = 0;
    while start < masked.len() {
        let end = masked.floor_char_boundary(start + WINDOW);
        let found = English {}.get_sentence_boundaries(&masked[start..end]);
        let known = boundaries.len();
        boundaries
            .extend(found.iter().map(|boundary| start + boundary.end_byte).filter(|at| (start + 1..end).contains(at)));
        // The last sentence of a window may go on in the next; one that fills a window is cut.
        start = if end == masked.len() { end } else { boundaries[known..].last().copied().unwrap_or(end) };
    }
    boundaries
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::span::is_blank;

    fn sentences(text: &str) -> Vec<String> {
        let source = Source::new(text).unwrap();
        let whole = source.span(0..text.len()).unwrap();
        split(&source, whole).into_iter().map(|span| source.slice(span).to_owned()).collect()
    }

    /// `text` with " | " where a sentence ends must be cut there and nowhere else.
    fn check(text: &str) {
        let expected: Vec<&str> = text.split(" | ").collect();
        assert_eq!(sentences(&text.replace(" | ", " ")), expected);
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("\"We stay out.\" | The port closed.");
        check("“We stay out.” | The port closed. | (It opened on Monday.) | All went in.");
        check("She said: 'We stay out.' | The port closed.");
    }

    #[test]
    fn a_quotation_of_several_sentences_is_cut_at_each() {
        check("\"Cool crane, Ann. | Want to bring it here? | We should build more.\" | He smiled.");
        check("He wrote: ''We stay out. | We are many.'' | She nodded.");
    }

    #[test]
    fn a_sentence_goes_on_after_a_quotation_with_a_verb_of_saying() {
        check("\"Stop!\" he said. | He left.");
        check("\"Is it over?\" asked Bo. | He left.");
        check("\"Is it over?\" Ann Lee asked. | He left.");
        check("\"Is it over?\" | Ann Lee left the room.");
        check("\"It is over.\" | Ann Lee said why.");
        check("\"It is over.\" Ann Lee said. | He left.");
    }

    #[test]
    fn an_unpaired_mark_glues_nothing_together() {
        check("\"We stay out. | The port closed. | It opened on Monday.");
        check("We stay out.\" | The port closed. | (It opened on Monday. | All went in.");
        check("The dockers' union met. | It voted. | The ships' crews waited.");
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        check("J. K. Rowling met George W. Bush. | They talked.");
        check("Mr. Lee, Gen. Ford and Sen. Ann Poe met Dr. Roe on Sept. 5 in St. Ives. | They talked.");
        check("The U.S. Senate voted. | It sat at 5 p.m. on Monday.");
        check("He lives in the U.S. | The others don't.");
        check("Pier No. 5 is shut. | See p. 12 for more.");
        check("Talks open at 9 p.m. Eastern in Roe vs. The State. | They talked.");
        check("The S.&P. 500 fell. | It rose later.");
        check("It grew 3.5 percent, e.g. in May. | It fell later.");
    }

    #[test]
    fn a_figure_may_begin_a_sentence() {
        check("The dockers left. | 20 ships wait.");
        check("It cost little. | $3m was paid.");
        check("It ended in 2015. | 40 people were hurt.");
    }

    #[test]
    fn words_spelt_like_abbreviations_end_sentences() {
        check("The song is for me. | Danish dockers sang it. | They came in May. | Nobody fell ill. | All sang.");
        check("Was it shut? | No. | Pier No. 5 was.");
    }

    #[test]
    fn ellipses_addresses_and_names_with_marks_end_no_sentence() {
        check("We thought ... well, nothing. | He left.");
        check("We thought… well, nothing. | He left… | She stayed.");
        check("Write to ann.lee@example.org or see https://example.org/a.b?c=D. | He left.");
        check("Yahoo! said so. | He left.");
        check("Node.JS and Amazon.com fell. | He left.");
        check("Am 30. Oktober war es. | Er ging.");
    }

    #[test]
    fn a_missing_space_hides_no_sentence() {
        assert_eq!(sentences("The port closed.The mayor left."), ["The port closed.", "The mayor left."]);
    }

    #[test]
    fn other_scripts_end_their_sentences_too() {
        assert_eq!(sentences("雨が降った。船は出ない！なぜ？"), ["雨が降った。", "船は出ない！", "なぜ？"]);
        assert_eq!(sentences("هل توقف؟ نعم. ذهب."), ["هل توقف؟", "نعم.", "ذهب."]);
    }

    #[test]
    fn a_text_without_an_end_is_one_sentence() {
        check("Dockers walk out over crane plan");
        check("US President tweet to student");
        assert_eq!(sentences(" \n "), Vec::<String>::new());
        assert_eq!(sentences("…"), ["…"]);
    }

    #[test]
    fn the_end_of_a_window_cuts_no_sentence() {
        let text = "The dockers of the old harbour left at noon. ".repeat(500);
        assert_eq!(sentences(&text).len(), 500);
    }

    proptest! {
        #[test]
        fn sentences_are_in_order_and_cover_every_word(text in "([ \n.!?…\"“”'’()。a-cA-C1é字👍\u{200b}]|U\\.S\\.| [A-Z]){0,80}|.{0,80}") {
            let source = Source::new(text.clone()).unwrap();
            let whole = source.span(0..text.len()).unwrap();
            let mut covered = 0;
            for span in split(&source, whole) {
                prop_assert!(span.start() >= covered);
                prop_assert!(text[covered..span.start()].chars().all(is_blank));
                prop_assert_eq!(source.trimmed(span.range()), Some(span));
                covered = span.end();
            }
            prop_assert!(text[covered..].chars().all(is_blank));
        }
    }
}
