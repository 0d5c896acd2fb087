//! What a document says, found by general rules: [`Extracted`], and the list of extractors that fill it.
//! One file in `extract/` a kind; later extractors may read what earlier ones found.

use crate::document::Document;
use crate::span::Span;

pub mod dispute;
pub mod events;
pub mod figures;
pub mod names;
pub mod press;
pub mod statements;

pub use dispute::DisputeFact;
pub use events::Event;
pub use figures::Figure;
pub use names::{Name, NameIndex};
pub use statements::Statement;

/// A kind of annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Who or what is spoken of.
    Name,
    /// A number, date or duration.
    Figure,
    /// Words reported as somebody's.
    Statement,
    /// Something that happened, with its date where told.
    Event,
    /// One side, name, claim, stake or event of a dispute.
    Dispute,
}

/// One result of an extractor, for code that treats all kinds alike.
#[derive(Clone, Copy, Debug)]
pub enum Annotation<'e> {
    /// See [`Name`].
    Name(&'e Name),
    /// See [`Figure`].
    Figure(&'e Figure),
    /// See [`Statement`].
    Statement(&'e Statement),
    /// See [`Event`].
    Event(&'e Event),
    /// See [`DisputeFact`].
    Dispute(&'e DisputeFact),
}

impl Annotation<'_> {
    /// Its kind.
    pub fn kind(self) -> Kind {
        match self {
            Self::Name(_) => Kind::Name,
            Self::Figure(_) => Kind::Figure,
            Self::Statement(_) => Kind::Statement,
            Self::Event(_) => Kind::Event,
            Self::Dispute(_) => Kind::Dispute,
        }
    }

    /// The words it stands for; for a statement in pieces, the first to the last.
    pub fn span(self) -> Span {
        match self {
            Self::Name(name) => name.canonical,
            Self::Figure(figure) => figure.span,
            Self::Statement(statement) => statement.span(),
            Self::Event(event) => event.span,
            Self::Dispute(fact) => fact.span,
        }
    }
}

/// All that the extractors found, each kind in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Extracted {
    /// Who and what is spoken of.
    pub names: Vec<Name>,
    /// Numbers, dates and durations.
    pub figures: Vec<Figure>,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// What happened.
    pub events: Vec<Event>,
    /// The dispute's facts.
    pub dispute: Vec<DisputeFact>,
    /// Where in the text which name stands.
    pub name_index: NameIndex,
    /// How long the longest statement is, in bytes: nothing that begins farther before a place can reach it.
    longest_statement: usize,
}

impl Extracted {
    /// Every annotation, kind by kind.
    pub fn annotations(&self) -> impl Iterator<Item = Annotation<'_>> {
        let names = self.names.iter().map(Annotation::Name);
        let figures = self.figures.iter().map(Annotation::Figure);
        let statements = self.statements.iter().map(Annotation::Statement);
        let events = self.events.iter().map(Annotation::Event);
        let dispute = self.dispute.iter().map(Annotation::Dispute);
        names.chain(figures).chain(statements).chain(events).chain(dispute)
    }

    /// The statements that overlap `span`, as indices, outermost first.
    pub fn statements_at(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let from = |index: usize| self.statements[index].span();
        let first = self.statements.partition_point(|one| one.span().start() + self.longest_statement < span.start());
        let rest = (first..self.statements.len()).take_while(move |index| from(*index).start() < span.end());
        rest.filter(move |index| from(*index).overlaps(span))
    }

    /// The name that the words at `span` mean, by a mention or a role that the story proves to be its.
    pub fn name_at(&self, span: Span) -> Option<&Name> {
        self.name_index.meant_by(span).and_then(|named| self.names.get(named.name))
    }

    /// Every name with a mention or role within `span` or overlapping it, in the order of the text.
    pub fn names_in(&self, span: Span) -> impl Iterator<Item = (Span, &Name)> {
        let named = self.name_index.overlapping(span);
        named.filter_map(|named| Some((named.span, self.names.get(named.name)?)))
    }
}

/// One extractor: what it finds, the words of a question that ask for it, and how it finds it.
pub struct Extractor {
    /// What it finds.
    pub kind: Kind,
    /// Words of a question that ask for this kind, lower case.
    pub asked_by: &'static [&'static str],
    /// Adds what it finds in the document to what is known so far.
    pub extract: fn(&Document, &mut Extracted),
}

/// The extractors, in the order in which they run.
pub const EXTRACTORS: &[Extractor] =
    &[names::EXTRACTOR, figures::EXTRACTOR, statements::EXTRACTOR, events::EXTRACTOR, dispute::EXTRACTOR];

/// Runs every extractor over a document.
pub fn extract(document: &Document) -> Extracted {
    let mut extracted = Extracted::default();
    for extractor in EXTRACTORS {
        (extractor.extract)(document, &mut extracted);
    }
    extracted.longest_statement = extracted.statements.iter().map(|one| one.span().len()).max().unwrap_or(0);
    extracted
}
