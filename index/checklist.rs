//! What a fact-checker looks up in a story before it goes out: every name, figure, date and quotation, in the order of
//! the text. Nothing is judged here.

use crate::extract::figures::Unit;
use crate::extract::statements::StatementKind;
use crate::span::Span;
use crate::story::Story;

/// One thing to look up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it stands; a name, where it stands first.
    pub at: Span,
    /// What it is.
    pub of: ItemKind,
}

/// What is to be looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// How a name is spelt, and what its bearer is: an index of the story's names.
    Name(usize),
    /// A date: an index of the story's figures.
    Date(usize),
    /// A figure: an index of the story's figures.
    Figure(usize),
    /// Words in quotation marks, and whose they are: an index of the story's statements.
    Quotation(usize),
}

/// The things to look up in a story, in the order of the text.
pub fn of(story: &Story) -> Vec<Item> {
    let extracted = story.extracted();
    let names = extracted.names.iter().enumerate();
    let names = names.filter_map(|(index, name)| Some(Item { at: *name.mentions.first()?, of: ItemKind::Name(index) }));
    let figures = extracted.figures.iter().enumerate().map(|(index, figure)| {
        let of = if figure.unit == Unit::Date { ItemKind::Date(index) } else { ItemKind::Figure(index) };
        Item { at: figure.span, of }
    });
    let statements = extracted.statements.iter().enumerate();
    let quotations = statements.filter(|(_, statement)| statement.kind != StatementKind::Indirect);
    let quotations = quotations.map(|(index, said)| Item { at: said.span(), of: ItemKind::Quotation(index) });
    let mut items: Vec<Item> = names.chain(figures).chain(quotations).collect();
    items.sort_by_key(|item| (item.at.start(), std::cmp::Reverse(item.at.end()), item.of));
    items
}
