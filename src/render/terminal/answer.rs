//! What became of a question: the answer with its evidence, or the silence with what is nearest.

use std::collections::HashSet;

use verbatim_index::answer::{Answer, AnswerKind, Clue, EDITORS_QUESTION, Evidence, Outcome, READ_AS, Silence};
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::page::{FAINT, Page, STRONG};
use super::passage::{self, Sought};
use super::{approved, checks};
use crate::render::language::Language;
use crate::render::{differing, words};
use crate::reply::{Answered, ApprovedWords};

/// How much evidence a person wants to read under an answer.
const MOST_EVIDENCE: usize = 5;

/// Shows an answer.
pub fn show(page: &mut Page, answered: &Answered) {
    if let Some(approved) = &answered.approved {
        approved::show(page, &answered.story, approved);
        // Approved words of the story stand in place of what the program found; a note stands before it.
        if matches!(approved.words, ApprovedWords::Story(_)) {
            return;
        }
        page.line(0, &[(FAINT, words::approved::BY_ITSELF.english())]);
    }
    let Answered { story, question, answer, top, explain, .. } = answered;
    let sought = Sought::of(question);
    match answer.outcome {
        Outcome::Answered => show_answer(page, answered, &sought),
        Outcome::Silent(silence) => show_silence(page, answered, silence),
        Outcome::Rejected(rejection) => page.styled(STRONG, words::rejection(rejection).english()),
    }
    if let Some((typed, meant)) = &answer.did_you_mean {
        page.blank();
        page.plain(&words::did_you_mean(Language::English, typed, story.text(*meant)));
    }
    show_ranked(page, story, answer.ranked.get(..*top).unwrap_or(&answer.ranked));
    if *explain {
        show_clues(page, answer);
    }
}

fn show_answer(page: &mut Page, answered: &Answered, sought: &Sought) {
    let Answered { story, answer, .. } = answered;
    let evidence = evidence(story, answer);
    let is_shown_below = |lead: Citation| evidence.first() == Some(&lead);
    if let Some(label) = answer.label {
        page.styled(STRONG, words::label(label).english());
        show_contrasts(page, answered);
    }
    let first = figure_asked_for(story, answer).or(answer.lead);
    if let Some(first) = first.filter(|first| !is_shown_below(*first)) {
        page.styled(STRONG, story.text(first));
    }
    for (number, citation) in evidence.iter().take(MOST_EVIDENCE).enumerate() {
        if number == 1 {
            page.styled(FAINT, words::ALSO.english());
        }
        passage::show(page, story, *citation, sought);
    }
}

/// The words of the figure that answers, where one stands in the sentence that does.
fn figure_asked_for(story: &Story, answer: &Answer) -> Option<Citation> {
    let is_figure = answer.kind == AnswerKind::Figure && answer.label.is_none();
    let lead = answer.lead.filter(|lead| is_figure && lead.source == CitedSource::Article)?;
    let figures = answer.figures.iter().map(|index| story.extracted().figures[*index].span);
    let mut within = figures.filter(|figure| figure.overlaps(lead.span) || lead.span.contains(*figure));
    Some(story.cite(within.next()?))
}

/// All that an answer rests on, sentence by sentence and each sentence once, so that nothing stands without its
/// context.
fn evidence(story: &Story, answer: &Answer) -> Vec<Citation> {
    let extracted = story.extracted();
    let passages = answer.passages.iter().map(|evidence| evidence.citation);
    let lead = answer.lead.filter(|lead| lead.source != CitedSource::Article);
    let statements = answer.statements.iter().map(|index| extracted.statements[*index].span());
    let figures = answer.figures.iter().map(|index| extracted.figures[*index].span);
    let dispute = answer.dispute.iter().map(|index| extracted.dispute[*index].span);
    let events = answer.events.iter().map(|index| extracted.events[*index].span);
    let annotations = statements.chain(figures).chain(dispute).chain(events);
    let whole = annotations.map(|span| whole_sentence(story, span));
    let mut shown = HashSet::new();
    let all = passages.chain(lead).chain(whole);
    all.filter(|citation| shown.insert((citation.source, sentence(story, *citation)))).collect()
}

fn whole_sentence(story: &Story, span: Span) -> Citation {
    let document = story.document();
    let sentence = document.sentence_at(span).map_or(span, |index| document.sentences()[index].span);
    story.cite(sentence.cover(span))
}

fn sentence(story: &Story, citation: Citation) -> Option<usize> {
    match citation.source {
        CitedSource::Article => story.document().sentence_at(citation.span),
        CitedSource::Fact(_) => None,
    }
}

/// What the story has otherwise than the question takes for granted.
fn show_contrasts(page: &mut Page, answered: &Answered) {
    for contrast in answered.contrasts() {
        let asked = differing::typed(&answered.question, &contrast.asked);
        checks::differs(page, (asked, differing::told(&answered.story, contrast.told)), "");
    }
}

fn show_silence(page: &mut Page, answered: &Answered, silence: Silence) {
    let Answered { story, answer, .. } = answered;
    let nothing_sought = Sought::default();
    page.styled(STRONG, words::silence(silence).english());
    show_contrasts(page, answered);
    if let Some(premise) = answer.premise {
        passage::show(page, story, premise, &nothing_sought);
    }
    for fact in &answer.related {
        super::lists::fact(page, story, *fact);
    }
    show_cited(page, story, words::CANDIDATES.english(), &answer.candidates);
    let nearest: Vec<_> = answer.nearest.iter().map(|evidence| evidence.citation).collect();
    show_cited(page, story, words::NEAREST.english(), &nearest);
}

fn show_cited(page: &mut Page, story: &Story, heading: &str, citations: &[Citation]) {
    if citations.is_empty() {
        return;
    }
    page.blank();
    page.styled(FAINT, heading);
    for citation in citations {
        passage::show_faintly(page, story, *citation);
    }
}

fn show_ranked(page: &mut Page, story: &Story, ranked: &[Evidence]) {
    if ranked.is_empty() {
        return;
    }
    page.blank();
    page.styled(FAINT, words::RANKED.english());
    for evidence in ranked {
        let score = format!("{:.2}  ", evidence.score);
        page.line(0, &[(FAINT, &score)]);
        passage::show_faintly(page, story, evidence.citation);
    }
}

/// A weight that isn't shown as zero.
const LEAST_WEIGHT: f32 = 0.005;

fn show_clues(page: &mut Page, answer: &Answer) {
    page.blank();
    page.styled(FAINT, words::FOUND_BY.english());
    // What weighs nothing explains nothing, but for how words were read, and what the editors expected.
    let explains = |clue: &&Clue| clue.weight.abs() >= LEAST_WEIGHT || [READ_AS, EDITORS_QUESTION].contains(&clue.what);
    for clue in answer.clues.iter().filter(explains) {
        let weight = format!("{:+.2}  ", clue.weight);
        page.line(4, &[(FAINT, &weight), (FAINT, clue.what), (FAINT, ": "), (FAINT, &clue.seen)]);
    }
}
