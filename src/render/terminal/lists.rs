//! Lists: statements, figures, facts of a dispute, events, related facts.

use anstyle::Style;
use verbatim_index::extract::dispute::Aspect;
use verbatim_index::extract::statements::StatementKind;
use verbatim_index::extract::{DisputeFact, Event, Figure, Statement};
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::corrections;
use super::page::{FAINT, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::language::Language;
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
    let whereabouts = passage::whereabouts(story, story.cite(statement.span()));
    let kind = words::statement_kind(statement.kind).english();
    page.line(0, &[(STRONG, &attribution), (FAINT, "  "), (FAINT, &whereabouts), (FAINT, kind)]);
    let said: Vec<_> = statement.spans.iter().map(|span| piece(story, statement, *span)).collect();
    let denies = if statement.denied { words::DENIES } else { "" };
    page.line(INDENT, &[(STRONG, denies), (Style::new(), &said.join(&format!(" {} ", words::LEFT_OUT)))]);
    corrections::within(page, story, statement.span());
}

/// A piece of what was said, in quotation marks where the story has it in such.
fn piece(story: &Story, statement: &Statement, span: Span) -> String {
    let text = story.document().text(span);
    match statement.kind {
        StatementKind::Direct => format!("“{text}”"),
        StatementKind::Indirect | StatementKind::Mixed => text.to_owned(),
    }
}

/// Figures, those of one sentence together above it.
pub fn figures(page: &mut Page, listed: &Listed) {
    let story = &listed.story;
    let figures = &story.extracted().figures;
    let sentence = |index: &usize| story.document().sentence_at(figures[*index].span);
    for together in listed.found.chunk_by(|one, next| sentence(one) == sentence(next)) {
        for index in together {
            figure(page, story, &figures[*index]);
        }
        if let Some(last) = together.last() {
            show_sentence(page, story, figures[*last].span);
        }
    }
    if listed.found.is_empty() {
        page.plain(&nothing(listed));
    }
}

fn figure(page: &mut Page, story: &Story, figure: &Figure) {
    let Figure { span, hedge, of, by, when, .. } = figure;
    let text = |span: &Option<Span>| span.map(|span| story.document().text(span));
    let hedged = hedge.map(|_| words::HEDGED.english());
    let parts = [("of", text(of)), ("by", text(by)), ("when", text(when)), ("", hedged)];
    let told = parts.iter().filter_map(|(name, part)| Some(format!("{name} {}", (*part)?).trim().to_owned()));
    let told = told.collect::<Vec<_>>().join(" · ");
    let told = if told.is_empty() { told } else { format!("  {told}") };
    page.line(0, &[(STRONG, story.document().text(*span)), (FAINT, &told)]);
}

/// The facts of a dispute, side by side in the order of the aspects, then the sentences that tell them.
pub fn dispute(page: &mut Page, listed: &Listed) {
    let story = &listed.story;
    let facts = &story.extracted().dispute;
    for aspect in ASPECTS {
        let found: Vec<_> = listed.found.iter().filter(|index| facts[**index].aspect == aspect).collect();
        if !found.is_empty() {
            page.styled(STRONG, words::aspect_heading(aspect).english());
        }
        for index in found {
            dispute_fact(page, story, &facts[*index]);
        }
    }
    if listed.found.is_empty() {
        return page.plain(&nothing(listed));
    }
    page.blank();
    let mut sentences: Vec<_> = listed.found.iter().map(|index| whole_sentence(story, facts[*index].span)).collect();
    sentences.sort();
    sentences.dedup();
    for sentence in sentences {
        passage::show(page, story, sentence, &Sought::default());
    }
}

const ASPECTS: [Aspect; 6] =
    [Aspect::Party, Aspect::Name, Aspect::Control, Aspect::Claim, Aspect::Stake, Aspect::Event];

fn dispute_fact(page: &mut Page, story: &Story, fact: &DisputeFact) {
    let DisputeFact { span, party, value, hedge, .. } = fact;
    let text = |span: &Option<Span>| span.map(|span| story.document().text(span));
    let hedged = hedge.map(|_| words::HEDGED.english());
    let told: Vec<_> = [text(party), text(value), hedged].into_iter().flatten().collect();
    let citation = story.cite(*span);
    let behind = passage::behind(story, citation);
    let whereabouts = format!("  {}{behind}", passage::whereabouts(story, citation));
    page.line(INDENT, &[(Style::new(), &told.join(" · ")), (FAINT, whereabouts.trim_end())]);
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
    if !dated.is_empty() {
        page.styled(STRONG, &dated.join("  "));
    }
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
    let own = &story.facts()[index].source;
    let mut against: Vec<String> = Vec::new();
    for other in story.facts_against(index).map(|other| &story.facts()[other].source) {
        // A publisher that tells two things is told apart by the titles.
        let is_own = other.publisher == own.publisher;
        let name = if is_own { format!("{} ({})", other.publisher, other.title) } else { other.publisher.clone() };
        if !against.contains(&name) {
            against.push(name);
        }
    }
    if !against.is_empty() {
        page.line(INDENT, &[(FAINT, words::TOLD_OTHERWISE_BY), (FAINT, &against.join(", "))]);
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
    words::nothing_listed(Language::English, listed.speaker.as_deref(), listed.about.as_deref())
}

fn show_sentence(page: &mut Page, story: &Story, span: Span) {
    passage::show(page, story, whole_sentence(story, span), &Sought::default());
}

fn whole_sentence(story: &Story, span: Span) -> Citation {
    let document = story.document();
    let sentence = document.sentence_at(span).map_or(span, |index| document.sentences()[index].span);
    story.cite(sentence.cover(span))
}
