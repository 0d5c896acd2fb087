//! A chart in words, for those who don't see it: every figure in its own words, with when and whose it is.

use super::labels;
use super::rows::{Chart, Row};

/// Discord's limit on an attachment's description, in characters.
pub const LONGEST: usize = 1024;
/// The longest title, label and figure where there isn't room for all of each: so many fit for as many rows as a chart has.
const TITLE: usize = 200;
const LABEL: usize = 24;
const FIGURE: usize = 36;

/// What a chart shows. Where there isn't room for every source, the figures come without them.
pub fn description(chart: &Chart) -> String {
    let whole = written(chart, &chart.title, with_source);
    if whole.chars().count() <= LONGEST { whole } else { written(chart, &short(&chart.title, TITLE), without_source) }
}

fn written(chart: &Chart, title: &str, row: fn(&Row) -> String) -> String {
    let head = labels::chart_of(title, &short(&chart.subtitle, TITLE));
    let rows = chart.rows.iter().map(row);
    let lines: Vec<String> = [head].into_iter().chain(rows).chain(chart.notes.iter().cloned()).collect();
    lines.join("\n")
}

fn with_source(row: &Row) -> String {
    format!("{}: {} ({}).", row.label, row.words, labels::kind_of_one(row.kind))
}

fn without_source(row: &Row) -> String {
    let label = row.label.split(labels::APART).next().unwrap_or_default();
    format!("{}: {} ({}).", short(label, LABEL), short(&row.words, FIGURE), labels::kind_of_one(row.kind))
}

fn short(words: &str, longest: usize) -> String {
    match words.char_indices().nth(longest) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", &words[..end]),
    }
}
