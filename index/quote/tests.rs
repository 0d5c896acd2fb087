use super::*;
use crate::article::{self, Format};
use crate::span::Source;

const STORY: &str = "Harbour town votes\n\nMayor Ada Brook said: \u{201C}The harbour will not close \u{2013} not this year.\u{201D}\n\n\
    She added that the old crane, built in 1911, costs the town 40% of its budget.\n\n\
    Fisher Tom Reed said he had no plans to leave the quay.\n";

fn story() -> Story {
    Story::new("harbour", article::read(Source::new(STORY).unwrap(), Format::Plain), Vec::new())
}

/// The verdict, and each alteration as "quotation → story".
fn checked(quotation: &str) -> (QuoteVerdict, Vec<String>) {
    let story = story();
    let check = check(&story, quotation);
    let words = |citation: Option<Citation>| citation.map_or("", |citation| story.text(citation)).to_owned();
    let alterations = check.alterations.into_iter();
    let alterations = alterations.map(|one| format!("{} → {}", &quotation[one.quote], words(one.story)));
    (check.verdict, alterations.collect())
}

#[test]
fn twins_and_the_first_letter_make_no_difference() {
    for quotation in [
        "The harbour will not close - not this year.",
        "\"the harbour  will not\nclose \u{2014} not this year\"",
        "the old crane, built in 1911, costs the town 40%",
    ] {
        assert_eq!(checked(quotation), (QuoteVerdict::Verbatim, vec![]), "{quotation}");
    }
}

#[test]
fn one_changed_word_is_an_alteration() {
    assert_eq!(checked("The harbour will close - not this year."), (QuoteVerdict::Altered, vec![" → not".into()]));
    assert_eq!(
        checked("the old crane, built in 1921, costs the town 40%"),
        (QuoteVerdict::Altered, vec!["1921 → 1911".into()])
    );
    assert_eq!(checked("he really had no plans to leave the quay"), (QuoteVerdict::Altered, vec!["really → ".into()]));
    assert_eq!(checked("he had no plans to leave the Quay"), (QuoteVerdict::Altered, vec!["Quay → quay".into()]));
}

#[test]
fn pieces_must_follow_one_another() {
    assert_eq!(checked("The harbour will not close [\u{2026}] the old crane").0, QuoteVerdict::Verbatim);
    assert_eq!(checked("The harbour ... this year").0, QuoteVerdict::Verbatim);
    assert_ne!(checked("the old crane ... The harbour will not close").0, QuoteVerdict::Verbatim);
}

#[test]
fn other_words_are_absent() {
    for quotation in ["We shall fight on the beaches", "close the harbour", "crane old the"] {
        assert_eq!(checked(quotation).0, QuoteVerdict::Absent, "{quotation}");
    }
    for quotation in ["", " \u{2026} ", "?!"] {
        assert_eq!(checked(quotation).0, QuoteVerdict::Rejected, "{quotation}");
    }
}

proptest::proptest! {
    #[test]
    fn every_run_of_the_storys_words_is_verbatim(start in 0usize..30, length in 1usize..12) {
        let story = story();
        let tokens = story.document().tokens();
        let words: Vec<_> = tokens.iter().filter(|token| token.kind != crate::document::TokenKind::Mark).collect();
        let first = words[start % words.len()].span;
        let last = words[(start % words.len() + length).min(words.len() - 1)].span;
        let run = story.document().text(first.cover(last)).to_owned();
        proptest::prop_assert_eq!(check(&story, &run).verdict, QuoteVerdict::Verbatim);
    }

    #[test]
    fn no_pasted_text_makes_it_panic(text in "\\PC{0,200}") {
        check(&story(), &text);
    }
}
