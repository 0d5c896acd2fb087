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
