//! The figures and dates of a draft, each judged by the quotation or the sentence that it stands in; and the sentences
//! that the story tells otherwise for another reason.

use std::ops::Range;

use super::{Difference, FigureVerdict, Found, Mark};
use crate::check::{self, Checked, DifferenceKind, Verdict};
use crate::document::Sentence;
use crate::extract::Figure;
use crate::extract::figures::Unit;
use crate::language::dates::calendar;
use crate::language::numbers::Comparison;
use crate::quote::{self, QuoteVerdict};
use crate::span::Span;
use crate::story::{Citation, Story};

/// The marks of all figures, dates and contradicted sentences of a draft.
pub(super) fn marks(draft: &Story, story: &Story, quotations: &[Mark]) -> Vec<Mark> {
    let document = draft.document();
    let mut marks = Vec::new();
    for sentence in document.sentences() {
        let claim = Claim { draft, story, sentence, checked: check::check(story, document.text(sentence.span)) };
        let here = figures_in(draft, sentence.span);
        let judged: Vec<Mark> = here.iter().map(|figure| claim.mark(figure, quotations)).collect();
        marks.extend(claim.told_otherwise(&judged));
        marks.extend(judged);
    }
    marks
}

fn figures_in(story: &Story, span: Span) -> &[Figure] {
    let figures = &story.extracted().figures;
    let first = figures.partition_point(|figure| figure.span.start() < span.start());
    let end = figures.partition_point(|figure| figure.span.start() < span.end());
    &figures[first..end.max(first)]
}

/// A sentence of the draft with what the story says of it.
struct Claim<'c> {
    draft: &'c Story,
    story: &'c Story,
    sentence: &'c Sentence,
    checked: Checked,
}

impl Claim<'_> {
    fn mark(&self, figure: &Figure, quotations: &[Mark]) -> Mark {
        let holds = |mark: &&Mark| mark.at.contains(figure.span);
        let quoted = quotations.iter().filter(holds).find_map(|quotation| quoted(figure.span, quotation));
        let (verdict, mut mark) = quoted.unwrap_or_else(|| self.judged(figure));
        mark.found = if figure.unit == Unit::Date { Found::Date(verdict) } else { Found::Figure(verdict) };
        mark
    }

    fn judged(&self, figure: &Figure) -> (FigureVerdict, Mark) {
        let base = self.sentence.span.start();
        let own = figure.span.start().saturating_sub(base)..figure.span.end().saturating_sub(base);
        let holds = |part: &&Checked| part.claim.start <= own.start && own.end <= part.claim.end;
        let part = self.checked.parts.iter().find(holds).unwrap_or(&self.checked);
        let mut mark = bare(figure.span);
        if let Some((because, difference)) = differing(part, &own).or_else(|| differing(&self.checked, &own)) {
            mark.because = because.to_vec();
            return if figure.unit == Unit::Date {
                self.dated_otherwise(figure, difference, mark)
            } else {
                let differences = self.differences(std::slice::from_ref(difference));
                self.told_against(figure, differences, mark)
            };
        }
        let word_for_word = || word_for_word(self.story, self.draft.document().text(self.sentence.span));
        let supported = (part.verdict == Verdict::Supported).then(|| part.because.clone());
        if let Some(because) = supported.or_else(word_for_word) {
            mark.because = because;
            return self.by_own_day(figure, mark);
        }
        mark.nearest = alike(self.draft, self.story, figure);
        let verdict = if mark.nearest.is_empty() { FigureVerdict::Absent } else { FigureVerdict::Elsewhere };
        (verdict, mark)
    }

    /// A date against the story's other one. "On Monday", told from the day of the draft, may be the very day; where
    /// that day isn't known, only another Monday's word is against it.
    fn dated_otherwise(
        &self,
        figure: &Figure,
        difference: &check::Difference,
        mut mark: Mark,
    ) -> (FigureVerdict, Mark) {
        let dates = self.story.extracted().figures.iter().filter(|other| other.unit == Unit::Date);
        let told = dates.clone().find(|other| other.span.overlaps(difference.story.span));
        let words = |story: &Story, span: Span| sort(story.document().text(span));
        match told.map(|told| (told, figure.compare(told))) {
            Some((_, Comparison::Same | Comparison::Vaguer)) => return (FigureVerdict::Supported, mark),
            Some((told, Comparison::Unlike)) if words(self.draft, figure.span) != words(self.story, told.span) => {
                mark.nearest = std::mem::take(&mut mark.because);
                return (FigureVerdict::Elsewhere, mark);
            }
            _ => {}
        }
        let story = told.map_or(difference.story, |told| self.story.cite(told.span));
        self.told_against(figure, vec![Difference { draft: figure.span, story: Some(story) }], mark)
    }

    /// A figure that the story has otherwise; where the very passage holds the draft's figure too, which of them is meant
    /// isn't plain.
    fn told_against(&self, figure: &Figure, differences: Vec<Difference>, mut mark: Mark) -> (FigureVerdict, Mark) {
        let told = mark.because.iter().flat_map(|citation| figures_in(self.story, citation.span));
        if told.into_iter().any(|other| matches!(figure.compare(other), Comparison::Same | Comparison::Vaguer)) {
            mark.nearest = std::mem::take(&mut mark.because);
            return (FigureVerdict::Elsewhere, mark);
        }
        mark.differences = differences;
        (FigureVerdict::Contradicted, mark)
    }

    /// The same words may mean another day in a draft of another day.
    fn by_own_day(&self, figure: &Figure, mut mark: Mark) -> (FigureVerdict, Mark) {
        let own = self.draft.document().text(figure.span);
        let told = mark.because.iter().flat_map(|citation| figures_in(self.story, citation.span));
        let mut alike = told.filter(|other| self.story.document().text(other.span).eq_ignore_ascii_case(own));
        let is_other_day = |other: &Figure| figure.unit == Unit::Date && figure.compare(other) == Comparison::Differs;
        match alike.next().filter(|other| is_other_day(other)) {
            Some(other) => {
                mark.differences = vec![Difference { draft: figure.span, story: Some(self.story.cite(other.span)) }];
                (FigureVerdict::Contradicted, mark)
            }
            None => (FigureVerdict::Supported, mark),
        }
    }

    /// The sentence, where the story tells it otherwise and the marks of its figures don't say so already.
    fn told_otherwise(&self, judged: &[Mark]) -> Option<Mark> {
        let is_judged = |difference: &Difference| judged.iter().any(|mark| mark.at.overlaps(difference.draft));
        let mut differences = self.differences(&self.checked.differences);
        let is_explained = !differences.is_empty() && differences.iter().all(is_judged);
        differences.retain(|difference| !is_judged(difference));
        (self.checked.verdict == Verdict::Contradicted && !is_explained).then(|| Mark {
            because: self.checked.because.clone(),
            differences,
            found: Found::Claim,
            ..bare(self.sentence.span)
        })
    }

    fn differences(&self, differences: &[check::Difference]) -> Vec<Difference> {
        let source = self.draft.document().source();
        let base = self.sentence.span.start();
        let in_draft = |difference: &check::Difference| {
            let Range { start, end } = difference.claim;
            let draft = source.span(base + start..base + end).ok()?;
            Some(Difference { draft, story: Some(difference.story) })
        };
        differences.iter().filter_map(in_draft).collect()
    }
}

/// What words for a time are, as far as they can be compared without the day on which they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Weekday,
    Month,
    Other,
}

fn sort(words: &str) -> Sort {
    let mut all = words.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase);
    let sort = all.find_map(|word| match (calendar::weekday(&word), calendar::month(&word)) {
        (Some(_), _) => Some(Sort::Weekday),
        (None, Some(_)) => Some(Sort::Month),
        (None, None) => None,
    });
    sort.unwrap_or(Sort::Other)
}

fn bare(at: Span) -> Mark {
    let found = Found::Figure(FigureVerdict::Absent);
    Mark { at, found, because: Vec::new(), differences: Vec::new(), nearest: Vec::new() }
}

/// The difference that a figure is in, with the passages that decide.
fn differing<'c>(checked: &'c Checked, own: &Range<usize>) -> Option<(&'c [Citation], &'c check::Difference)> {
    let overlaps = |other: &Range<usize>| other.start < own.end && own.start < other.end;
    let is_of_figures = |kind| matches!(kind, DifferenceKind::Number | DifferenceKind::Time);
    let mut differences = checked.differences.iter();
    let found = differences.find(|difference| is_of_figures(difference.kind) && overlaps(&difference.claim))?;
    Some((&checked.because, found))
}

/// A figure within a quotation that the story has is the story's, unless it is what was altered.
fn quoted(figure: Span, quotation: &Mark) -> Option<(FigureVerdict, Mark)> {
    let Found::Quotation(QuoteVerdict::Verbatim | QuoteVerdict::Altered | QuoteVerdict::OtherSpeaker) = quotation.found
    else {
        return None;
    };
    let mut mark = Mark { because: quotation.because.clone(), ..bare(figure) };
    mark.differences = quotation.differences.iter().filter(|one| one.draft.overlaps(figure)).copied().collect();
    let is_altered = !mark.differences.is_empty();
    Some((if is_altered { FigureVerdict::Contradicted } else { FigureVerdict::Supported }, mark))
}

/// The sentence of the story that these words are, whole: it says what they say.
fn word_for_word(story: &Story, words: &str) -> Option<Vec<Citation>> {
    let check = quote::check(story, words);
    let place = check.because.first().filter(|_| check.verdict == QuoteVerdict::Verbatim)?;
    let document = story.document();
    let sentence = &document.sentences()[document.sentence_at(place.span)?];
    let bare = |span: Span| document.text(span).trim_matches(|mark: char| !mark.is_alphanumeric());
    (bare(sentence.span) == bare(place.span)).then(|| check.because.clone())
}

/// How many passages are shown that prove nothing.
const MOST_NEAREST: usize = 3;

/// The sentences with the story's figures that say the same, of whatever; dates that mean the same days, or are written
/// alike. Those that say only as much as the draft's are left out where others say the very same.
fn alike(draft: &Story, story: &Story, figure: &Figure) -> Vec<Citation> {
    let written = |story: &Story, span: Span| story.document().text(span).to_lowercase();
    let own = written(draft, figure.span);
    let distance = |other: &Figure| match figure.compare(other) {
        Comparison::Same => Some(0),
        Comparison::Unlike => (figure.unit == other.unit && own == written(story, other.span)).then_some(0),
        Comparison::Vaguer => Some(1),
        Comparison::WithinBound => Some(2),
        Comparison::Firmer | Comparison::Differs => None,
    };
    let figures = &story.extracted().figures;
    let least = figures.iter().filter_map(distance).min();
    let nearest = figures.iter().filter(|other| least.is_some() && distance(other) == least);
    let document = story.document();
    let sentence = |span: Span| document.sentence_at(span).map_or(span, |at| document.sentences()[at].span.cover(span));
    let mut found: Vec<Citation> = nearest.map(|other| story.cite(sentence(other.span))).collect();
    found.dedup();
    found.truncate(MOST_NEAREST);
    found
}
