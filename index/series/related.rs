//! Related facts → groups of one thing in one unit: of one holder over time, and of several in one year by one source.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Extent, Heading, Over, Point, Series, Time, compared};
use crate::extract::Figure;
use crate::extract::figures::{self, Unit};
use crate::facts::{Fact, FactValue};
use crate::language::dates::Period;
use crate::story::{Citation, CitedSource, Story};

/// Facts of one thing in one unit.
pub(super) struct Group {
    /// As a series; one point makes none yet.
    pub(super) series: Option<Series>,
    /// Whether the facts say that they measure the same, so that the article's figure can join them.
    pub(super) is_measured: bool,
}

struct Found<'s> {
    fact: &'s Fact,
    unit: Unit,
    point: Point,
}

/// The groups of a story's facts in the order of the file.
pub(super) fn groups(story: &Story) -> Vec<Group> {
    let found: Vec<Found> = story.facts().iter().enumerate().filter_map(|(index, fact)| found(index, fact)).collect();
    let over_time = gathered(&found, |found| Some((thing(found), holder(found))));
    let by_holder = gathered(&found, |found| {
        found.point.by?;
        Some((thing(found), (found.fact.year, &found.fact.source.publisher, &found.fact.source.title)))
    });
    let of_one = over_time.into_iter().map(group_of_one);
    let of_several = by_holder.into_iter().filter_map(group_of_several);
    of_one.chain(of_several).collect()
}

/// What a fact says that it measures.
pub(super) fn measured(fact: &Fact) -> &str {
    fact.measure.as_deref().or(fact.of.as_deref()).unwrap_or_default()
}

fn found(index: usize, fact: &Fact) -> Option<Found<'_>> {
    let (value, year) = (fact.value?, fact.year?);
    if measured(fact).trim().is_empty() {
        return None;
    }
    let figure = figures::find_in_text(&fact.claim, None).into_iter().find(|figure| tells(figure, fact, value))?;
    let cite = |span| Citation { source: CitedSource::Fact(index), span };
    let point = Point {
        words: cite(figure.span),
        passage: cite(fact.claim.trimmed(0..fact.claim.text().len())?),
        extent: Extent::of(&figure)?,
        approximate: figure.approximate,
        time: Time::Told(whole_year(year)?),
        by: fact.by,
    };
    Some(Found { fact, unit: figure.unit, point })
}

/// Whether a figure of the claim is the fact's own: the words shown must have its value.
fn tells(figure: &Figure, fact: &Fact, value: FactValue) -> bool {
    let is_same = |told: Option<f64>, known: f64| told.is_some_and(|told| (told - known).abs() <= known.abs() * 1e-9);
    let is_percent = unit(fact).starts_with("percent");
    let has_unit = match figure.unit {
        Unit::Percent => is_percent,
        Unit::Money(_) | Unit::Count | Unit::Duration(_) | Unit::Measure(_) => !is_percent,
        Unit::Ordinal | Unit::Date => false,
    };
    has_unit
        && match value {
            FactValue::One(value) => is_same(figure.value, value),
            FactValue::Range(low, high) => is_same(figure.low, low) && is_same(figure.high, high),
        }
}

/// The unit without what is said of the figure beside it: "percent (more than)".
fn unit(fact: &Fact) -> String {
    let unit = fact.unit.as_deref().unwrap_or_default();
    unit.split('(').next().unwrap_or_default().trim().to_lowercase()
}

fn whole_year(year: i16) -> Option<Period> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(Period { first, last: first.last_of_year() })
}

fn thing(found: &Found) -> (String, String) {
    (unit(found.fact), measured(found.fact).to_lowercase())
}

fn holder(found: &Found) -> Option<String> {
    found.point.by.map(|by| found.fact.claim.slice(by).to_lowercase())
}

/// What has the same key together, in the order of the first of each.
fn gathered<'f, 's, K: Ord>(
    found: &'f [Found<'s>],
    key: impl Fn(&'f Found<'s>) -> Option<K>,
) -> Vec<Vec<&'f Found<'s>>> {
    let mut places = BTreeMap::new();
    let mut groups: Vec<Vec<&Found>> = Vec::new();
    for found in found {
        let Some(key) = key(found) else { continue };
        let place = *places.entry(key).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(found);
    }
    groups
}

fn group_of_one(found: Vec<&Found>) -> Group {
    let is_measured = found.iter().all(|found| found.fact.measure.is_some());
    let is_one_year = found.iter().all(|one| one.fact.year == found[0].fact.year);
    let over = if is_one_year { Over::Sources } else { Over::Time };
    Group { series: series(&found, over), is_measured }
}

/// Facts of one year and source, where they are several holders' and each holder's once.
fn group_of_several(found: Vec<&Found>) -> Option<Group> {
    let mut holders: Vec<_> = found.iter().filter_map(|found| holder(found)).collect();
    holders.sort();
    holders.dedup();
    let is_measured = found.iter().all(|found| found.fact.measure.is_some());
    let is_each_once = holders.len() > 1 && holders.len() == found.len();
    (is_measured && is_each_once).then(|| Group { series: series(&found, Over::Holders), is_measured: false })
}

fn series(found: &[&Found], over: Over) -> Option<Series> {
    let first = found.first()?;
    let CitedSource::Fact(index) = first.point.words.source else { return None };
    // The claims may write a unit in two ways ("tons", "tonnes"), which the facts' own unit says to be one.
    let points = found.iter().map(|found| found.point).collect();
    Some(compared(Heading::Fact(index), first.unit.clone(), over, points))
}
