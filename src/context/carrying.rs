//! Where a place of an earlier version of a story is in the one that is asked now.

use verbatim_index::carried::{Carried, carried};
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, Story};

use super::Context;

/// A place as it is kept beside a story's version: in Unicode scalar values of the story's file.
pub fn place(story: &Story, span: Span) -> (u32, u32) {
    let scalars = story.document().source().scalars(span);
    let small = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    (small(scalars.start), small(scalars.end))
}

impl Context {
    /// What stood at a place of a version, where it still stands in a story as it is now.
    pub fn citation_now(&self, story: &Story, version: u32, place: (u32, u32)) -> Option<Citation> {
        match self.place_now(story, version, place) {
            Carried::Here(span) => Some(story.cite(span)),
            Carried::Changed(_) => None,
        }
    }

    /// Where what stood at a place of a version stands in a story as it is now. What can't be looked up any more has
    /// changed.
    pub fn place_now(&self, story: &Story, version: u32, place: (u32, u32)) -> Carried {
        let at = |story: &Story| -> Option<Span> {
            story.document().source().span_of_scalars(place.0 as usize..place.1 as usize)
        };
        if version == story.version() {
            return at(story).map_or(Carried::Changed(None), Carried::Here);
        }
        let before = self.library().ok().and_then(|library| library.version(story.id(), version).ok());
        let span = before.as_ref().and_then(at);
        match before.zip(span) {
            Some((before, span)) => carried(&before, span, story),
            None => Carried::Changed(None),
        }
    }
}
