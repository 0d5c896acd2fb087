//! A checked claim and a quotation looked for, as embeds: the verdict about the text, the words that decide, what differs.

use std::ops::Range;

use verbatim_index::check::{Checked, Difference, Verdict};
use verbatim_index::quote::{Alteration, QuoteVerdict};
use verbatim_index::story::Story;

use super::message::{Colour, Message};
use super::{blocks, cut, headed, labels, notice, strong};
use crate::render::language::Language;
use crate::render::{differing, words};
use crate::reply::{ClaimChecked, QuoteChecked};

/// The longest part of a claim, and the longest word that differs.
const PART: usize = 300;

/// What the story says of a claim.
pub fn claim(language: Language, claim: &ClaimChecked) -> Message {
    if claim.checked.verdict == Verdict::Rejected {
        return notice(words::verdict(Verdict::Rejected).in_language(language));
    }
    let mut blocks = verdict(language, &claim.story, &claim.claim, &claim.checked);
    for part in &claim.checked.parts {
        let asked = cut::escaped(slice(&claim.claim, &part.claim), PART);
        let part = verdict(language, &claim.story, &claim.claim, part);
        blocks.push(format!("*{asked}*\n{}", part.join("\n")));
    }
    let mut embed = headed(language, &claim.story, Colour::Quiet).asked(&claim.claim);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}

/// What the story has of a quotation.
pub fn quote(language: Language, quote: &QuoteChecked) -> Message {
    let (story, check) = (&quote.story, &quote.check);
    if check.verdict == QuoteVerdict::Rejected {
        return notice(words::quote_verdict(check.verdict).in_language(language));
    }
    let mut blocks = vec![strong(words::quote_verdict(check.verdict).in_language(language))];
    blocks
        .extend(check.alterations.iter().map(|alteration| self::alteration(language, story, &quote.quote, alteration)));
    blocks.extend(check.because.iter().map(|citation| blocks::passage(language, story, *citation)));
    let mut embed = headed(language, story, Colour::Quiet).asked(&quote.quote);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}

fn verdict(language: Language, story: &Story, claim: &str, checked: &Checked) -> Vec<String> {
    let mut blocks = vec![strong(words::verdict(checked.verdict).in_language(language))];
    blocks.extend(checked.differences.iter().map(|difference| self::difference(language, story, claim, difference)));
    blocks.extend(checked.because.iter().map(|citation| blocks::passage(language, story, *citation)));
    blocks
}

/// In what a claim and the story differ, both sides.
pub fn difference(language: Language, story: &Story, claim: &str, difference: &Difference) -> String {
    let typed = differing::typed(claim, &difference.claim);
    let sides = against(language, typed, differing::told(story, difference.story));
    labels::labelled(language, words::difference_kind(difference.kind), &sides)
}

/// What a quotation has otherwise than the story, both sides.
pub fn alteration(language: Language, story: &Story, quote: &str, alteration: &Alteration) -> String {
    against(
        language,
        differing::typed(quote, &alteration.quote),
        alteration.story.map_or("", |citation| differing::told(story, citation)),
    )
}

/// The asker's words and the story's, side by side.
pub fn against(language: Language, asked: &str, told: &str) -> String {
    let shown = |words: &str| {
        let words = cut::escaped(words, PART);
        if words.is_empty() { labels::NONE.in_language(language).to_owned() } else { format!("**{words}**") }
    };
    labels::against(language, &shown(asked), &shown(told))
}

fn slice<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default()
}
