//! `verify`: the story's file read again, and each quotation of a message looked for in it byte for byte. The button needs
//! the story's version only: what is shown Discord sends along with it.

use std::fmt::Write;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use verbatim_index::library::LibraryError;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::{Action, Arguments, Command, STORY, Surface};
use crate::context::Context;
use crate::reply::verified::{Likeness, Quotation, ReadAgain, Verified};
use crate::reply::{Failure, Mistake, Reply};

mod find;

/// Reads the source again.
pub const COMMAND: Command = Command {
    name: "verify",
    about: "Read the source again and compare it with what is shown",
    example: None,
    options: &[STORY],
    surfaces: &[Surface::Button],
    action: Action::Answer(verify),
};

/// Ends a quotation that is shown in part.
const CUT: char = '…';
/// Stands in a quotation where something between two pieces isn't shown.
const LEFT_OUT: &str = " […] ";

fn verify(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let under = arguments.under().ok_or(Mistake::Missing { option: STORY.name })?;
    let known = context.story(arguments)?;
    let library = context.library()?;
    let story = match library.version(known.id(), known.version()) {
        Ok(story) => Arc::new(story),
        Err(LibraryError::Altered { id, .. }) => return Ok(Reply::Verified(Verified::Altered(id))),
        Err(error) => return Err(error.into()),
    };
    // A story that can't be read in its newest version can still be in the one that is shown.
    let newest = library.story(story.id()).ok().filter(|newest| newest.version() != story.version());
    let look = |shown: &String| quotations(&story, newest.as_deref(), shown);
    let quotations = under.quotations.iter().flat_map(look).collect();
    Ok(Reply::Verified(Verified::Read(ReadAgain { fingerprint: fingerprint(&story), story, newest, quotations })))
}

/// The SHA-256 of the article's file.
fn fingerprint(story: &Story) -> String {
    let digest = Sha256::digest(story.document().source().text().as_bytes());
    digest.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string doesn't fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// A quotation looked for as a whole, else piece by piece where something between them isn't shown.
fn quotations(story: &Story, newest: Option<&Story>, shown: &str) -> Vec<Quotation> {
    let whole = quotation(story, newest, shown);
    if whole.likeness != Likeness::Absent || !shown.contains(LEFT_OUT) {
        return vec![whole];
    }
    shown.split(LEFT_OUT).map(|piece| quotation(story, newest, piece)).collect()
}

fn quotation(story: &Story, newest: Option<&Story>, shown: &str) -> Quotation {
    let (likeness, places) = stands(story, shown);
    let newest = newest.filter(|_| likeness != Likeness::Absent).map(|newest| stands(newest, shown).1);
    Quotation { shown: shown.to_owned(), likeness, places, newest: newest.unwrap_or_default() }
}

/// How words stand in a story, and where: in the article, else in a related fact.
fn stands(story: &Story, shown: &str) -> (Likeness, Vec<Citation>) {
    let whole = |find: fn(&str, &str) -> Vec<_>| places(story, |text| find(text, shown));
    let exact = whole(find::exactly);
    if !exact.is_empty() {
        return (Likeness::Same, exact);
    }
    if let Some(beginning) = shown.strip_suffix(CUT).map(str::trim_end) {
        let exact = places(story, |text| find::exactly(text, beginning));
        if !exact.is_empty() {
            return (Likeness::AsFarAsShown, exact);
        }
    }
    let alike = whole(find::but_for_blanks);
    (if alike.is_empty() { Likeness::Absent } else { Likeness::ButForBlanks }, alike)
}

fn places(story: &Story, find: impl Fn(&str) -> Vec<std::ops::Range<usize>>) -> Vec<Citation> {
    let source = story.document().source();
    let in_article = find(source.text()).into_iter().filter_map(|range| source.span(range).ok());
    let in_article: Vec<Citation> = in_article.map(|span| story.cite(span)).collect();
    if !in_article.is_empty() {
        return in_article;
    }
    let facts = story.facts().iter().enumerate();
    let in_facts = facts.flat_map(|(index, fact)| {
        let spans = find(fact.claim.text()).into_iter().filter_map(|range| fact.claim.span(range).ok());
        spans.map(move |span| Citation { source: CitedSource::Fact(index), span }).collect::<Vec<_>>()
    });
    in_facts.collect()
}

#[cfg(test)]
mod tests {
    use verbatim_index::article::plain;
    use verbatim_index::span::Source;

    use super::*;

    fn story(text: &str) -> Story {
        Story::new("mill", plain::read(Source::new(text).unwrap()), Vec::new())
    }

    fn seen(story: &Story, newest: Option<&Story>, shown: &str) -> Vec<(Likeness, usize, usize)> {
        let found = quotations(story, newest, shown);
        found.iter().map(|found| (found.likeness, found.places.len(), found.newest.len())).collect()
    }

    const TEXT: &str = "Mill closes\n\nThe mill closed in May. Nobody\nknows why. The mill is old.\n";

    #[test]
    fn words_are_found_as_they_are_shown_and_no_others_are() {
        let mill = story(TEXT);
        assert_eq!(seen(&mill, None, "The mill closed in May."), [(Likeness::Same, 1, 0)]);
        assert_eq!(seen(&mill, None, "The mill"), [(Likeness::Same, 2, 0)]);
        assert_eq!(seen(&mill, None, "The mill closed in…"), [(Likeness::AsFarAsShown, 1, 0)]);
        assert_eq!(seen(&mill, None, "Nobody knows why."), [(Likeness::ButForBlanks, 1, 0)]);
        let pieces = [(Likeness::Same, 1, 0), (Likeness::Absent, 0, 0)];
        assert_eq!(seen(&mill, None, "closed in May. […] is new."), pieces);
        for other in ["The mill closed in June.", "the mill closed in May.", "", "…"] {
            assert_eq!(seen(&mill, None, other)[0].0, Likeness::Absent, "{other}");
        }
    }

    #[test]
    fn where_there_is_a_newer_version_the_words_are_looked_for_there_too() {
        let newer = story("Mill closes\n\nThe mill closed in June. Nobody knows why.\n");
        assert_eq!(seen(&story(TEXT), Some(&newer), "Nobody knows why."), [(Likeness::ButForBlanks, 1, 1)]);
        assert_eq!(seen(&story(TEXT), Some(&newer), "The mill closed in May."), [(Likeness::Same, 1, 0)]);
    }

    #[test]
    fn the_fingerprint_is_the_files_sha_256() {
        // As `printf abc | sha256sum` prints it.
        assert_eq!(fingerprint(&story("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
