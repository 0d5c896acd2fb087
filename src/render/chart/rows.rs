//! A series → what stands on its chart: a title, and a row a figure with its source and its own words.

use verbatim_index::language::dates::Period;
use verbatim_index::series::{Extent, Over, Point, Series, Time};
use verbatim_index::story::{CitedSource, Story};

use super::labels;
use crate::render::voice::{self, Voice};

/// The most rows of a chart.
const ROWS: usize = 8;

/// What a chart shows.
#[derive(Debug)]
pub struct Chart {
    /// What the figures are of, in words of the article or of a fact.
    pub title: String,
    /// What all its figures share.
    pub subtitle: String,
    /// The figures.
    pub rows: Vec<Row>,
    /// The patterns that it has, and what they mean.
    pub kinds: Vec<(Kind, &'static str)>,
    /// What else is to be known.
    pub notes: Vec<String>,
}

/// A figure.
#[derive(Debug)]
pub struct Row {
    /// When it is of, or whose, and who tells it.
    pub label: String,
    /// Its own words.
    pub words: String,
    /// Whose words they are.
    pub kind: Kind,
    /// How large it is.
    pub extent: Extent,
    /// Whether it is told as not exact.
    pub approximate: bool,
}

/// Whose words a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The article's own.
    Article,
    /// Somebody's that the article reports.
    Reported,
    /// A related fact's.
    Related,
}

/// What stands on the chart of a series.
pub fn chart(story: &Story, series: &Series) -> Chart {
    let points = shown(series);
    let rows: Vec<Row> = points.iter().map(|point| row(story, series.over, point)).collect();
    let mut kinds: Vec<Kind> = rows.iter().map(|row| row.kind).collect();
    kinds.sort();
    kinds.dedup();
    let title = series.title(story).to_owned();
    let subtitle = subtitle(story, series);
    let left_out = series.points.len() - points.len();
    let notes = notes(&rows, left_out);
    Chart { title, subtitle, rows, kinds: kinds.into_iter().map(|kind| (kind, labels::kind(kind))).collect(), notes }
}

/// The points that there is room for, in their order: the article's, and of the others the latest or largest.
fn shown(series: &Series) -> Vec<&Point> {
    let mut ranked: Vec<usize> = (0..series.points.len()).collect();
    if series.over == Over::Time {
        ranked.reverse();
    }
    ranked.sort_by_key(|at| !series.points[*at].is_of_article());
    ranked.truncate(ROWS);
    ranked.sort_unstable();
    ranked.into_iter().map(|at| &series.points[at]).collect()
}

fn row(story: &Story, over: Over, point: &Point) -> Row {
    let kind = match Voice::of(story, point.words) {
        Voice::Own => Kind::Article,
        Voice::Reported(_) => Kind::Reported,
        Voice::RelatedFact(_) => Kind::Related,
    };
    let parts = match over {
        Over::Time => [when(point.time), Some(source(story, point))],
        Over::Sources => [None, Some(source(story, point))],
        // What one source tells of several needs its name once, under the title.
        Over::Holders => [point.holder(story).map(str::to_owned), None],
    };
    let label = parts.into_iter().flatten().collect::<Vec<_>>().join(labels::APART);
    let words = story.text(point.words).to_owned();
    Row { label, words, kind, extent: point.extent, approximate: point.approximate }
}

fn subtitle(story: &Story, series: &Series) -> String {
    let first = series.points.first();
    let holder = series.holder(story).map(str::to_owned);
    let time = first.and_then(|point| when(point.time));
    let source = first.map(|point| source(story, point));
    let parts = match series.over {
        Over::Time => [holder, None],
        Over::Sources => [holder, time],
        Over::Holders => [time, source],
    };
    let shared = parts.into_iter().flatten();
    [labels::COMPARED.to_owned()].into_iter().chain(shared).collect::<Vec<_>>().join(labels::APART)
}

fn notes(rows: &[Row], left_out: usize) -> Vec<String> {
    let is_bound = |row: &Row| matches!(row.extent, Extent::AtLeast(_) | Extent::AtMost(_));
    let not_exact = rows.iter().any(|row| row.approximate).then(|| labels::NOT_EXACT.to_owned());
    let bound = rows.iter().any(is_bound).then(|| labels::BOUND.to_owned());
    let more = (left_out > 0).then(|| labels::and_more(left_out));
    [not_exact, bound, more].into_iter().flatten().collect()
}

/// Who tells a figure: whoever the article or a fact reports, and who published it.
fn source(story: &Story, point: &Point) -> String {
    let CitedSource::Fact(index) = point.words.source else {
        return match Voice::of(story, point.words) {
            Voice::Reported(statements) => reported(story, &statements),
            Voice::Own | Voice::RelatedFact(_) => story.publisher().unwrap_or(labels::THE_ARTICLE).to_owned(),
        };
    };
    let Some(fact) = story.facts().get(index) else { return String::new() };
    let told_by = fact.speaker.as_deref().into_iter().chain([fact.source.publisher.as_str()]);
    told_by.collect::<Vec<_>>().join(labels::THROUGH)
}

/// The chain of the innermost statement, which the others only pass on.
fn reported(story: &Story, statements: &[usize]) -> String {
    let statement = statements.last().and_then(|index| story.extracted().statements.get(*index));
    statement.map_or_else(String::new, |statement| voice::chain(story, statement).join(labels::THROUGH))
}

fn when(time: Time) -> Option<String> {
    match time {
        Time::Told(period) => Some(self::period(period)),
        Time::Published(date) => Some(labels::published(&date.strftime("%-d %B %Y").to_string())),
        Time::Unknown => None,
    }
}

fn period(period: Period) -> String {
    let (first, last) = (period.first, period.last);
    let is_year = first == first.first_of_year() && last == first.last_of_year();
    let is_month = first == first.first_of_month() && last == first.last_of_month();
    match (first == last, is_month, is_year) {
        (true, ..) => first.strftime("%-d %B %Y").to_string(),
        (false, true, _) => first.strftime("%B %Y").to_string(),
        (false, false, true) | (false, false, false) => period.to_string(),
    }
}
