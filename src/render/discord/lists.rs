//! Statements, figures, a dispute and a timeline as embeds: each thing with its words, whose they are and where they stand.

use verbatim_index::extract::dispute::Aspect;
use verbatim_index::extract::{DisputeFact, Event, Figure};
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::message::{Colour, Embed, Message};
use super::{blocks, cut, dates, headed, labels, next, source, strong};
use crate::render::language::Language;
use crate::render::words as sentences;
use crate::reply::answer_id::BETWEEN_CONDITIONS;
use crate::reply::{Listed, sentence_numbers};

/// The sides of a dispute in the order in which they are shown, whichever the story tells first.
const ASPECTS: [Aspect; 6] =
    [Aspect::Party, Aspect::Name, Aspect::Control, Aspect::Claim, Aspect::Stake, Aspect::Event];

/// The longest description beside a figure, name or date.
const DESCRIPTION: usize = 160;

/// Who said what; and why it is taken for theirs, where the statements are few.
pub fn statements(language: Language, listed: &Listed, from: usize) -> Message {
    let story = &*listed.story;
    let found = found(listed, &story.extracted().statements);
    let blocks = found.iter().map(|statement| blocks::statement(language, story, statement));
    let page = Page { command: "said", colour: Colour::Reported, from };
    if let [only] = listed.found.as_slice() {
        let buttons = next::under_statement(language, story, *only);
        return list(language, listed, &page, &blocks.collect::<Vec<_>>()).and_buttons(buttons);
    }
    if found.len() > next::MOST_NUMBERED {
        return list(language, listed, &page, &blocks.collect::<Vec<_>>());
    }
    let numbered = blocks.enumerate().map(|(position, block)| format!("**{}.**\n{block}", position + 1));
    let message = list(language, listed, &page, &numbered.collect::<Vec<_>>());
    message.and_buttons(next::numbered_reasons(language, story, &listed.found))
}

/// Numbers, dates and durations; those of one sentence together, over the sentence.
pub fn figures(language: Language, listed: &Listed, from: usize) -> Message {
    let story = &*listed.story;
    let found = found(listed, &story.extracted().figures);
    let lines = found.iter().map(|figure| (figure.span, self::figure(language, story, figure)));
    list(
        language,
        listed,
        &Page { command: "figures", colour: Colour::OwnVoice, from },
        &by_sentence(language, story, lines),
    )
}

/// The facts of a dispute, side by side, then the whole sentences that tell them, so that no hedge is lost.
pub fn dispute(language: Language, listed: &Listed, from: usize) -> Message {
    let story = &*listed.story;
    let facts = found(listed, &story.extracted().dispute);
    let mut blocks: Vec<String> = Vec::new();
    for aspect in ASPECTS {
        let mut lines: Vec<String> = Vec::new();
        for fact in facts.iter().filter(|fact| fact.aspect == aspect) {
            let line = dispute_fact(language, story, fact);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        if !lines.is_empty() {
            let heading = strong(sentences::aspect_heading(aspect).in_language(language));
            blocks.push(format!("{heading}\n{}", lines.join("\n")));
        }
    }
    let numbers = sentence_numbers::of(story, facts.iter().map(|fact| story.cite(fact.span)));
    let told = numbers.into_iter().map(|number| story.cite(story.document().sentences()[number].span));
    blocks.extend(told.map(|citation| blocks::passage(language, story, citation)));
    list(language, listed, &Page { command: "dispute", colour: Colour::OwnVoice, from }, &blocks)
}

/// What happened, in order.
pub fn timeline(language: Language, listed: &Listed, from: usize) -> Message {
    let story = &*listed.story;
    let blocks: Vec<String> =
        found(listed, &story.extracted().events).into_iter().map(|event| self::event(language, story, event)).collect();
    list(language, listed, &Page { command: "timeline", colour: Colour::OwnVoice, from }, &blocks)
}

/// Related facts, each with its own source.
pub fn facts(language: Language, listed: &Listed, from: usize) -> Message {
    let story = &*listed.story;
    let whole = |index: usize| {
        let claim = &story.facts().get(index)?.claim;
        let span = claim.trimmed(0..claim.text().len())?;
        Some(blocks::passage(language, story, Citation { source: CitedSource::Fact(index), span }))
    };
    let blocks: Vec<String> = listed.found.iter().filter_map(|index| whole(*index)).collect();
    list(language, listed, &Page { command: "facts", colour: Colour::RelatedFact, from }, &blocks)
}

fn found<'s, T>(listed: &Listed, things: &'s [T]) -> Vec<&'s T> {
    listed.found.iter().filter_map(|index| things.get(*index)).collect()
}

/// Which page of which list.
struct Page {
    /// The command that lists.
    command: &'static str,
    colour: Colour,
    /// How many blocks stand on the pages before.
    from: usize,
}

fn list(language: Language, listed: &Listed, page: &Page, blocks: &[String]) -> Message {
    if blocks.is_empty() {
        return nothing(language, listed);
    }
    // The list may have grown shorter since the button was made.
    let from = if page.from < blocks.len() { page.from } else { 0 };
    let mut embed = asked(headed(language, &listed.story, page.colour), listed);
    let shown = blocks::fill(language, &mut embed, &blocks[from..]);
    let further = from + shown;
    let button =
        if further < blocks.len() { next::page_of_list(language, listed, page.command, further) } else { None };
    Message::public(embed).with_buttons(button.into_iter().collect())
}

fn nothing(language: Language, listed: &Listed) -> Message {
    let nothing =
        sentences::nothing_listed(language, asked_for(&listed.speaker).as_deref(), asked_for(&listed.about).as_deref());
    let mut embed = asked(headed(language, &listed.story, Colour::Quiet), listed);
    embed.add(&nothing, 0);
    Message::public(embed)
}

/// The asker's words, harmless in Markdown.
fn asked_for(words: &Option<String>) -> Option<String> {
    words.as_deref().map(|words| cut::escaped(words, DESCRIPTION))
}

fn asked(embed: Embed, listed: &Listed) -> Embed {
    let conditions: Vec<&str> = [&listed.speaker, &listed.about].into_iter().flatten().map(String::as_str).collect();
    if conditions.is_empty() { embed } else { embed.asked(&conditions.join(BETWEEN_CONDITIONS)) }
}

/// Lines over the sentence that they all come from.
fn by_sentence(language: Language, story: &Story, lines: impl Iterator<Item = (Span, String)>) -> Vec<String> {
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
        format!("{}\n{}", lines.join("\n"), blocks::passage(language, story, citation))
    };
    groups.into_iter().map(block).collect()
}

fn figure(language: Language, story: &Story, figure: &Figure) -> String {
    let mut parts = vec![format!("**{}**", words(story, figure.span))];
    parts.extend(figure.of.map(|of| labels::labelled(language, labels::FIGURE_OF, &words(story, of))));
    parts.extend(figure.by.map(|by| labels::labelled(language, labels::FIGURE_BY, &words(story, by))));
    parts.extend(figure.when.map(|when| labels::labelled(language, labels::FIGURE_WHEN, &words(story, when))));
    parts.join(" · ")
}

/// Whose and what, then whose words say so, how firmly and where; the sentences below say it in full.
fn dispute_fact(language: Language, story: &Story, fact: &DisputeFact) -> String {
    let told: Vec<String> = [fact.party, fact.value].into_iter().flatten().map(|span| words(story, span)).collect();
    let told = if told.is_empty() { words(story, fact.span) } else { told.join(": ") };
    format!("{} · {}", strong(&told), source::line(language, story, story.cite(fact.span)))
}

fn event(language: Language, story: &Story, event: &Event) -> String {
    let passage = blocks::passage(language, story, whole_sentence(story, event.span));
    let when = event.when.map(|when| words(story, when));
    let period = event.period.map(|period| dates::period(language, period));
    match (when, period) {
        (Some(when), Some(period)) => format!("**{when}** ({period})\n{passage}"),
        (Some(when), None) => format!("**{when}**\n{passage}"),
        (None, Some(period)) => format!("({period})\n{passage}"),
        (None, None) => passage,
    }
}

fn whole_sentence(story: &Story, span: Span) -> Citation {
    let document = story.document();
    let sentence = document.sentence_at(span).map_or(span, |index| document.sentences()[index].span);
    story.cite(sentence.cover(span))
}

fn words(story: &Story, span: Span) -> String {
    cut::escaped(story.document().text(span), DESCRIPTION)
}
