//! A story's checklist as Markdown that can be ticked, paragraph by paragraph.

use verbatim_index::checklist::{Item, ItemKind};
use verbatim_index::extract::Name;
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::table::in_markdown;
use super::terminal::passage;
use super::words::checklist as said;
use crate::reply::Checklist;

/// The checklist as a file in Markdown.
pub fn markdown(checklist: &Checklist) -> String {
    let story = &checklist.story;
    let mut text = format!("# {}\n", in_markdown(&said::title(story.title())));
    let mut place = None;
    for (index, item) in checklist.items.iter().enumerate() {
        let whereabouts = passage::whereabouts(story, story.cite(item.at)).trim().to_owned();
        if place.as_ref() != Some(&whereabouts) {
            text += &format!("\n## {}\n\n", if whereabouts.is_empty() { said::ELSEWHERE } else { &whereabouts });
            place = Some(whereabouts);
        }
        let is_ticked = checklist.ticked.get(index).is_some_and(|ticked| ticked.tick.is_some());
        let sign = if is_ticked { 'x' } else { ' ' };
        text += &format!("- [{sign}] {}\n", markdown_line(story, item));
    }
    text
}

/// What stands in the line of an item.
pub struct Line {
    /// What it is.
    pub kind: &'static str,
    /// Its words.
    pub words: String,
    /// What is to be looked up beside them.
    pub beside: Vec<String>,
}

/// The line of an item.
pub fn line(story: &Story, item: &Item) -> Line {
    Line { kind: said::kind(item.of), words: story.document().text(item.at).to_owned(), beside: beside(story, item) }
}

/// `name: **Maria Lund** · its leader · 3 times`.
fn markdown_line(story: &Story, item: &Item) -> String {
    let words = in_markdown(story.document().text(item.at));
    let quoted = match item.of {
        ItemKind::Quotation(_) => format!("“{words}”"),
        ItemKind::Name(_) | ItemKind::Date(_) | ItemKind::Figure(_) => format!("**{words}**"),
    };
    let beside = beside(story, item);
    let beside: Vec<String> = beside.iter().map(|words| in_markdown(words)).collect();
    let gap = if beside.is_empty() { "" } else { " · " };
    format!("{}: {quoted}{gap}{}", said::kind(item.of), beside.join(" · "))
}

/// What is to be looked up of it beside the words themselves.
fn beside(story: &Story, item: &Item) -> Vec<String> {
    let text = |span: Span| story.document().text(span).to_owned();
    let extracted = story.extracted();
    match item.of {
        ItemKind::Name(index) => of_name(story, &extracted.names[index]),
        ItemKind::Date(index) => {
            let period = extracted.figures[index].period.map(|period| period.to_string());
            period.filter(|period| period != story.document().text(item.at)).into_iter().collect()
        }
        ItemKind::Figure(index) => {
            let figure = &extracted.figures[index];
            [figure.of, figure.by, figure.when].into_iter().flatten().map(text).collect()
        }
        ItemKind::Quotation(index) => vec![passage::attribution(story, &extracted.statements[index])],
    }
}

fn of_name(story: &Story, name: &Name) -> Vec<String> {
    let text = |span: Span| story.document().text(span).to_owned();
    let mut beside: Vec<String> = name.roles.iter().map(|role| text(role.span)).collect();
    let first = name.mentions.first().map(|span| text(*span));
    let canonical = text(name.canonical);
    if first.as_ref() != Some(&canonical) {
        beside.insert(0, canonical);
    }
    beside.extend((name.mentions.len() > 1).then(|| said::times(name.mentions.len())));
    beside.dedup();
    beside
}
