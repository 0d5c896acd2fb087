//! Statements, figures, a dispute and a timeline as embeds: each thing with its words, whose they are and where they stand.

use verbatim_index::extract::dispute::Aspect;
use verbatim_index::extract::{DisputeFact, Event, Figure, Statement};
use verbatim_index::language::dates::Period;
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::message::{Colour, Embed, Message};
use super::{blocks, cut, headed, source, strong};
use crate::render::words as sentences;
use crate::reply::Listed;

/// The sides of a dispute in the order in which they are shown, whichever the story tells first.
const ASPECTS: [Aspect; 6] =
    [Aspect::Party, Aspect::Name, Aspect::Control, Aspect::Claim, Aspect::Stake, Aspect::Event];

/// The longest description beside a figure, name or date.
const DESCRIPTION: usize = 160;

/// Who said what.
pub fn statements(listed: &Listed) -> Message {
    let story = &*listed.story;
    let found = found(listed, &story.extracted().statements);
    let blocks: Vec<String> = found.iter().map(|statement| self::statement(story, statement)).collect();
    list(listed, Colour::Reported, &blocks)
}

/// Numbers, dates and durations; those of one sentence together, over the sentence.
pub fn figures(listed: &Listed) -> Message {
    let story = &*listed.story;
    let found = found(listed, &story.extracted().figures);
    let lines = found.iter().map(|figure| (figure.span, self::figure(story, figure)));
    list(listed, Colour::OwnVoice, &by_sentence(story, lines))
}

/// The facts of a dispute, side by side.
pub fn dispute(listed: &Listed) -> Message {
    let story = &*listed.story;
    let mut blocks: Vec<String> = Vec::new();
    let mut heading = None;
    let mut facts = found(listed, &story.extracted().dispute);
    facts.sort_by_key(|fact| ASPECTS.iter().position(|aspect| *aspect == fact.aspect));
    for fact in facts {
        let words = dispute_fact(story, fact);
        let is_new_side = heading.replace(fact.aspect) != Some(fact.aspect);
        blocks.push(if is_new_side {
            format!("{}\n{words}", strong(sentences::aspect_heading(fact.aspect)))
        } else {
            words
        });
    }
    list(listed, Colour::OwnVoice, &blocks)
}

/// What happened, in order.
pub fn timeline(listed: &Listed) -> Message {
    let story = &*listed.story;
    let blocks: Vec<String> =
        found(listed, &story.extracted().events).into_iter().map(|event| self::event(story, event)).collect();
    list(listed, Colour::OwnVoice, &blocks)
}

/// Related facts, each with its own source.
pub fn facts(listed: &Listed) -> Message {
    let story = &*listed.story;
    let whole = |index: usize| {
        let claim = &story.facts().get(index)?.claim;
        let span = claim.trimmed(0..claim.text().len())?;
        Some(blocks::passage(story, Citation { source: CitedSource::Fact(index), span }))
    };
    let blocks: Vec<String> = listed.found.iter().filter_map(|index| whole(*index)).collect();
    list(listed, Colour::RelatedFact, &blocks)
}

fn found<'s, T>(listed: &Listed, things: &'s [T]) -> Vec<&'s T> {
    listed.found.iter().filter_map(|index| things.get(*index)).collect()
}

fn list(listed: &Listed, colour: Colour, blocks: &[String]) -> Message {
    if blocks.is_empty() {
        return nothing(listed);
    }
    let mut embed = asked(headed(&listed.story, colour), listed);
    blocks::fill(&mut embed, blocks);
    Message::public(embed)
}

fn nothing(listed: &Listed) -> Message {
    let nothing = sentences::nothing_listed(asked_for(&listed.speaker).as_deref(), asked_for(&listed.about).as_deref());
    let mut embed = asked(headed(&listed.story, Colour::Quiet), listed);
    embed.add(&nothing, 0);
    Message::public(embed)
}

/// The asker's words, harmless in Markdown.
fn asked_for(words: &Option<String>) -> Option<String> {
    words.as_deref().map(|words| cut::escaped(words, DESCRIPTION))
}

fn asked(embed: Embed, listed: &Listed) -> Embed {
    let conditions: Vec<&str> = [&listed.speaker, &listed.about].into_iter().flatten().map(String::as_str).collect();
    if conditions.is_empty() { embed } else { embed.asked(&conditions.join(" · ")) }
}

fn statement(story: &Story, statement: &Statement) -> String {
    let words = blocks::quotation(&blocks::joined(story, &statement.spans));
    format!("{words}\n{}", source::statement_line(story, statement))
}

/// Lines over the sentence that they all come from.
fn by_sentence(story: &Story, lines: impl Iterator<Item = (Span, String)>) -> Vec<String> {
    let mut groups: Vec<(usize, Vec<String>)> = Vec::new();
    for (span, line) in lines {
        let Some(sentence) = story.document().sentence_at(span) else { continue };
        match groups.last_mut() {
            Some((same, group)) if *same == sentence => group.push(line),
            Some(_) | None => groups.push((sentence, vec![line])),
        }
    }
    let block = |(sentence, lines): (usize, Vec<String>)| {
        let citation = story.cite(story.document().sentences()[sentence].span);
        format!("{}\n{}", lines.join("\n"), blocks::passage(story, citation))
    };
    groups.into_iter().map(block).collect()
}

fn figure(story: &Story, figure: &Figure) -> String {
    let mut parts = vec![format!("**{}**", words(story, figure.span))];
    parts.extend(figure.of.map(|of| format!("of: {}", words(story, of))));
    parts.extend(figure.by.map(|by| format!("by: {}", words(story, by))));
    parts.extend(figure.when.map(|when| format!("when: {}", words(story, when))));
    parts.join(" · ")
}

fn dispute_fact(story: &Story, fact: &DisputeFact) -> String {
    let passage = blocks::passage(story, story.cite(fact.span));
    let parts: Vec<String> = [fact.party, fact.value].into_iter().flatten().map(|span| words(story, span)).collect();
    if parts.is_empty() { passage } else { format!("**{}**\n{passage}", parts.join(": ")) }
}

fn event(story: &Story, event: &Event) -> String {
    let passage = blocks::passage(story, story.cite(event.span));
    let when = event.when.map(|when| words(story, when));
    let period = event.period.map(self::period);
    match (when, period) {
        (Some(when), Some(period)) => format!("**{when}** ({period})\n{passage}"),
        (Some(when), None) => format!("**{when}**\n{passage}"),
        (None, Some(period)) => format!("({period})\n{passage}"),
        (None, None) => passage,
    }
}

/// The days meant: one day, a whole month, or from the first to the last.
fn period(period: Period) -> String {
    let (first, last) = (period.first, period.last);
    let is_year = first == first.first_of_year() && last == first.last_of_year();
    let is_month = first == first.first_of_month() && last == first.last_of_month();
    match (first == last, is_month, is_year) {
        (true, _, _) => first.strftime("%-d %B %Y").to_string(),
        (false, true, _) => first.strftime("%B %Y").to_string(),
        (false, false, true) => first.strftime("%Y").to_string(),
        (false, false, false) => format!("{} – {}", first.strftime("%-d %B %Y"), last.strftime("%-d %B %Y")),
    }
}

fn words(story: &Story, span: Span) -> String {
    cut::escaped(story.document().text(span), DESCRIPTION)
}
