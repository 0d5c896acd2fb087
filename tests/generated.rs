//! What must hold for any text at all, checked on generated ones through the engine's public names.

use proptest::prelude::*;
use verbatim_index::answer::{self, AskOptions, Outcome};
use verbatim_index::article::{self, Format};
use verbatim_index::span::Source;
use verbatim_index::story::{Citation, Story};
use verbatim_index::{check, quote, summary};

/// Words that news is made of, and characters that break what counts bytes.
fn piece() -> impl Strategy<Value = String> {
    let news = [
        "The minister",
        "Ada Pell",
        "said",
        "that",
        "according to",
        "\"",
        "“",
        "”",
        "'",
        "97%",
        "some",
        "$3.2m",
        "in 2019",
        "the islands",
        "claimed by",
        "controlled by",
        "known in",
        "as",
        "on Monday",
        ".",
        "!",
        "?",
        ",",
        ":",
        " - ",
        "…",
        "\n\n",
        "\r\n\r\n",
        "\n",
        "not",
        "more than",
        "told",
        "him",
        "\u{feff}",
        "🎉",
        "祭り",
        "e\u{301}",
        "\u{200d}",
        "\t",
        "# ",
        "* ",
        "> ",
        "---\n",
        "title: x\n",
        "[a](b)",
        "&amp;",
        "<b>",
    ];
    prop_oneof![4 => prop::sample::select(news.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..120).prop_map(|pieces| pieces.join(" "))
}

fn story(text: &str, format: Format) -> Story {
    let source = Source::new(text).expect("a generated text is short");
    Story::new("generated", article::read(source, format), Vec::new())
}

/// Checks that a citation's words are the slice of the text that its offsets say.
fn check_citation(story: &Story, citation: Citation, text: &str) {
    let passage = story.passage(citation);
    let slice: String = text.chars().skip(passage.scalars.start).take(passage.scalars.len()).collect();
    assert_eq!(passage.text, slice);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_citation_of_every_answer_is_a_slice_of_the_text(text in text(), typed in text()) {
        for format in [Format::Plain, Format::Markdown] {
            let story = story(&text, format);
            let options = AskOptions { ranked: 5, ..AskOptions::default() };
            let answer = answer::ask(&story, &typed, &options);
            let scored = answer.passages.iter().chain(&answer.nearest).chain(&answer.ranked);
            let cited = scored.map(|evidence| evidence.citation).chain(answer.lead).chain(answer.premise);
            let cited = cited.chain(answer.candidates.iter().copied());
            let cited = cited.chain(check::check(&story, &typed).because).chain(quote::check(&story, &typed).because);
            for citation in cited.chain(summary::summarise(&story, 3)) {
                check_citation(&story, citation, &text);
            }
        }
    }

    #[test]
    fn every_annotation_is_a_slice_of_the_text(text in text()) {
        for format in [Format::Plain, Format::Markdown] {
            let story = story(&text, format);
            for annotation in story.extracted().annotations() {
                check_citation(&story, story.cite(annotation.span()), &text);
            }
        }
    }

    #[test]
    fn a_silence_holds_no_evidence_and_an_answer_holds_some(text in text(), typed in text()) {
        let answer = answer::ask(&story(&text, Format::Plain), &typed, &AskOptions::default());
        let evidence = answer.passages.len() + answer.statements.len() + answer.figures.len()
            + answer.dispute.len() + answer.events.len();
        let is_answered = answer.outcome == Outcome::Answered;
        prop_assert_eq!(is_answered, evidence > 0);
        prop_assert_eq!(is_answered, answer.lead.is_some());
    }

    #[test]
    fn the_same_text_and_question_give_the_same_answer(text in text(), typed in text()) {
        let answer = || format!("{:?}", answer::ask(&story(&text, Format::Plain), &typed, &AskOptions::default()));
        prop_assert_eq!(answer(), answer());
    }
}
