//! Checked claims and quotations.

use anstyle::Style;
use verbatim_index::check::{Checked, Verdict};
use verbatim_index::quote::{QuoteCheck, QuoteVerdict};
use verbatim_index::story::{Citation, Story};

use super::page::{BAD, FAINT, GOOD, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::{differing, words};
use crate::reply::{ClaimChecked, QuoteChecked};

const INDENT: usize = 4;

/// A checked claim, part by part where it is compound.
pub fn claim(page: &mut Page, checked: &ClaimChecked) {
    let ClaimChecked { story, claim, checked } = checked;
    part(page, story, claim, checked);
    if checked.parts.is_empty() {
        return;
    }
    page.blank();
    page.styled(FAINT, words::PARTS.english());
    for inner in &checked.parts {
        page.plain(&format!("“{}”", claim.get(inner.claim.clone()).unwrap_or_default()));
        part(page, story, claim, inner);
    }
}

/// What the story says of a claim or a part of one.
pub fn part(page: &mut Page, story: &Story, claim: &str, checked: &Checked) {
    page.styled(verdict_style(checked.verdict), words::verdict(checked.verdict).english());
    for difference in &checked.differences {
        let sides = (differing::typed(claim, &difference.claim), differing::told(story, difference.story));
        differs(page, sides, words::difference_kind(difference.kind).english());
    }
    because(page, story, &checked.because);
}

/// A quotation that was looked for.
pub fn quote(page: &mut Page, checked: &QuoteChecked) {
    let QuoteChecked { story, quote, check } = checked;
    found_quotation(page, story, quote, check);
}

/// What the story has of a quotation.
pub fn found_quotation(page: &mut Page, story: &Story, quote: &str, check: &QuoteCheck) {
    page.styled(quote_style(check.verdict), words::quote_verdict(check.verdict).english());
    for alteration in &check.alterations {
        let told = alteration.story.map_or("", |citation| differing::told(story, citation));
        differs(page, (differing::typed(quote, &alteration.quote), told), "");
    }
    because(page, story, &check.because);
}

/// `typed → story's`, each side in quotation marks, with in what they differ.
pub fn differs(page: &mut Page, (typed, of_story): (&str, &str), kind: &str) {
    let side =
        |words: &str| if words.is_empty() { words::NOTHING.english().to_owned() } else { format!("“{words}”") };
    let (typed, of_story) = (side(typed), side(of_story));
    let kind = if kind.is_empty() { String::new() } else { format!("  {kind}") };
    page.line(INDENT, &[(BAD, &typed), (FAINT, "  story: "), (GOOD, &of_story), (FAINT, &kind)]);
}

fn because(page: &mut Page, story: &Story, citations: &[Citation]) {
    for citation in citations {
        passage::show(page, story, *citation, &Sought::default());
    }
}

fn verdict_style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Supported => GOOD,
        Verdict::Contradicted => BAD,
        Verdict::NotInStory | Verdict::Rejected => STRONG,
    }
}

fn quote_style(verdict: QuoteVerdict) -> Style {
    match verdict {
        QuoteVerdict::Verbatim => GOOD,
        QuoteVerdict::Altered | QuoteVerdict::OtherSpeaker => BAD,
        QuoteVerdict::Absent | QuoteVerdict::Rejected => STRONG,
    }
}
