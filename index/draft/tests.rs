use proptest::prelude::*;

use super::*;
use crate::article::{self, Format};
use crate::span::Source;

const STORY: &str = "\
Harbour council puts off bridge vote

PORT ELSIN, 6 February 2024 - The council of Port Elsin has put off a vote on a new bridge until March, its leader, \
Maria Lund, said on Tuesday.

\"We will not be rushed into this,\" Ms Lund told reporters. The bridge would cost some $3.2m, according to the engineers.

Officials said Ms Lund's deputy, Jon Abel, told the mayor of Arvel that the town had no intention of raising tolls.

The port handles about 40% of the region's grain. In 2019 it handled 1,200 ships. The port was opened on 3 May 1911.
";

fn read(id: &str, text: &str) -> Story {
    Story::new(id, article::read(Source::new(text).unwrap(), Format::Plain), Vec::new())
}

/// Each mark as `kind “words” verdict`, with what differs as `draft → story`.
fn marked(text: &str) -> Vec<String> {
    let (draft, story) = (read("draft", text), read("harbour", STORY));
    let checked = check(&draft, &story);
    let shown = |mark: &Mark| {
        let differences = mark.differences.iter().map(|difference| {
            let told = difference.story.map_or("", |citation| story.text(citation));
            format!(" [{} → {told}]", draft.document().text(difference.draft))
        });
        format!("{:?} “{}”{}", mark.found, draft.document().text(mark.at), differences.collect::<String>())
    };
    checked.marks.iter().map(shown).collect()
}

fn of_kind(kind: &str, text: &str) -> Vec<String> {
    marked(text).into_iter().filter(|mark| mark.starts_with(kind)).collect()
}

#[test]
fn every_quotation_is_verbatim_altered_anothers_or_absent() {
    let text = "\"We will not be rushed into this,\" Maria Lund said.\n\n\
        “We will never be rushed into this,” Ms Lund said. She called it “a plain swindle of the public”.\n\n\
        \"We will not be rushed into this,\" said Jon Abel.\n";
    assert_eq!(
        of_kind("Quotation", text),
        [
            "Quotation(Verbatim) “We will not be rushed into this,”",
            "Quotation(Altered) “We will never be rushed into this,” [never → not]",
            "Quotation(Absent) “a plain swindle of the public”",
            "Quotation(OtherSpeaker) “We will not be rushed into this,” [Jon Abel → Maria Lund]",
        ]
    );
}

#[test]
fn a_quotation_over_several_paragraphs_is_marked_in_each() {
    let text = "Maria Lund said: “We will not be rushed into this.\n\n“The bridge would cost some $3.2m.”\n";
    assert_eq!(of_kind("Quotation", text).len(), 2);
}

#[test]
fn every_figure_is_judged_by_its_sentence() {
    let text = "The port handles about 40% of the region's grain. The port handles 70% of the region's grain. \
        Some 40% of voters stayed at home. The ferry carries 512 cars.\n";
    assert_eq!(
        of_kind("Figure", text),
        [
            "Figure(Supported) “about 40%”",
            "Figure(Contradicted) “70%” [70% → 40%]",
            "Figure(Elsewhere) “Some 40%”",
            "Figure(Absent) “512”",
        ]
    );
}

#[test]
fn a_figure_that_stands_in_the_very_passage_is_not_against_the_story() {
    let story = read("ferry", "Ferry sinks\n\nAt least 34 people drowned and 27 were missing, the coast guard said.\n");
    let found =
        |text: &str| check(&read("draft", text), &story).marks.iter().map(|mark| mark.found).collect::<Vec<_>>();
    let figures = found("Some 27 people were missing, the coast guard said.\n");
    assert!(!figures.contains(&Found::Figure(FigureVerdict::Contradicted)), "{figures:?}");
}

#[test]
fn a_figure_in_a_quotation_is_judged_by_the_quotation() {
    let text = "The report says: \"The bridge would cost some $3.2m, according to the engineers.\" \
        Another: \"The bridge would cost some $4.5m, according to the engineers.\"\n";
    let figures = of_kind("Figure", text);
    assert!(figures[0].starts_with("Figure(Supported)"), "{figures:?}");
    assert!(figures[1].starts_with("Figure(Contradicted)"), "{figures:?}");
}

#[test]
fn every_date_agrees_differs_or_is_absent() {
    let text = "The port was opened on 3 May 1911. The port was opened on 4 May 1911. Maria Lund was born on 8 June \
        1970. A storm hit the town on 3 May 1911.\n";
    assert_eq!(
        of_kind("Date", text),
        [
            "Date(Supported) “3 May 1911”",
            "Date(Contradicted) “4 May 1911” [4 May 1911 → 3 May 1911]",
            "Date(Absent) “8 June 1970”",
            "Date(Elsewhere) “3 May 1911”",
        ]
    );
}

#[test]
fn a_weekday_of_an_unknown_week_is_not_against_a_date() {
    let story = read("vote", "Vote\n\nFebruary 6, 2024\n\nThe council voted on 5 February 2024. It met on Tuesday.\n");
    let date = |text: &str| check(&read("draft", text), &story).marks.pop().unwrap().found;
    assert_eq!(date("The council voted on Monday.\n"), Found::Date(FigureVerdict::Elsewhere));
    assert_eq!(date("February 7, 2024\n\nThe council voted on Monday.\n"), Found::Date(FigureVerdict::Supported));
    assert_eq!(date("February 14, 2024\n\nThe council voted on Monday.\n"), Found::Date(FigureVerdict::Contradicted));
}

#[test]
fn every_name_is_in_the_story_misspelt_or_absent() {
    let text = "Maria Lundt met John Abel and Pia Horn in Port Elsen. Ms Lund left for Arvel.\n";
    assert_eq!(
        of_kind("Name", text),
        [
            "Name(Misspelt) “Maria Lundt” [Maria Lundt → Maria Lund]",
            "Name(Misspelt) “John Abel” [John Abel → Jon Abel]",
            "Name(Absent) “Pia Horn”",
            "Name(Misspelt) “Port Elsen” [Port Elsen → Port Elsin]",
            "Name(InStory) “Lund”",
            "Name(InStory) “Arvel”",
        ]
    );
}

#[test]
fn another_country_is_no_misspelling() {
    let (draft, story) =
        (read("draft", "Ships came from Iran.\n"), read("iraq", "Ships wait\n\nShips came from Iraq.\n"));
    let names = check(&draft, &story).marks;
    assert!(names.iter().all(|mark| mark.found != Found::Name(NameVerdict::Misspelt)), "{names:?}");
}

#[test]
fn a_sentence_that_the_story_tells_otherwise_is_marked_though_it_has_no_figure() {
    let claims =
        of_kind("Claim", "The town had an intention of raising tolls. The town had no intention of raising tolls.");
    assert_eq!(claims.len(), 1, "{claims:?}");
    assert!(claims[0].contains("had an intention"), "{claims:?}");
}

#[test]
fn the_worst_mark_says_how_a_draft_stands() {
    let story = read("harbour", STORY);
    let standing = |text: &str| check(&read("draft", text), &story).standing();
    assert_eq!(standing(""), Standing::Good);
    assert_eq!(standing("The port handles about 40% of the region's grain.\n"), Standing::Good);
    assert_eq!(standing("The ferry carries 512 cars.\n"), Standing::Open);
    assert_eq!(standing("The ferry carries 512 cars. The port handles 70% of the region's grain.\n"), Standing::Wrong);
}

#[test]
fn a_story_agrees_with_itself() {
    let story = read("harbour", STORY);
    let wrong: Vec<_> =
        check(&story, &story).marks.into_iter().filter(|mark| mark.found.standing() != Standing::Good).collect();
    let shown: Vec<_> = wrong.iter().map(|mark| (mark.found, story.document().text(mark.at))).collect();
    assert!(wrong.is_empty(), "{shown:?}");
}

#[test]
fn the_two_versions_of_a_piece_are_cut_word_by_word() {
    let (draft, story) =
        (read("draft", "“We will never be rushed into this,” Ms Lund said.\n"), read("harbour", STORY));
    let checked = check(&draft, &story);
    let quotation = checked.marks.iter().find(|mark| matches!(mark.found, Found::Quotation(_))).unwrap();
    let shown: Vec<String> = quotation
        .stretches(&draft)
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Same(span) => draft.document().text(span).to_owned(),
            Stretch::Changed(Difference { draft: words, story: told }) => {
                format!("[{}|{}]", draft.document().text(words), told.map_or("", |citation| story.text(citation)))
            }
        })
        .collect();
    assert_eq!(shown, ["We will ", "[never|not]", " be rushed into this,"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_draft_can_be_checked_and_every_mark_is_a_slice_of_it(text in "(\\PC|[\n\"“”'‘’.,%0-9 ]|Lund|Port Elsin|40%|3 May 1911){0,60}") {
        let (draft, story) = (read("draft", &text), read("harbour", STORY));
        let checked = check(&draft, &story);
        for mark in &checked.marks {
            prop_assert!(!draft.document().text(mark.at).is_empty());
            let shown: usize = mark.stretches(&draft).iter().map(|stretch| match stretch {
                Stretch::Same(span) => span.len(),
                Stretch::Changed(difference) => difference.draft.len(),
            }).sum();
            prop_assert_eq!(shown, mark.at.len());
        }
    }
}
