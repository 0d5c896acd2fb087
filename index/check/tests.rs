use super::*;
use crate::article::{self, Format};
use crate::span::Source;

const STORY: &str = "Harbour town votes\n\nThe town of Elmouth will not close its old harbour this year.\n\n\
    The crane was built in 1911 and costs the town 40% of its budget.\n\n\
    Denby has sold 12 boats to Norway since May.\n\n\
    The wreck is thought to contain coal.\n";

fn verdict(claim: &str) -> Verdict {
    let article = article::read(Source::new(STORY).unwrap(), Format::Plain);
    check(&Story::new("harbour", article, Vec::new()), claim).verdict
}

#[test]
fn a_sentence_of_marks_alone_is_compared_with_nothing() {
    let article = article::read(Source::new("! 97%").unwrap(), Format::Plain);
    assert_eq!(check(&Story::new("marks", article, Vec::new()), "claimed by 97%").verdict, Verdict::NotInStory);
}

#[test]
fn the_storys_own_words_are_supported() {
    for claim in [
        "The town of Elmouth will not close its old harbour this year.",
        "The crane was built in 1911.",
        "denby has sold twelve boats to Norway",
    ] {
        assert_eq!(verdict(claim), Verdict::Supported, "{claim}");
    }
}

#[test]
fn a_changed_number_name_or_negation_contradicts() {
    for claim in [
        "The town of Elmouth will close its old harbour this year.",
        "The crane was built in 1921.",
        "The crane costs the town 45% of its budget.",
        "Denby has sold 12 boats to Sweden since May.",
        "Denby has bought 12 boats from Norway since May.",
    ] {
        assert_eq!(verdict(claim), Verdict::Contradicted, "{claim}");
    }
}

#[test]
fn what_the_story_leaves_open_is_not_in_it() {
    for claim in ["The wreck contains coal.", "The mayor has resigned.", "The crane will be sold to Norway."] {
        assert_eq!(verdict(claim), Verdict::NotInStory, "{claim}");
    }
    assert_eq!(verdict("…?"), Verdict::Rejected);
}

#[test]
fn a_compound_claim_is_contradicted_by_one_wrong_part() {
    let claim = "The crane was built in 1911, and Denby has sold 13 boats to Norway since May.";
    assert_eq!(verdict(claim), Verdict::Contradicted);
}

/// A story of who did what to whom.
const MATCH: &str = "Ferry dispute\n\nRed Line has rejected an offer from the group Blue Star.\n\n\
    Tolland fouled Marsh in the 60th minute, and 58% of fans backed Reid, while 27% opposed him.\n\n\
    At least 17 people were hurt when the pier gave way.\n\n\
    Captain Anna Weir denied that she ignored the alarm.\n\n\
    \u{201C}The boat was never safe,\u{201D} said Tom Pike. \u{201C}Nobody checked it,\u{201D} he added.\n\n\
    We can\u{2019}t say that ferries prevent floods, Dr Lena Holt said.\n\n\
    Norway mines rare salts. It produces some 97% of these valuable goods.\n";

fn verdict_of_match(claim: &str) -> Verdict {
    let article = article::read(Source::new(MATCH).unwrap(), Format::Plain);
    check(&Story::new("match", article, Vec::new()), claim).verdict
}

#[test]
fn the_same_words_in_another_arrangement_are_not_supported() {
    for claim in [
        "Blue Star has rejected an offer from Red Line",
        "Marsh fouled Tolland in the 60th minute",
        "Tolland was fouled by Marsh",
        "58% of fans opposed Reid",
        "27% of fans backed Reid",
    ] {
        assert_ne!(verdict_of_match(claim), Verdict::Supported, "{claim}");
    }
    assert_eq!(verdict_of_match("Blue Star has rejected an offer from Red Line"), Verdict::Contradicted);
}

#[test]
fn the_other_voice_says_the_same() {
    assert_eq!(verdict_of_match("Marsh was fouled by Tolland in the 60th minute"), Verdict::Supported);
}

#[test]
fn another_verb_is_another_claim() {
    assert_eq!(verdict_of_match("Red Line has made an offer for Blue Star"), Verdict::NotInStory);
}

#[test]
fn what_is_denied_or_said_under_another_bound_is_left_open() {
    for claim in [
        "Anna Weir ignored the alarm",
        "Ferries prevent floods",
        "Exactly 17 people were hurt when the pier gave way",
        "More than 17 people were hurt when the pier gave way",
    ] {
        assert_eq!(verdict_of_match(claim), Verdict::NotInStory, "{claim}");
    }
    assert_eq!(verdict_of_match("At least 17 people were hurt when the pier gave way"), Verdict::Supported);
}

#[test]
fn only_a_name_proves_another_speaker() {
    assert_eq!(verdict_of_match("Tom Pike said the boat was never safe"), Verdict::Supported);
    assert_eq!(verdict_of_match("Lena Holt said the boat was never safe"), Verdict::Contradicted);
    assert_eq!(verdict_of_match("Lena Holt said nobody checked it"), Verdict::NotInStory);
}

#[test]
fn another_name_beside_a_verb_of_much_the_same_meaning_proves_nothing() {
    let article = "Tariffs\n\nThe minister said that England lowered its tariffs on steel in May.\n";
    let article = article::read(Source::new(article).unwrap(), Format::Plain);
    let story = Story::new("tariffs", article, Vec::new());
    assert_eq!(check(&story, "Sweden lowered its tariffs on steel in May").verdict, Verdict::Contradicted);
    assert_eq!(check(&story, "Sweden cut tariffs in May").verdict, Verdict::NotInStory);
}

/// A story of days to come and of what is already so.
const COURT: &str = "Court sits\n\nThe court sits on 5 February in Elmouth.\n\nThe harbour brings the town 40 ships a year.\n\n\
    The mayor closed the old bridge on Tuesday.\n";

fn checked_in_court(claim: &str, by_reading: bool) -> (Story, Checked) {
    let article = article::read(Source::new(COURT).unwrap(), Format::Plain);
    let story = Story::new("court", article, Vec::new());
    let checked = if by_reading { check_by_reading(&story, claim) } else { check(&story, claim) };
    (story, checked)
}

#[test]
fn a_word_of_firmness_that_the_claim_adds_is_shown_beside_the_word_that_it_stands_before() {
    let (story, checked) = checked_in_court("The mayor will have closed the old bridge on Tuesday.", false);
    assert_eq!(checked.verdict, Verdict::NotInStory);
    let shown: Vec<&str> = checked.differences.iter().map(|one| story.text(one.story)).collect();
    assert_eq!(shown, ["closed"]);
}

#[test]
fn a_sentence_word_by_word_needs_no_reader_to_bear_it_out() {
    for claim in ["The court sits on 5 February in Elmouth.", "the harbour brings the town 40 ships a year"] {
        assert_eq!(checked_in_court(claim, true).1.verdict, Verdict::Supported, "{claim}");
    }
    let denied = "The court does not sit on 5 February in Elmouth.";
    assert_eq!(checked_in_court(denied, true).1.verdict, Verdict::Contradicted);
    assert_eq!(checked_in_court("The harbour brings the town 60 ships a year.", true).1.verdict, Verdict::Contradicted);
}
