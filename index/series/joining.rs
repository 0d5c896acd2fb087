//! Whether a figure of the article is of what related facts measure: the same unit and holder, and a clause whose words
//! are all the measure's ("China produces about 97% of the world's rare earths": share of world rare-earth production).

use std::collections::HashSet;

use super::alike::is_alike;
use super::related::Group;
use super::{Heading, Over, Point, Series, compared, told};
use crate::extract::Figure;
use crate::question::{self, Word};
use crate::span::Span;
use crate::story::Story;

/// Words of a measure that a percentage says by itself.
const SHARE_WORDS: &[&str] = &["share", "percentage", "proportion"];
/// Words of a measure that need not be said of all there is: who makes 97% of a metal makes it of the world's.
const WORLD_WORDS: &[&str] = &["world", "global", "worldwide"];
/// Words that make a clause tell of something else than what is.
const UNREAL: &[&str] =
    &["could", "may", "might", "would", "will", "should", "must", "shall", "not", "never", "no", "if", "less"];

/// Adds the article's figures to the groups of facts that measure the same.
pub(super) fn join(story: &Story, groups: &mut [Group]) {
    let measured = groups.iter_mut().filter(|group| group.is_measured);
    for series in measured.filter_map(|group| group.series.as_mut()) {
        let told = told_of(story, series);
        if !told.is_empty() {
            add(series, told);
        }
    }
}

/// The article's figures of what a series measures; one that it tells twice, once.
fn told_of(story: &Story, series: &Series) -> Vec<Point> {
    let mut known = HashSet::new();
    let figures = &story.extracted().figures;
    let fitting =
        (0..figures.len()).filter(|index| figures[*index].unit == series.unit && is_of(story, *index, series));
    let points = fitting.filter_map(|index| told::point(story, index));
    points.filter(|point| known.insert((point.time, point.extent.key()))).collect()
}

fn add(series: &mut Series, told: Vec<Point>) {
    let mut points = std::mem::take(&mut series.points);
    points.extend(told);
    let is_one_time = points.iter().all(|point| point.time == points[0].time);
    let over = if is_one_time { Over::Sources } else { Over::Time };
    *series = compared(series.heading, series.unit.clone(), over, points);
}

fn is_of(story: &Story, index: usize, series: &Series) -> bool {
    let figure = &story.extracted().figures[index];
    if story.correction_of_figure(figure.span).is_some() {
        return false;
    }
    let (Some(by), Some(of), Some(holder)) = (figure.by, figure.of, series.holder(story)) else { return false };
    let is_same_holder = bare(story.document().text(by)) == bare(holder);
    is_same_holder && is_measured_by(story, (figure, by, of), series)
}

fn bare(holder: &str) -> String {
    let holder = holder.to_lowercase();
    holder.strip_prefix("the ").unwrap_or(&holder).to_owned()
}

fn is_measured_by(story: &Story, (figure, by, of): (&Figure, Span, Span), series: &Series) -> bool {
    let clause = by.cover(figure.span).cover(of);
    let Heading::Fact(_) = series.heading else { return false };
    let measure: Vec<Word> = content(series.title(story)).collect();
    let points_back = points_back(story, of);
    let mut said: Vec<Word> = Vec::new();
    for word in question::plain_words(story.document().text(clause)) {
        if UNREAL.contains(&word.folded.as_str()) {
            return false;
        }
        let start = clause.start() + word.typed.start;
        let is_in = |span: Span| (span.start()..span.end()).contains(&start);
        let is_passed_over = is_in(by) || is_in(figure.span) || (points_back && is_in(of));
        if word.is_content() && !is_passed_over {
            said.push(word);
        }
    }
    let headline = if points_back { headline_words(story) } else { Vec::new() };
    let is_said = |word: &Word| {
        let among = |words: &[Word]| words.iter().any(|other| is_alike(&word.folded, &other.folded));
        let is_implied =
            SHARE_WORDS.contains(&word.folded.as_str()) || (points_back && WORLD_WORDS.contains(&word.folded.as_str()));
        is_implied || among(&said) || among(&headline)
    };
    let is_measures = |word: &Word| measure.iter().any(|other| is_alike(&word.folded, &other.folded));
    !said.is_empty() && said.iter().all(is_measures) && measure.iter().all(is_said)
}

/// Whether the words for what is counted name it only by pointing back ("these metals"): then the headline says what.
fn points_back(story: &Story, of: Span) -> bool {
    let words = story.document().text(of).to_lowercase();
    ["these ", "those ", "this ", "such "].iter().any(|opener| words.starts_with(opener))
}

fn headline_words(story: &Story) -> Vec<Word> {
    let headline = story.document().article().headline;
    headline.map_or_else(Vec::new, |span| content(story.document().text(span)).collect())
}

fn content(text: &str) -> impl Iterator<Item = Word> {
    question::plain_words(text).into_iter().filter(Word::is_content)
}
