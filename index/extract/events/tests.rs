use insta::assert_snapshot;
use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::article::{self, Format};
use crate::span::Source;

fn document(text: &str) -> Document {
    let source = Source::new(format!("A headline from 2001\n\n{text}")).unwrap();
    let mut article = article::read(source, Format::Plain);
    article.published = Some(Date::new(2010, 10, 30).unwrap());
    Document::new(article)
}

/// The events of a text published on Saturday 30 October 2010, in the order in which they happened.
fn timeline(text: &str) -> String {
    let document = document(text);
    let mut extracted = Extracted::default();
    (super::super::figures::EXTRACTOR.extract)(&document, &mut extracted);
    extract(&document, &mut extracted);
    let show = |event: &Event| {
        let period = event.period.map_or("?".to_owned(), |period| period.to_string());
        let after = event.after.map_or(String::new(), |after| format!(" (after {})", document.text(after)));
        format!("{period}{after}: {}\n", document.text(event.span))
    };
    in_order(&document, &extracted.events).into_iter().map(show).collect()
}

#[test]
fn events_stand_in_the_order_in_which_they_happened() {
    assert_snapshot!(timeline(
        "Two ports closed their gates on Friday. The fleet left the bay after a bitter quarrel. A quarrel over nets broke out last month. \
         In 1998 the bay was divided; the treaty was signed in June 1999. Yesterday the mayors met, and tomorrow they plan to vote."
    ), @r"
    1998: In 1998 the bay was divided
    1999-06: the treaty was signed in June 1999.
    2010-09: A quarrel over nets broke out last month.
    ? (after a bitter quarrel): The fleet left the bay after a bitter quarrel.
    2010-10-29: Two ports closed their gates on Friday.
    2010-10-29: Yesterday the mayors met
    ");
}

#[test]
fn statements_states_and_plans_are_no_events() {
    for text in [
        "The mayor said on Tuesday that nets were dear.",
        "The port is close to the sea.",
        "The mayors say they will meet on Friday.",
        "The mayor said the council would meet on 9 December.",
        "The ferry will not sail on 9 December.",
        "If the mayor resigns, a vote will follow in December.",
        "The ferry may sail on 9 December.",
        "The mayor spoke after the meeting.",
        "\"We closed it in May,\" she said.",
        "They fish there.",
        "He said he hoped they left before January 2012.",
        "The disputed bay in 2010 is quiet.",
        "It has been shut since 2005.",
        "The taxes requested in arrears from 2006 to 2009 are under the old law.",
    ] {
        assert_eq!(timeline(text), "", "{text}");
    }
}

#[test]
fn what_will_happen_on_a_day_to_come_stands_after_what_happened() {
    assert_snapshot!(timeline(
        "The council will vote on 9 December. The ferry sank on Friday. The port closed in 2009 and it is shut. Schools will stay closed until at least 8 February. \
         The mayor resigned on 8 February."
    ), @r"
    2009: The port closed in 2009 and it is shut.
    2010-02-08: The mayor resigned on 8 February.
    2010-10-29: The ferry sank on Friday.
    2010-12-09: The council will vote on 9 December.
    2011-02-08: Schools will stay closed until at least 8 February.
    ");
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_event_is_in_the_order_once(text in "\\PC{0,200}") {
        let document = document(&text);
        let mut extracted = Extracted::default();
        (super::super::figures::EXTRACTOR.extract)(&document, &mut extracted);
        extract(&document, &mut extracted);
        prop_assert_eq!(in_order(&document, &extracted.events).len(), extracted.events.len());
    }
}
