use std::sync::Arc;

use proptest::prelude::*;
use verbatim_index::article::markdown;
use verbatim_index::facts;
use verbatim_index::span::Source;
use verbatim_index::story::Story;

use super::*;
use crate::reply::Listed;

/// The shipped story.
fn story() -> Arc<Story> {
    let brief = include_str!("../../../index/stories/rare-earths/brief.md");
    let facts = include_bytes!("../../../index/stories/rare-earths/facts.jsonl");
    let facts = facts::read("facts.jsonl", facts).unwrap();
    Arc::new(Story::new("rare-earths", markdown::read(Source::new(brief).unwrap()), facts))
}

fn figures(story: &Arc<Story>, about: Option<&str>) -> Reply {
    let found = answer::figures(story, about);
    Reply::Figures(Listed { story: story.clone(), found, speaker: None, about: about.map(str::to_owned) })
}

/// Width, height and whether every row of pixels is there.
fn decoded(png: &[u8]) -> (u32, u32, usize) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, info.buffer_size())
}

#[test]
fn a_chart_is_described_with_every_figure_in_its_own_words() {
    let picture = of(&figures(&story(), Some("world"))).unwrap();
    insta::assert_snapshot!(picture.description, @r"
    Chart: share of world rare-earth production · Figures compared · China.
    1990 · International Business Times: 27 percent (related fact, not the article).
    2010 · CNBC / The New York Times: 95 percent (related fact, not the article).
    2010 · CNBC / The New York Times: 93 percent (related fact, not the article).
    2010 · IndexMundi blog: 97 percent (related fact, not the article).
    published 30 October 2010 · Verbatim: about 97% (the article).
    2024 · Benchmark: 70 percent (related fact, not the article).
    Broken end: told as not exact.
    ");
}

#[test]
fn a_picture_is_twice_a_phones_width_and_the_same_each_time() {
    let story = story();
    let picture = of(&figures(&story, None)).unwrap();
    let (width, height, bytes) = decoded(&picture.png);
    assert_eq!((width, bytes), (800, 800 * 3 * height as usize));
    assert!((400..=1000).contains(&height), "{height}");
    assert!(picture.png.len() < 150_000, "{}", picture.png.len());
    assert_eq!(of(&figures(&story, None)).unwrap(), picture);
}

#[test]
fn a_description_holds_the_words_of_every_figure_that_is_shown() {
    let story = story();
    for series in story.series() {
        let description = picture(&story, series).unwrap().description;
        assert!(description.chars().count() <= 1024, "{description}");
        for point in series.points.iter().take(8) {
            assert!(description.contains(story.text(point.words)), "{description}");
        }
    }
}

#[test]
fn what_is_asked_about_chooses_the_figures() {
    let described = |about: &str| of(&figures(&story(), Some(about))).unwrap().description;
    assert!(described("export quota").contains("50,145 tonnes"), "{}", described("export quota"));
    assert!(described("supply").contains("more than 90 percent"), "{}", described("supply"));
    assert!(described("reserves").contains("55.7 percent"), "{}", described("reserves"));
}

#[test]
fn nothing_comparable_has_no_picture() {
    assert_eq!(of(&figures(&story(), Some("fish"))), None);
    assert_eq!(of(&Reply::Help), None);
}

fn story_of(text: &str) -> Story {
    Story::new("mill", verbatim_index::article::plain::read(Source::new(text).unwrap()), Vec::new())
}

#[test]
fn a_figure_that_is_reported_names_its_speaker() {
    let story =
        story_of("Mill\n\nOrre Mill made 40 tonnes in 2019 and more than 52 tonnes in 2020, Anna Bell told reporters.");
    let described = picture(&story, &story.series()[0]).unwrap().description;
    insta::assert_snapshot!(described, @r"
    Chart: Orre Mill made 40 tonnes in 2019 and more than 52 tonnes in 2020, Anna Bell told reporters. · Figures compared · Orre Mill.
    2019 · Anna Bell: 40 tonnes (reported in the article).
    2020 · Anna Bell: more than 52 tonnes (reported in the article).
    Arrow: the figure is a bound.
    ");
}

#[test]
fn words_are_cut_and_broken_to_their_width() {
    let hand = lettering::Hand { weight: lettering::Weight::Regular, size: 30.0 };
    let words = "the share of homes with a solar roof, and of barns";
    let lines = hand.lines(words, 300.0, 2);
    assert!(lines.len() == 2 && lines.iter().all(|line| hand.width(line) <= 300.0), "{lines:?}");
    assert!(lines[1].ends_with('…') && words.starts_with(&lines[0]), "{lines:?}");
    assert_eq!(hand.lines(words, 5000.0, 2), [words]);
    assert_eq!(hand.cut("word", 0.0), "…");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn any_figures_can_be_drawn(
        of in "(\\PC{0,80}|flour|)",
        amounts in prop::collection::vec(("(about |more than |up to |)", 0u64..u64::MAX), 2..12),
    ) {
        let told = amounts.iter().enumerate().map(|(at, (hedge, amount))| format!("{hedge}{amount} tonnes of {of} in {}", 1990 + at));
        let text = format!("Mill\n\nOrre Mill made {}.", told.collect::<Vec<_>>().join(", "));
        let story = story_of(&text);
        for series in story.series() {
            let picture = picture(&story, series).unwrap();
            prop_assert!(decoded(&picture.png).1 < 2000);
            prop_assert!(picture.description.chars().count() <= 2000);
        }
    }
}
