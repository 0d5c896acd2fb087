//! The first line is what somebody types, the rest is the article: asking and checking never panic, answer the same
//! twice, and every citation slices cleanly.

#![no_main]

use libfuzzer_sys::fuzz_target;
use verbatim_index::answer::{self, Answer, AskOptions};
use verbatim_index::article::{self, Format};
use verbatim_index::check::{self, Checked};
use verbatim_index::facts;
use verbatim_index::quote;
use verbatim_index::span::Source;
use verbatim_index::story::{Citation, CitedSource, Story};
use verbatim_index::summary;

mod slicing;

use slicing::Slicing;

const FACTS: &str = r#"{"id": "f1", "claim": "The port handled 400 ships — a third of them Danish — in 2019.", "disputed_by": ["f2"], "source": {"title": "Ships", "publisher": "Port office"}}
{"id": "f2", "claim": "Crane drivers said that “no more than 350” ships had called.", "speaker": "Crane drivers", "source": {"title": "Calls", "publisher": "Union"}}"#;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (typed, text) = text.split_once('\n').unwrap_or((text, ""));
    let story = new_story(text);
    ask(&story, typed);
    list(&story, typed);
    judge(&story, typed);
    assert_clean(&story, &summary::summarise(&story, 5));
});

fn new_story(text: &str) -> Story {
    let source = Source::new(text).expect("libFuzzer's inputs are far shorter than 4 GiB");
    let facts = facts::read("facts.jsonl", FACTS.as_bytes()).expect("these are facts");
    Story::new("story", article::read(source, Format::Plain), facts)
}

fn ask(story: &Story, typed: &str) {
    let options = AskOptions { ranked: 10, ..AskOptions::default() };
    let answer = answer::ask(story, typed, &options);
    assert_clean(story, &cited(&answer));
    let extracted = story.extracted();
    assert!(answer.statements.iter().all(|index| *index < extracted.statements.len()));
    assert!(answer.figures.iter().all(|index| *index < extracted.figures.len()));
    assert!(answer.dispute.iter().all(|index| *index < extracted.dispute.len()));
    assert!(answer.events.iter().all(|index| *index < extracted.events.len()));
    assert!(answer.related.iter().all(|index| *index < story.facts().len()));
    let again = answer::ask(&new_story(story.document().source().text()), typed, &options);
    assert_eq!(format!("{answer:?}"), format!("{again:?}"));
}

fn list(story: &Story, typed: &str) {
    let extracted = story.extracted();
    for said in [answer::said(story, Some(typed), None), answer::said(story, None, Some(typed))] {
        assert!(said.iter().all(|index| *index < extracted.statements.len()));
    }
    assert!(answer::figures(story, Some(typed)).iter().all(|index| *index < extracted.figures.len()));
    assert!(answer::dispute(story, Some(typed)).iter().all(|index| *index < extracted.dispute.len()));
    assert!(answer::timeline(story).iter().all(|index| *index < extracted.events.len()));
}

fn judge(story: &Story, typed: &str) {
    assert_checked(story, typed, &check::check(story, typed));
    let quotation = quote::check(story, typed);
    assert_clean(story, &quotation.because);
    for alteration in &quotation.alterations {
        assert!(typed.get(alteration.quote.clone()).is_some(), "{alteration:?} is no slice of {typed:?}");
        assert_clean(story, alteration.story.as_slice());
    }
}

fn assert_checked(story: &Story, typed: &str, checked: &Checked) {
    assert!(typed.get(checked.claim.clone()).is_some(), "{checked:?} is no slice of {typed:?}");
    assert_clean(story, &checked.because);
    for difference in &checked.differences {
        assert!(typed.get(difference.claim.clone()).is_some(), "{difference:?} is no slice of {typed:?}");
        assert_clean(story, &[difference.story]);
    }
    checked.parts.iter().for_each(|part| assert_checked(story, typed, part));
}

fn cited(answer: &Answer) -> Vec<Citation> {
    let evidence = answer.passages.iter().chain(&answer.nearest).chain(&answer.ranked);
    let single = [answer.lead, answer.premise, answer.did_you_mean.as_ref().map(|meant| meant.1)];
    let others = single.into_iter().flatten().chain(answer.candidates.iter().copied());
    evidence.map(|evidence| evidence.citation).chain(others).collect()
}

fn assert_clean(story: &Story, citations: &[Citation]) {
    for citation in citations {
        let source = match citation.source {
            CitedSource::Article => story.document().source(),
            CitedSource::Fact(fact) => &story.facts()[fact].claim,
        };
        Slicing::new(source).assert_clean([citation.span]);
        assert_eq!(story.passage(*citation).text, story.text(*citation));
    }
}
