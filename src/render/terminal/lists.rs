//! Lists: statements, figures, facts of a dispute, events, related facts.

use anstyle::Style;
use verbatim_index::extract::dispute::Aspect;
use verbatim_index::extract::{DisputeFact, Event, Figure};
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::page::{FAINT, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::words;
use crate::reply::Listed;

const INDENT: usize = 4;

/// Who said what.
pub fn statements(page: &mut Page, listed: &Listed) {
    each(page, listed, statement);
}

fn statement(page: &mut Page, story: &Story, index: usize) {
    let statement = &story.extracted().statements[index];
    let attribution = passage::attribution(story, statement);
    let paragraph = paragraph(story, statement.span());
    let kind = words::statement_kind(statement.kind);
    page.line(0, &[(STRONG, &attribution), (FAINT, "  "), (FAINT, &paragraph), (FAINT, kind)]);
    let said: Vec<_> = statement.spans.iter().map(|span| story.document().text(*span)).collect();
    page.line(INDENT, &[(Style::new(), &said.join(&format!(" {} ", words::LEFT_OUT)))]);
}

/// Figures.
pub fn figures(page: &mut Page, listed: &Listed) {
    each(page, listed, figure);
}

fn figure(page: &mut Page, story: &Story, index: usize) {
    let Figure { span, hedge, of, by, when, .. } = &story.extracted().figures[index];
    let text = |span: &Option<Span>| span.map(|span| story.document().text(span));
    let hedged = hedge.map(|_| words::HEDGED);
    let parts = [("of", text(of)), ("by", text(by)), ("when", text(when)), ("", hedged)];
    let told = parts.iter().filter_map(|(name, part)| Some(format!("{name} {}", (*part)?).trim().to_owned()));
    let told = told.collect::<Vec<_>>().join(" · ");
    page.line(0, &[(STRONG, story.document().text(*span)), (FAINT, "  "), (FAINT, &told)]);
    show_sentence(page, story, *span);
}

/// The facts of a dispute, side by side, in the order of the aspects.
pub fn dispute(page: &mut Page, listed: &Listed) {
    if listed.found.is_empty() {
        return page.plain(&nothing(listed));
    }
    const ORDER: [Aspect; 6] =
        [Aspect::Party, Aspect::Name, Aspect::Control, Aspect::Claim, Aspect::Stake, Aspect::Event];
    for aspect in ORDER {
        let of_it = |index: &&usize| listed.story.extracted().dispute[**index].aspect == aspect;
        let found: Vec<_> = listed.found.iter().filter(of_it).collect();
        if found.is_empty() {
            continue;
        }
        page.blank();
        page.styled(STRONG, words::aspect_heading(aspect));
        for index in found {
            dispute_fact(page, &listed.story, *index);
        }
    }
}

fn dispute_fact(page: &mut Page, story: &Story, index: usize) {
    let DisputeFact { span, party, value, hedge, .. } = &story.extracted().dispute[index];
    let party = party.map(|span| story.document().text(span));
    let value = value.map(|span| story.document().text(span));
    let hedged = hedge.map(|_| words::HEDGED);
    let told: Vec<_> = party.into_iter().chain(value).chain(hedged).collect();
    page.line(2, &[(Style::new(), &told.join(" · "))]);
    show_sentence(page, story, *span);
}

/// Events.
pub fn timeline(page: &mut Page, listed: &Listed) {
    each(page, listed, event);
}

fn event(page: &mut Page, story: &Story, index: usize) {
    let Event { span, when, period, after: _ } = &story.extracted().events[index];
    let days = period.map(|period| match (period.first, period.last) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} – {last}"),
    });
    let written = when.map(|span| format!("“{}”", story.document().text(span)));
    let dated: Vec<_> = days.into_iter().chain(written).collect();
    page.styled(STRONG, &dated.join("  "));
    show_sentence(page, story, *span);
}

/// Related facts.
pub fn facts(page: &mut Page, listed: &Listed) {
    each(page, listed, fact);
}

/// A related fact with its source.
pub fn fact(page: &mut Page, story: &Story, index: usize) {
    let claim = &story.facts()[index].claim;
    if let Some(span) = claim.trimmed(0..claim.text().len()) {
        passage::show(page, story, Citation { source: CitedSource::Fact(index), span }, &Sought::default());
    }
    let against = story.facts_against(index).map(|other| story.facts()[other].source.publisher.as_str());
    let publishers = against.collect::<Vec<_>>().join(", ");
    if !publishers.is_empty() {
        page.line(INDENT, &[(FAINT, words::TOLD_OTHERWISE_BY), (FAINT, &publishers)]);
    }
}

/// All that was found in a text.
pub fn everything(page: &mut Page, story: &std::sync::Arc<Story>) {
    let all = |count: usize| Listed { story: story.clone(), found: (0..count).collect(), speaker: None, about: None };
    statements(page, &all(story.extracted().statements.len()));
    page.blank();
    figures(page, &all(story.extracted().figures.len()));
}

fn each(page: &mut Page, listed: &Listed, show: fn(&mut Page, &Story, usize)) {
    if listed.found.is_empty() {
        return page.plain(&nothing(listed));
    }
    for index in &listed.found {
        show(page, &listed.story, *index);
    }
}

fn nothing(listed: &Listed) -> String {
    words::nothing_listed(listed.speaker.as_deref(), listed.about.as_deref())
}

fn show_sentence(page: &mut Page, story: &Story, span: Span) {
    let document = story.document();
    let sentence = document.sentence_at(span).map_or(span, |index| document.sentences()[index].span);
    passage::show(page, story, story.cite(sentence.cover(span)), &Sought::default());
}

fn paragraph(story: &Story, span: Span) -> String {
    story.passage(story.cite(span)).paragraph.map_or_else(String::new, |number| format!("¶{number}  "))
}
