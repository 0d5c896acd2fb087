//! What a reader asks to have listed: statements, figures, facts of the dispute, events; each as indices of
//! [`Story::extracted`] in the story's order.

use std::collections::HashSet;

use crate::correction::Became;
use crate::extract::Name;
use crate::language::{stems, words};
use crate::question::{self, Word, intent};
use crate::series::Series;
use crate::span::Span;
use crate::story::Story;

use super::binding::{self, Bound};
use super::lookup::Term;

/// The part of the asked words' weight that a listed thing must have.
const ENOUGH: f32 = 0.5;
/// The part of the words for somebody that must be theirs.
const SAME_PERSON: f32 = 0.6;

/// Statements by a speaker, about something; all where neither is given.
pub fn said(story: &Story, speaker: Option<&str>, about: Option<&str>) -> Vec<usize> {
    let statements = &story.extracted().statements;
    let about = About::new(story, about);
    let all = 0..statements.len();
    all.filter(|index| {
        let statement = &statements[*index];
        speaker.is_none_or(|speaker| is_speaker(story, *index, speaker))
            && statement.spans.iter().any(|span| about.fits(story, *span))
    })
    .collect()
}

/// Figures about something; all where nothing is given.
pub fn figures(story: &Story, about: Option<&str>) -> Vec<usize> {
    let about = About::new(story, about);
    let spans = story.extracted().figures.iter().map(|figure| figure.span);
    fitting_sentences(story, &about, spans)
}

/// Comparable figures about something, those that fit best first; all where nothing is given.
pub fn series<'s>(story: &'s Story, about: Option<&str>) -> Vec<&'s Series> {
    let words = question::plain_words(about.unwrap_or_default());
    let asked: Vec<String> = words.into_iter().filter(Word::is_content).map(|word| word.stem).collect();
    let mut fitting: Vec<(usize, &Series)> =
        story.series().iter().map(|one| (series_fit(story, one, &asked), one)).collect();
    fitting.retain(|(found, _)| *found as f32 >= ENOUGH * asked.len() as f32 && (*found > 0 || asked.is_empty()));
    fitting.sort_by_key(|(found, _)| std::cmp::Reverse(*found));
    fitting.into_iter().map(|(_, series)| series).collect()
}

/// How many of the asked words stand in what a series is of or in most of its passages.
fn series_fit(story: &Story, series: &Series, asked: &[String]) -> usize {
    let stems =
        |text: &str| -> HashSet<String> { question::plain_words(text).into_iter().map(|word| word.stem).collect() };
    let title = stems(series.title(story));
    let passages: Vec<HashSet<String>> = series.points.iter().map(|point| stems(story.text(point.passage))).collect();
    let is_in_most = |word: &String| 2 * passages.iter().filter(|words| words.contains(word)).count() > passages.len();
    asked.iter().filter(|word| title.contains(*word) || is_in_most(word)).count()
}

/// Facts of the dispute about something; all where nothing is given.
pub fn dispute(story: &Story, about: Option<&str>) -> Vec<usize> {
    let about = About::new(story, about);
    let spans = story.extracted().dispute.iter().map(|fact| fact.span);
    fitting_sentences(story, &about, spans)
}

/// Events, in the order in which they happened; those of one day, and those with no date, in the story's order.
pub fn timeline(story: &Story) -> Vec<usize> {
    let events = &story.extracted().events;
    let mut dated: Vec<usize> = (0..events.len()).filter(|index| events[*index].period.is_some()).collect();
    dated.sort_by_key(|index| (events[*index].period, *index));
    dated.extend((0..events.len()).filter(|index| events[*index].period.is_none()));
    dated
}

/// Whether a statement is by the speaker that these words name: by name, by role, or as written beside it.
pub(crate) fn is_speaker(story: &Story, statement: usize, words: &str) -> bool {
    let asked: Vec<Word> = question::plain_words(words).into_iter().filter(Word::is_content).collect();
    speaker_fit(story, statement, &asked) > 0.0
}

/// How well the words name a statement's speaker: by name and role, or where the story gives no name, by the words
/// beside the statement.
pub(crate) fn speaker_fit(story: &Story, statement: usize, asked: &[Word]) -> f32 {
    let said = &story.extracted().statements[statement];
    let Some(speaker) = said.speaker else { return editors_fit(story, said.span(), asked) };
    person_fit(story, speaker.name.unwrap_or(speaker.written), asked)
}

/// How well the words name the speaker that an editor gave where the story names another.
fn editors_fit(story: &Story, statement: Span, asked: &[Word]) -> f32 {
    let Some(Became::Editor(name)) = story.correction_of_speaker(statement).map(|correction| &correction.became) else {
        return 0.0;
    };
    let known: Vec<String> = question::plain_words(name).into_iter().map(|word| word.stem).collect();
    let found = asked.iter().filter(|word| known.contains(&word.stem)).count();
    let fit = found as f32 / asked.len().max(1) as f32;
    if fit >= SAME_PERSON { fit } else { 0.0 }
}

/// How well the words name somebody that the story writes here: by these words, or by other names and roles of theirs.
pub(crate) fn person_fit(story: &Story, written: Span, asked: &[Word]) -> f32 {
    if asked.is_empty() {
        return 0.0;
    }
    let mut known = own_words(story, written);
    for (_, name) in story.extracted().names_in(written).filter(|named| is_written_as(*named, written)) {
        let aliases = name.aliases.iter().map(|alias| alias.span);
        let roles = name.roles.iter().map(|role| role.span);
        let references = name.references.iter().map(|reference| reference.span);
        for span in aliases.chain(roles).chain(references).chain([name.canonical]) {
            known.extend(own_words(story, span));
        }
    }
    let found = asked.iter().filter(|word| known.contains(&word.stem)).count();
    let fit = found as f32 / asked.len() as f32;
    if fit >= SAME_PERSON { fit } else { 0.0 }
}

/// Whether these words are a name's, or a role without a name that stands for it, given where it is named in them.
fn is_written_as((named, name): (Span, &Name), written: Span) -> bool {
    let is_named = name.canonical == written || named == written;
    is_named || name.references.iter().any(|reference| reference.span == named)
}

/// The stems of some words but for possessives, which name another: "Clinton's counterpart" isn't Clinton.
fn own_words(story: &Story, span: Span) -> Vec<String> {
    let text = story.document().text(span);
    let words = question::plain_words(text).into_iter();
    let is_possessive = |word: &Word| words::without_possessive(&text[word.typed.clone()]).len() < word.typed.len();
    words.filter(|word| !is_possessive(word)).map(|word| word.stem).collect()
}

fn fitting_sentences(story: &Story, about: &About, spans: impl Iterator<Item = Span>) -> Vec<usize> {
    let lookup = story.lookup();
    let numbered = spans.enumerate();
    let fitting = numbered.filter(|(_, span)| match lookup.line_at(story.document(), *span) {
        Some(line) => about.fits_line(story, line),
        None => about.fits(story, *span),
    });
    fitting.map(|(index, _)| index).collect()
}

/// What is asked about, bound to the story.
struct About {
    bound: Option<Bound>,
}

impl About {
    fn new(story: &Story, about: Option<&str>) -> Self {
        let words = question::plain_words(about.unwrap_or_default());
        let content = (0..words.len()).filter(|at| words[*at].is_content());
        let bound = binding::bind_words(story, &words, content);
        Self { bound: (!bound.terms.is_empty()).then_some(bound) }
    }

    fn fits(&self, story: &Story, span: Span) -> bool {
        let written = question::plain_words(story.document().text(span));
        let terms: Vec<Term> =
            written.iter().filter_map(|word| story.lookup().term(&stems::stem(&word.folded))).collect();
        self.fits_terms(&terms)
    }

    fn fits_line(&self, story: &Story, line: usize) -> bool {
        let terms: Vec<Term> = story.lookup().lines[line].terms.iter().map(|word| word.term).collect();
        self.fits_terms(&terms)
    }

    fn fits_terms(&self, terms: &[Term]) -> bool {
        let Some(bound) = &self.bound else { return true };
        let found = bound.terms.iter().filter(|asked| asked.terms.iter().any(|(term, _)| terms.contains(term)));
        found.map(|asked| asked.weight).sum::<f32>() >= ENOUGH * bound.weight()
    }
}

/// The words of a text that may name a speaker.
pub(crate) fn person_words(text: &str) -> Vec<Word> {
    question::plain_words(text).into_iter().filter(|word| word.is_content() && !intent::is_saying(word)).collect()
}

/// Whether any of the words names the speaker of a statement, or a reporter it came through.
pub(crate) fn is_spoken_by(story: &Story, statement: usize, named: &[Word]) -> bool {
    let said = &story.extracted().statements[statement];
    named.iter().map(std::slice::from_ref).any(|word| {
        let is_reporter = said.via.iter().any(|link| person_fit(story, link.reporter, word) > 0.0);
        is_reporter || speaker_fit(story, statement, word) > 0.0
    })
}
