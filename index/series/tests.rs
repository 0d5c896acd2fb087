use proptest::prelude::*;

use super::*;
use crate::article::plain;
use crate::facts;
use crate::span::Source;

fn story_with(text: &str, facts: &str) -> Story {
    let mut article = plain::read(Source::new(text).unwrap());
    article.published = "2026-03-14".parse().ok();
    Story::new("mill", article, facts::read("facts.jsonl", facts.as_bytes()).unwrap())
}

fn fact(id: &str, claim: &str, fields: &str) -> String {
    let source = r#""source":{"title":"Yearbook","publisher":"Millers' Union","url":null,"published":"2026"}"#;
    format!("{{\"id\":\"{id}\",\"claim\":\"{claim}\",{fields},{source}}}\n")
}

fn when(time: Time) -> String {
    match time {
        Time::Told(period) => period.to_string(),
        Time::Published(date) => format!("published {date}"),
        Time::Unknown => "?".to_owned(),
    }
}

/// Each series as its heading and, a line a point: time, holder, words, and a star for what isn't exact.
fn shown(story: &Story) -> String {
    let mut lines = Vec::new();
    for series in story.series() {
        lines.push(format!("{:?} · {}", series.over, series.title(story)));
        for point in &series.points {
            let holder = point.holder(story).unwrap_or("-");
            let star = if point.approximate { " *" } else { "" };
            let source = if point.is_of_article() { "article" } else { "fact" };
            lines.push(format!("  {} {holder}: {}{star} ({source})", when(point.time), story.text(point.words)));
        }
    }
    lines.join("\n")
}

fn told(text: &str) -> String {
    shown(&story_with(&format!("Mill news\n\n{text}"), ""))
}

#[test]
fn figures_of_one_sentence_with_only_times_between_them_are_compared() {
    insta::assert_snapshot!(told("The share of homes with solar roofs rose from 18% in 2015 to about 31% in 2020."), @r#"
    Time · The share of homes with solar roofs rose from 18% in 2015 to about 31% in 2020.
      2015 -: 18% (article)
      2020 -: about 31% * (article)
    "#);
    insta::assert_snapshot!(told("The mill sold 40,000 tonnes in 2019, compared with 52,000 tonnes in 2020."), @r#"
    Time · The mill sold 40,000 tonnes in 2019, compared with 52,000 tonnes in 2020.
      2019 The mill: 40,000 tonnes (article)
      2020 The mill: 52,000 tonnes (article)
    "#);
}

#[test]
fn figures_of_several_holders_at_one_time_are_compared() {
    insta::assert_snapshot!(told("China supplied 60%, Australia 15% and Brazil 10% in 2024."), @r#"
    Holders · China supplied 60%, Australia 15% and Brazil 10% in 2024.
      2024 China: 60% (article)
      2024 Australia: 15% (article)
      2024 Brazil: 10% (article)
    "#);
}

#[test]
fn sentences_that_differ_only_in_figure_and_time_are_compared() {
    insta::assert_snapshot!(told(
        "In 2019 the mill made 40 tonnes of flour.\n\nThe weather was good.\n\nThe mill made nearly 52 tonnes of flour in 2020."
    ), @r#"
    Time · flour
      2019 the mill: 40 tonnes (article)
      2020 The mill: nearly 52 tonnes * (article)
    "#);
}

#[test]
fn figures_of_different_things_are_not_compared() {
    for text in [
        "Sales grew 10% in 2019 and 8% of shops closed in 2020.",
        "Sales grew 10% in 2019 and 8% fewer people came in 2020.",
        "In 2019 the mill made 40 tonnes of flour.\n\nThe mill made 52 tonnes of bran in 2020.",
        "In 2019 the mill made 40 tonnes of flour.\n\nThe mill sold 52 tonnes of flour in 2020.",
        "In 2019 the mill made 40 tonnes of flour.\n\nThe mill will make 52 tonnes of flour in 2027.",
        "In 2019 the mill made 40 tonnes of flour.\n\nThe mill made 52 litres of flour in 2020.",
        "In May 40% of people backed the plan and 30% opposed it in June.",
        "It raised its stake from 10% to 15%.",
        "The mill won 2-1 in 2019 and 3-1 in 2020.",
        "The mill made 40 tonnes of flour.\n\nIt made 40 tonnes of flour.",
    ] {
        assert_eq!(told(text), "", "{text}");
    }
}

const SHARES: &[(&str, &str)] = &[
    (
        "a",
        r#""value":35,"unit":"percent","of":"the mill's share of flour","measure":"share of the valley's flour production","by":"Orre Mill","year":2024"#,
    ),
    (
        "b",
        r#""value":50,"unit":"percent (more than)","of":"the mill's share of flour","measure":"share of the valley's flour production","by":"Orre Mill","year":2020"#,
    ),
    (
        "c",
        r#""value":[20,25],"unit":"percent (range)","of":"the mill's share of bran","measure":"share of the valley's bran production","by":"Orre Mill","year":2020"#,
    ),
];

fn shares() -> String {
    let claims = [
        "Orre Mill made 35% of the valley's flour in 2024.",
        "Orre Mill made more than 50 percent of the valley's flour in 2020.",
        "Orre Mill made between 20 and 25 percent of the valley's bran in 2020.",
    ];
    SHARES.iter().zip(claims).map(|((id, fields), claim)| fact(id, claim, fields)).collect()
}

#[test]
fn the_articles_figure_joins_facts_that_measure_the_same() {
    let text = "Flour is dear\n\nOrre Mill produces some 40% of the valley's flour.";
    insta::assert_snapshot!(shown(&story_with(text, &shares())), @r#"
    Time · share of the valley's flour production
      2020 Orre Mill: more than 50 percent (fact)
      2024 Orre Mill: 35% (fact)
      published 2026-03-14 Orre Mill: some 40% * (article)
    "#);
}

#[test]
fn the_articles_figure_joins_no_facts_of_another_thing_holder_or_unit() {
    for sentence in [
        "Orre Mill consumes some 40% of the valley's flour.",
        "Orre Mill could produce some 40% of the valley's flour.",
        "Orre Mill produces some 40% of the valley's white flour.",
        "Denby Mill produces some 40% of the valley's flour.",
        "Orre Mill produces some 40 tonnes of the valley's flour.",
    ] {
        let story = story_with(&format!("Flour is dear\n\n{sentence}"), &shares());
        let is_alone = story.series().iter().all(|series| !series.is_of_article());
        assert!(is_alone, "{sentence}\n{}", shown(&story));
    }
}

#[test]
fn words_that_point_back_to_the_headline_are_of_what_it_names() {
    let text = "Valley runs short of flour\n\nOrre Mill produces some 40% of these goods.";
    let facts =
        shares().replace("the valley's flour", "world flour").replace("share of the valley's", "share of world");
    let story = story_with(text, &facts);
    assert!(story.series().first().is_some_and(Series::is_of_article), "{}", shown(&story));
}

#[test]
fn facts_of_several_holders_are_compared_within_one_year_and_source_only() {
    let field = |by: &str, value: u32, year: u32| {
        format!(
            r#""value":{value},"unit":"tonnes","of":"{by}'s flour","measure":"flour made","by":"{by}","year":{year}"#
        )
    };
    let facts = fact("a", "Orre made 40 tonnes in 2024.", &field("Orre", 40, 2024))
        + &fact("b", "Denby made 70 tonnes in 2024.", &field("Denby", 70, 2024))
        + &fact("c", "Elsin made 90 tonnes in 2023.", &field("Elsin", 90, 2023))
        + &fact("d", "Asker made 60 tonnes in 2024.", &field("Asker", 60, 2024)).replace("Yearbook", "Survey");
    insta::assert_snapshot!(shown(&story_with("Mill news\n\nFlour is dear.", &facts)), @r#"
    Holders · flour made
      2024 Denby: 70 tonnes (fact)
      2024 Orre: 40 tonnes (fact)
    "#);
}

#[test]
fn a_fact_whose_claim_does_not_say_its_value_is_left_out() {
    let facts = shares().replace("made 35%", "made a third");
    assert_eq!(shown(&story_with("Mill news\n\nFlour is dear.", &facts)), "");
}

#[test]
fn the_shipped_storys_series() {
    let article = crate::article::markdown::read(Source::new(include_str!("../stories/rare-earths/brief.md")).unwrap());
    let facts = facts::read("facts.jsonl", include_bytes!("../stories/rare-earths/facts.jsonl")).unwrap();
    insta::assert_snapshot!(shown(&Story::new("rare-earths", article, facts)), @r#"
    Time · share of world rare-earth production
      1990 China: 27 percent (fact)
      2010 China: 95 percent (fact)
      2010 China: 93 percent (fact)
      2010 China: 97 percent (fact)
      published 2010-10-30 China: about 97% * (article)
      2024 China: 70 percent (fact)
    Holders · rare-earth mine production
      2024 China: 270,000 tons (fact)
      2024 The United States: an estimated 45,000 tons * (fact)
      2024 Australia: 13,000 tons (fact)
      2024 India: 2,900 tons (fact)
      2024 Russia: 2,500 tons (fact)
      2024 Vietnam: 300 tons (fact)
      2024 Malaysia: about 130 tons * (fact)
    Time · Chinese rare-earth export quota, all exporters
      2009 -: 50,145 tonnes (fact)
      2010 -: 30,258 tonnes (fact)
      2011 -: 30,246 tonnes (fact)
      2012 -: 30,996 tonnes (fact)
      2013 -: 30,999 tonnes (fact)
      2014 -: 30,611 tonnes (fact)
    Time · Chinese rare-earth export licences (apparently domestic exporters only)
      2005 -: about 50,000 tonnes * (fact)
      2006 -: about 45,000 tonnes * (fact)
      2007 -: about 40,000 tonnes * (fact)
      2008 -: 34,156 tonnes (fact)
    Time · share of world rare-earth supply
      2009 China: 97 percent (fact)
      2010 China: 97 percent (fact)
      2010 China: more than 90 percent (fact)
    Sources · share of world rare-earth reserves
      2010 China: 36 percent (fact)
      2010 China: 55.7 percent (fact)
    Holders · share of world rare-earth production
      2010 China: 97 percent (fact)
      2010 India: 2 percent (fact)
    "#);
}

proptest! {
    #[test]
    fn any_figures_give_series_of_two_or_more_in_one_unit(
        parts in prop::collection::vec("(from |to |and |, |China |the mill made |in 2019 |in 2020 |40% |about 31% |[0-9]{1,4} tonnes |of flour |\\. |\\n\\n|\\PC{0,6} )", 0..40),
    ) {
        let story = story_with(&format!("Mill\n\n{}", parts.concat()), &shares());
        for series in story.series() {
            prop_assert!(series.points.len() > 1);
            for point in &series.points {
                prop_assert!(point.extent.least() <= point.extent.most());
                prop_assert!(story.text(point.passage).contains(story.text(point.words)));
            }
        }
    }
}
