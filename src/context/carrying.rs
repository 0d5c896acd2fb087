//! Where a place of an earlier version of a story is in the one that is asked now.

use verbatim_index::carried::{Carried, carried};
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::Context;

impl Context {
    /// Where what stood at a place of a version, in Unicode scalar values, stands in a story as it is now. What can't be
    /// looked up any more has changed.
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
