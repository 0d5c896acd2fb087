//! The article's own series: figures of one sentence with nothing but times or holders between them, and figures of
//! sentences that are otherwise word for word the same.

use std::collections::{BTreeMap, HashSet};

use super::{Extent, Heading, Over, Point, Series, Time, compared};
use crate::document::{Sentence, TokenKind};
use crate::extract::Figure;
use crate::extract::figures::Unit;
use crate::language::closed_classes::{is_determiner, is_function_word};
use crate::language::phrase::Phrase;
use crate::language::stems;
use crate::span::Span;
use crate::story::{Citation, Story};

mod chains;

/// A figure of the article with what it is to be compared by.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// Which figure.
    index: usize,
    /// Whose it is, left out words filled in.
    by: Option<Span>,
}

/// The figures of one sentence, in order: those that can be compared, and the words that tell times.
struct Line<'s> {
    story: &'s Story,
    sentence: &'s Sentence,
    figures: Vec<usize>,
    times: Vec<Span>,
}

impl Line<'_> {
    /// The place of the first token at or after a byte.
    fn position(&self, byte: usize) -> usize {
        let tokens = self.story.document().tokens_of(self.sentence);
        tokens.partition_point(|token| token.span.start() < byte)
    }

    /// Whether a token belongs to words that tell a time.
    fn is_time(&self, token: Span) -> bool {
        let next = self.times.partition_point(|time| time.end() <= token.start());
        self.times.get(next).is_some_and(|time| time.overlaps(token))
    }
}

/// The series that the article tells by itself.
pub(super) fn series(story: &Story) -> Vec<Series> {
    let lines = lines(story);
    let mut found: Vec<Series> =
        lines.iter().flat_map(chains::of).filter_map(|chain| series_of(story, &chain)).collect();
    let mut parallels: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for line in &lines {
        if let [index] = line.figures[..] {
            let by = story.extracted().figures[index].by.filter(|by| is_named(story, *by));
            parallels.entry(key(line, index, by)).or_default().push(Told { index, by });
        }
    }
    let mut parallels: Vec<Vec<Told>> = parallels.into_values().filter(|told| told.len() > 1).collect();
    parallels.sort_by_key(|told| told[0].index);
    found.extend(parallels.iter().filter_map(|told| series_of(story, told)));
    found
}

/// A figure of the article as a point, where it has a size.
pub(super) fn point(story: &Story, index: usize) -> Option<Point> {
    let figure = &story.extracted().figures[index];
    if !is_comparable(figure) {
        return None;
    }
    let document = story.document();
    let sentence = document.sentences().get(document.sentence_at(figure.span)?)?;
    let published = document.article().published.map_or(Time::Unknown, Time::Published);
    // Words that tell a time which can't be worked out tell another one than the day of publication.
    let untold = if figure.when.is_some() { Time::Unknown } else { published };
    Some(Point {
        words: story.cite(figure.span),
        passage: story.cite(sentence.span),
        extent: Extent::of(figure)?,
        approximate: figure.approximate,
        time: figure.period.map_or(untold, Time::Told),
        by: figure.by,
    })
}

/// Shares, sums, amounts and things counted; what comes without a size, as an order or a length of time, has no axis.
fn is_comparable(figure: &Figure) -> bool {
    let has_axis = match figure.unit {
        Unit::Percent | Unit::Money(_) => true,
        Unit::Measure(name) => name != "score",
        Unit::Count => figure.of.is_some(),
        Unit::Ordinal | Unit::Date | Unit::Duration(_) => false,
    };
    has_axis && Extent::of(figure).is_some()
}

fn lines(story: &Story) -> Vec<Line<'_>> {
    let document = story.document();
    let mut lines: Vec<Line> = Vec::new();
    for (index, figure) in story.extracted().figures.iter().enumerate() {
        let Some(sentence) = document.sentence_at(figure.span).and_then(|at| document.sentences().get(at)) else {
            continue;
        };
        if lines.last().is_none_or(|line| line.sentence.span != sentence.span) {
            lines.push(Line { story, sentence, figures: Vec::new(), times: Vec::new() });
        }
        let Some(line) = lines.last_mut() else { continue };
        if figure.unit == Unit::Date {
            line.times.push(figure.span);
        } else if is_comparable(figure) && story.correction_of_figure(figure.span).is_none() {
            line.figures.push(index);
        }
    }
    lines
}

/// Whether words name a holder rather than point to one ("it", "they").
fn is_named(story: &Story, by: Span) -> bool {
    let words = story.document().text(by).to_lowercase();
    let first = words.split_whitespace().next().unwrap_or_default();
    !is_function_word(first) && !matches!(first, "its" | "their" | "his" | "her" | "this" | "these" | "both")
}

/// Figures of one thing as a series: of one holder at several times, or of several at one.
fn series_of(story: &Story, told: &[Told]) -> Option<Series> {
    let mut points: Vec<Point> = Vec::new();
    let mut known = HashSet::new();
    for told in told {
        let point = Point { by: told.by, ..point(story, told.index)? };
        if known.insert((holder(story, &point), point.time, point.extent.key())) {
            points.push(point);
        }
    }
    let over = over(story, &points)?;
    let figure = &story.extracted().figures[told.first()?.index];
    let heading = figure.of.unwrap_or(points.first()?.passage.span);
    Some(compared(Heading::Article(heading), figure.unit.clone(), over, points))
}

/// In what the points differ, where it is in one thing only.
fn over(story: &Story, points: &[Point]) -> Option<Over> {
    let holders: HashSet<_> = points.iter().map(|point| holder(story, point)).collect();
    let times: HashSet<_> = points.iter().map(|point| point.time).collect();
    let are_told = times.iter().all(|time| matches!(time, Time::Told(_)));
    match (points.len(), holders.len(), times.len()) {
        (0 | 1, ..) => None,
        (count, 1, several) if count == several && are_told => Some(Over::Time),
        (count, several, 1) if count == several && !holders.contains(&None) => Some(Over::Holders),
        _ => None,
    }
}

fn holder(story: &Story, point: &Point) -> Option<String> {
    let holder = point.by.map(|span| story.text(Citation { source: point.words.source, span }).to_lowercase())?;
    Some(holder.strip_prefix("the ").unwrap_or(&holder).to_owned())
}

/// A sentence without its figure, its times and whose the figure is: two sentences with the same key differ in these only.
fn key(line: &Line, index: usize, by: Option<Span>) -> String {
    let figure = &line.story.extracted().figures[index];
    let phrase = Phrase::of_sentence(line.story.document(), line.sentence);
    let is_left_out = |at: usize| {
        let token = phrase.span(at..at + 1);
        let is_in = |span: Span| token.is_some_and(|token| span.overlaps(token));
        is_in(figure.span) || by.is_some_and(is_in) || token.is_some_and(|token| line.is_time(token))
    };
    let mut key = format!("{:?}", figure.unit);
    for at in (0..phrase.len()).filter(|at| !is_left_out(*at)) {
        let word = phrase.text(at).to_lowercase();
        let leads_to_time = matches!(word.as_str(), "in" | "on" | "during") && is_left_out(at + 1);
        if phrase.kind(at) != Some(TokenKind::Mark) && !leads_to_time && !is_article(&word) {
            key.push(' ');
            key.push_str(&stems::stem(&stems::fold(&word)));
        }
    }
    key
}

fn is_article(word: &str) -> bool {
    is_determiner(word) && matches!(word, "a" | "an" | "the")
}
