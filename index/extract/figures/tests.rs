use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;
use crate::article::{self, Format};

/// The figures of a text published on Saturday 30 October 2010, one a line.
fn figures(text: &str) -> String {
    let source = Source::new(format!("Headline without figures\n\n{text}")).unwrap();
    let mut article = article::read(source, Format::Plain);
    article.published = Some(Date::new(2010, 10, 30).unwrap());
    let document = Document::new(article);
    let mut extracted = Extracted::default();
    extract(&document, &mut extracted);
    extracted.figures.iter().map(|figure| format!("{}\n", shown(&document, figure))).collect()
}

fn shown(document: &Document, figure: &Figure) -> String {
    let mut line = format!("{}: ", document.text(figure.span));
    if let Some(value) = figure.value {
        line.push_str(&format!("{value} "));
    }
    if figure.low.is_some() || figure.high.is_some() {
        let end = |end: Option<f64>| end.map_or(String::new(), |end| end.to_string());
        line.push_str(&format!("[{}..{}] ", end(figure.low), end(figure.high)));
    }
    line.push_str(&format!("{:?}", figure.unit));
    if figure.approximate {
        line.push_str(" approximate");
    }
    for (role, span) in [("of", figure.of), ("by", figure.by), ("when", figure.when)] {
        if let Some(span) = span {
            line.push_str(&format!(" | {role} {}", document.text(span)));
        }
    }
    if let Some(period) = figure.period {
        line.push_str(&format!(" | {period}"));
    }
    line
}

#[test]
fn a_share_has_its_whole_its_holder_and_its_hedge() {
    assert_snapshot!(figures(
        "Chile mines some 32% of the metal, which is used in wires. About two-thirds of the crop were exported by Peru last year. \
         Norway has also reached an agreement. The firm accounts for 40 per cent of the market. Prices saw a 5% rise."
    ), @r"
    some 32%: 32 Percent approximate | of the metal | by Chile
    About two-thirds: 66.67 Percent approximate | of the crop | by Peru | when last year | 2009
    last year: Date | 2009
    40 per cent: 40 Percent | of the market | by The firm
    5%: 5 Percent | of rise | by Prices
    ");
}

#[test]
fn counts_measures_money_and_durations_have_their_units() {
    assert_snapshot!(figures(
        "Five islands were claimed. Police arrested a 14-year-old boy. The town spent $2.5bn on a three-day meeting. \
         The ship carried 5,000 tonnes of rice over 300 miles. More than a dozen people were injured. Dozens of boats left. \
         He paid 30m yuan. It cost between £10 and £15. The bridge is 2.5km long. Winds of 80 miles per hour and gusts of 165km/h hit the coast. \
         It was the third attack in two weeks. The home side won 2-1. Support fell by 3 percentage points."
    ), @r#"
    Five: 5 Count | of islands
    14-year-old: 14 Duration("year") | of boy
    $2.5bn: 2500000000 Money("USD") | by The town
    three-day: 3 Duration("day") | of meeting
    5,000 tonnes: 5000 Measure("tonne") | of rice | by The ship
    over 300 miles: 300 [300..] Measure("mile")
    More than a dozen: 12 [12..] Count | of people
    Dozens: Count approximate | of boats
    30m yuan: 30000000 Money("CNY")
    between £10 and £15: [10..15] Money("GBP")
    2.5km: 2.5 Measure("kilometre")
    80 miles per hour: 80 Measure("mile per hour")
    165km/h: 165 Measure("kilometre per hour")
    third: 3 Ordinal | of attack
    two weeks: 2 Duration("week")
    2-1: Measure("score") | by The home side
    3 percentage points: 3 Measure("percentage point")
    "#);
}

#[test]
fn a_noun_phrase_ends_before_verbs_and_is_no_owner() {
    assert_snapshot!(figures(
        "At least 107 killed in a fall. 48 percent chose the mayor. A survey of 1709 schoolchildren began. \
         Three of Anna's \"old friends\" came. The account 672138506081275904 closed."
    ), @r"
    At least 107: 107 [107..] Count
    48 percent: 48 Percent
    1709: 1709 Count | of schoolchildren
    ");
}

#[test]
fn a_figure_is_of_no_adjective_and_by_no_verb() {
    assert_snapshot!(figures(
        "She refused to approve a £9m bridge. The firm wants to build a 30-storey hotel. The bank weighed a sweetened offer of between 30p and 45p a share. \
         The risk was between 8% and 11% lower than before. The link was weaker, 19% rather than 26%. A 90th-minute goal won it. \
         He joined for £4m in July. Sales rose to £5m in the year to June. The town owns three boats. She was the second-largest owner."
    ), @r#"
    £9m: 9000000 Money("GBP") | of bridge
    30-storey: 30 Count
    between 30p and 45p: [0.3..0.45] Money("GBP")
    between 8% and 11%: [8..11] Percent
    19%: 19 Percent
    26%: 26 Percent
    90th-minute: 90 Ordinal
    £4m: 4000000 Money("GBP") | when July | 2010-07
    July: Date | 2010-07
    £5m: 5000000 Money("GBP") | when June | 2010-06
    June: Date | 2010-06
    three: 3 Count | of boats | by The town
    second: 2 Ordinal | of largest owner
    "#);
}

#[test]
fn a_number_whose_noun_was_told_before_is_a_figure_and_a_length_of_time_has_only_its_own_day() {
    assert_snapshot!(figures(
        "Four people died in Lima and two in Quito. The quarrel was between the two in Quito. \
         Ms Lund, who led it for nine years, left on 3 May. They talked for nine hours on Friday."
    ), @r#"
    Four: 4 Count | of people
    two: 2 Count
    nine years: 9 Duration("year")
    3 May: Date | 2010-05-03
    nine hours: 9 Duration("hour") | when Friday | 2010-10-29
    Friday: Date | 2010-10-29
    "#);
}

#[test]
fn an_age_is_in_years_and_the_number_of_a_list_is_not() {
    assert_snapshot!(figures(
        "Ana Lund, 22, rowed. They asked 900 people aged 55 to 79. In Lima, 22, and in Quito, 15 boats sank. He won 5, 7 and 9 races."
    ), @r#"
    22: 22 Duration("year") | of Ana Lund
    900: 900 Count | of people
    55 to 79: [55..79] Duration("year")
    22: 22 Count
    15: 15 Count | of boats
    5: 5 Count
    7: 7 Count
    9: 9 Count | of races
    "#);
}

#[test]
fn a_score_stands_beside_names_of_teams_and_a_range_does_not() {
    assert_snapshot!(figures(
        "Rovers beat Weston Athletic 3-2. Weston Athletic 2-3 Rovers. The talks took 2-3 days. A Boeing 737-800 landed. It was a 1-2 defeat."
    ), @r#"
    3-2: Measure("score")
    2-3: Measure("score")
    2-3 days: [2..3] Duration("day")
    1-2: Measure("score")
    "#);
}

#[test]
fn dates_are_figures_with_their_days() {
    assert_snapshot!(figures(
        "During the 1990s and for much of the past decade, the mines grew. The row began last month. \
         Exports fell to 50 tonnes in 2009, but rose to 70 tonnes this year. He was born on 3 May 1960."
    ), @r#"
    During the 1990s: Date | 1990s
    much of the past decade: Date | 2000/2010
    last month: Date | 2010-09
    50 tonnes: 50 Measure("tonne") | when 2009 | 2009
    2009: Date | 2009
    70 tonnes: 70 Measure("tonne") | when this year | 2010
    this year: Date | 2010
    3 May 1960: Date | 1960-05-03
    "#);
}

#[test]
fn what_counts_nothing_is_no_figure() {
    for text in [
        "The dispute between the two went on.",
        "No one knew which one of them had come.",
        "The G20 met, and an F-16 and a Boeing 747 flew over Route 66.",
        "They may march for a second time.",
        "The three-way talks and the two-party system failed.",
        "Call 020 7946 0123.",
        "Most of them left, and nearly all of the rest followed.",
        "At first she was one who came first.",
        "See http://example.com/2010/10/30 for more.",
    ] {
        assert_eq!(figures(text), "", "{text}");
    }
}

#[test]
fn a_claims_figure_is_held_against_the_storys() {
    let figure = |text: &str| find_in_text(&Source::new(text).unwrap(), None).remove(0);
    for (claim, story, expected) in [
        ("It produces 97 per cent of it.", "It produces some 97% of it.", Comparison::Firmer),
        ("It produces 79% of it.", "It produces some 97% of it.", Comparison::Differs),
        ("It cost $5m.", "It cost 5 million dollars.", Comparison::Same),
        ("It cost $5m.", "It cost £5m.", Comparison::Unlike),
        ("A share cost £4.60.", "A share cost 460p.", Comparison::Same),
        ("A share cost £460.", "A share cost 460p.", Comparison::Differs),
        ("Half of the men left.", "50% of the men left.", Comparison::Same),
        ("It began in 2010.", "It began in October 2010.", Comparison::Vaguer),
        ("It began in 2009.", "It began in October 2010.", Comparison::Differs),
    ] {
        assert_eq!(figure(claim).compare(&figure(story)), expected, "{claim} against {story}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_span_slices(text in "\\PC{0,200}") {
        let source = Source::new(text).unwrap();
        for figure in find_in_text(&source, Date::new(2010, 10, 30).ok()) {
            for span in [Some(figure.span), figure.of, figure.by, figure.when, figure.hedge].into_iter().flatten() {
                prop_assert!(!source.slice(span).is_empty());
            }
        }
    }

    #[test]
    fn any_words_of_measure_are_read_without_panic(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "China", "has", "produces", "97", "%", "of", "the", "tonnes", "-", "year", "old", "boy", "$", "5m", "dollars", "per", "cent", "2",
            "1", "accounts", "for", "was", "made", "by", "third", "square", "km", "°", "C", "two", "weeks", "ago", ",", "and", "US", "0",
        ]), 0..20),
        joint in proptest::sample::select(vec![" ", ""]),
    ) {
        let source = Source::new(words.join(joint)).unwrap();
        for pair in find_in_text(&source, None).windows(2) {
            prop_assert!(pair[0].span.start() <= pair[1].span.start());
        }
    }
}
