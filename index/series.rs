//! Which figures of a story and its related facts can stand on one axis: the same thing, in the same unit, told with
//! its time or whose it is. Where that isn't plain, figures aren't put together. How a series looks is not known here.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::extract::Figure;
use crate::extract::figures::Unit;
use crate::language::dates::Period;
use crate::span::Span;
use crate::story::{Citation, CitedSource, Story};

mod alike;
mod joining;
mod related;
mod told;

/// Two or more figures of one thing in one unit.
#[derive(Clone, Debug)]
pub struct Series {
    /// What they are figures of.
    pub heading: Heading,
    /// Their unit.
    pub unit: Unit,
    /// In what they differ.
    pub over: Over,
    /// The figures: by time, or from the largest down.
    pub points: Vec<Point>,
}

/// The words that say what a series is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Words of the article.
    Article(Span),
    /// What a related fact says that it measures, as an index of the story's facts.
    Fact(usize),
}

/// In what the figures of a series differ, besides their values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Over {
    /// The time; several of one time are told by several sources.
    Time,
    /// Whose they are, at one time and from one source.
    Holders,
    /// Who tells them; whose they are and when is the same.
    Sources,
}

/// One figure of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The figure's own words, hedge included ("about 97%").
    pub words: Citation,
    /// The sentence or claim that they stand in.
    pub passage: Citation,
    /// How large it is.
    pub extent: Extent,
    /// Whether it is told as not exact.
    pub approximate: bool,
    /// When it is of.
    pub time: Time,
    /// Whose it is, in words of the same source.
    pub by: Option<Span>,
}

/// How large a figure is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// One value.
    Exactly(f64),
    /// A range, its lower end first.
    Range(f64, f64),
    /// "More than", "at least".
    AtLeast(f64),
    /// "Less than", "at most".
    AtMost(f64),
}

/// When a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Time {
    /// Told with it.
    Told(Period),
    /// Not told: the day on which the article was published.
    Published(Date),
    /// Neither is known.
    Unknown,
}

/// Every series of a story, those that the article has a part in first, then the longest first.
pub fn of(story: &Story) -> Vec<Series> {
    let mut groups = related::groups(story);
    joining::join(story, &mut groups);
    let related = groups.into_iter().filter_map(|group| group.series);
    let mut found: Vec<Series> =
        told::series(story).into_iter().chain(related).filter(|series| series.points.len() > 1).collect();
    found.sort_by_key(|series| (!series.is_of_article(), usize::MAX - series.points.len()));
    found
}

impl Series {
    /// The words that say what it is of.
    pub fn title<'s>(&self, story: &'s Story) -> &'s str {
        match self.heading {
            Heading::Article(span) => story.document().text(span),
            Heading::Fact(index) => story.facts().get(index).map_or("", |fact| related::measured(fact)),
        }
    }

    /// Whose all of its figures are, where they are one's.
    pub fn holder<'s>(&self, story: &'s Story) -> Option<&'s str> {
        match self.over {
            Over::Time | Over::Sources => self.points.first().and_then(|point| point.holder(story)),
            Over::Holders => None,
        }
    }

    /// Whether one of its figures stands in the piece cited.
    pub fn stands_in(&self, citation: Citation) -> bool {
        let stands = |point: &Point| point.words.source == citation.source && point.words.span.overlaps(citation.span);
        self.points.iter().any(stands)
    }

    /// Whether one of its figures is the article's.
    pub fn is_of_article(&self) -> bool {
        self.points.iter().any(Point::is_of_article)
    }
}

impl Point {
    /// Whether it is the article's; else it is a related fact's.
    pub fn is_of_article(&self) -> bool {
        self.words.source == CitedSource::Article
    }

    /// Whose it is.
    pub fn holder<'s>(&self, story: &'s Story) -> Option<&'s str> {
        self.by.map(|span| story.text(Citation { source: self.words.source, span }))
    }
}

impl Extent {
    fn of(figure: &Figure) -> Option<Self> {
        let extent = match (figure.value, figure.low, figure.high) {
            (Some(value), Some(_), None) => Self::AtLeast(value),
            (Some(value), None, Some(_)) => Self::AtMost(value),
            (Some(value), ..) => Self::Exactly(value),
            (None, Some(low), Some(high)) => Self::Range(low, high),
            (None, ..) => return None,
        };
        (extent.least().is_finite() && extent.most().is_finite()).then_some(extent)
    }

    /// Equal for equal extents, for sets.
    fn key(self) -> (std::mem::Discriminant<Self>, u64, u64) {
        (std::mem::discriminant(&self), self.least().to_bits(), self.most().to_bits())
    }

    /// The lower end, or the bound.
    pub fn least(self) -> f64 {
        match self {
            Self::Exactly(value) | Self::AtLeast(value) | Self::AtMost(value) => value,
            Self::Range(low, high) => low.min(high),
        }
    }

    /// The upper end, or the bound.
    pub fn most(self) -> f64 {
        match self {
            Self::Exactly(value) | Self::AtLeast(value) | Self::AtMost(value) => value,
            Self::Range(low, high) => low.max(high),
        }
    }
}

impl Time {
    /// The first day, for putting in order; what has no time comes last.
    fn order(self) -> Date {
        match self {
            Self::Told(period) => period.first,
            Self::Published(date) => date,
            Self::Unknown => Date::MAX,
        }
    }
}

/// The points of one thing as a series, where they differ in nothing else than time, source or whose they are.
fn compared(heading: Heading, unit: Unit, over: Over, mut points: Vec<Point>) -> Series {
    match over {
        Over::Time | Over::Sources => points.sort_by_key(|point| (point.time.order(), point.words)),
        Over::Holders => points.sort_by(largest_first),
    }
    Series { heading, unit, over, points }
}

fn largest_first(one: &Point, other: &Point) -> Ordering {
    other.extent.most().total_cmp(&one.extent.most()).then(one.words.cmp(&other.words))
}

#[cfg(test)]
mod tests;
