//! Where words of one version of a story stand in another: what somebody did by hand to a statement or a figure holds
//! there as long as the sentences that it stands in are the same, wherever they have moved.

use crate::document::Sentence;
use crate::quote::{self, QuoteVerdict};
use crate::span::Span;
use crate::story::{Citation, Story};

/// What became of words in another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// They stand here, in the same sentences.
    Here(Span),
    /// The sentences under them changed; the passage nearest to them, where there is one.
    Changed(Option<Citation>),
}

/// Where the words at `span` of an earlier version stand in `now`. White space doesn't count, since a file may be
/// wrapped anew; of sentences that are alike the one in the same order is meant.
pub fn carried(before: &Story, span: Span, now: &Story) -> Carried {
    let Some(under) = sentences_under(before, span) else { return Carried::Changed(None) };
    let wanted = words(before, under);
    let alike = |story: &Story| -> Vec<usize> {
        let windows = story.document().sentences().windows(under.len()).enumerate();
        windows.filter(|(_, window)| words(story, window) == wanted).map(|(at, _)| at).collect()
    };
    let first = before.document().sentences().partition_point(|sentence| sentence.span < under[0].span);
    let order = alike(before).iter().position(|at| *at == first).unwrap_or_default();
    let there = alike(now);
    let Some(at) = there.get(order.min(there.len().saturating_sub(1))) else { return changed(before, under, now) };
    let sentences = &now.document().sentences()[*at..*at + under.len()];
    match same_stretch(before, (under, span), now, sentences) {
        Some(found) => Carried::Here(found),
        None => Carried::Changed(None),
    }
}

fn sentences_under(story: &Story, span: Span) -> Option<&[Sentence]> {
    let sentences = story.document().sentences();
    let first = story.document().sentence_at(span)?;
    let after = sentences.partition_point(|sentence| sentence.span.start() < span.end());
    Some(&sentences[first..after.max(first + 1)])
}

/// The words of sentences, white space made alike.
fn words(story: &Story, sentences: &[Sentence]) -> Vec<String> {
    let texts = sentences.iter().map(|sentence| story.document().text(sentence.span));
    texts.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// The stretch with as many characters that show before it and in it.
fn same_stretch(
    before: &Story,
    (under, span): (&[Sentence], Span),
    now: &Story,
    sentences: &[Sentence],
) -> Option<Span> {
    let source = before.document().source();
    let skipped = showing(source.slice(source.span(under[0].span.start()..span.start()).ok()?));
    let length = showing(source.slice(span));
    let last = sentences.last()?;
    let whole = sentences[0].span.cover(last.span);
    let text = now.document().text(whole);
    let mut shown = text.char_indices().filter(|(_, letter)| !letter.is_whitespace()).skip(skipped);
    let (start, _) = shown.next()?;
    let (end, letter) = match length {
        0 | 1 => text[start..].chars().next().map(|letter| (start, letter))?,
        more => shown.nth(more - 2)?,
    };
    now.document().source().span(whole.start() + start..whole.start() + end + letter.len_utf8()).ok()
}

fn showing(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

fn changed(before: &Story, under: &[Sentence], now: &Story) -> Carried {
    let span = under[0].span.cover(under[under.len() - 1].span);
    let check = quote::check(now, before.document().text(span));
    let is_near = matches!(check.verdict, QuoteVerdict::Verbatim | QuoteVerdict::Altered | QuoteVerdict::OtherSpeaker);
    Carried::Changed(check.because.first().copied().filter(|_| is_near))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{self, Format};
    use crate::span::Source;

    const BEFORE: &str = "Bridge vote put off\n\nThe bridge would cost $3.2m, the engineers said. The port handles 40% \
        of the grain and 40% of the tin.\n\nIt was wet.\n\nIt was wet.\n\nMaria Lund was told so.\n";

    fn read(text: &str) -> Story {
        Story::new("bridge", article::read(Source::new(text).unwrap(), Format::Plain), Vec::new())
    }

    /// Where the last `words` of the earlier version stand in the later one, with the words before them.
    fn found(words: &str, after: &str) -> Result<String, Option<String>> {
        let (before, now) = (read(BEFORE), read(after));
        let at = BEFORE.rfind(words).unwrap();
        match carried(&before, before.document().source().span(at..at + words.len()).unwrap(), &now) {
            Carried::Here(span) => Ok(after[..span.end()].split("\n\n").last().unwrap().to_owned()),
            Carried::Changed(near) => Err(near.map(|citation| now.text(citation).to_owned())),
        }
    }

    #[test]
    fn words_are_found_where_their_sentence_has_moved() {
        let moved = BEFORE.replace("The bridge would", "Rain fell on Elsin. The bridge would");
        let expected = "Rain fell on Elsin. The bridge would cost $3.2m, the engineers said. The port handles 40% of the \
            grain and 40%";
        assert_eq!(found("40%", &moved), Ok(expected.to_owned()));
        assert_eq!(found("40%", &BEFORE.replace(" and 40%", "\nand  40%")).unwrap().matches("40%").count(), 2);
    }

    #[test]
    fn of_sentences_alike_the_one_in_the_same_order_is_meant() {
        let moved = BEFORE.replace("Bridge vote put off\n\n", "Bridge vote put off\n\nNobody came.\n\n");
        let (before, now) = (read(BEFORE), read(&moved));
        let at = BEFORE.rfind("wet").unwrap();
        let carried = carried(&before, before.document().source().span(at..at + 3).unwrap(), &now);
        let Carried::Here(span) = carried else { panic!("{carried:?}") };
        assert_eq!(span.start(), moved.rfind("wet").unwrap());
    }

    #[test]
    fn a_changed_sentence_is_told_with_what_stands_there_now() {
        let changed = BEFORE.replace("handles 40% of the grain", "handles 45% of the grain");
        let near = "The port handles 45% of the grain and 40% of the tin";
        assert_eq!(found("40%", &changed), Err(Some(near.to_owned())));
        assert_eq!(found("told so", "Dam full\n\nThe dam is full of water again.\n"), Err(None));
    }

    proptest! {
        #[test]
        fn every_stretch_is_found_in_its_own_version(start in 0usize..220, length in 1usize..60) {
            let story = read(BEFORE);
            let start = start % BEFORE.len();
            let end = (start + length).min(BEFORE.len());
            if let Some(span) = story.document().source().trimmed(start..end) {
                let is_in_text = story.document().paragraphs().iter().any(|paragraph| paragraph.span.contains(span));
                let within = story.document().sentence_at(span).map(|at| story.document().sentences()[at].span);
                if is_in_text && within.is_some_and(|sentence| sentence.contains(span)) {
                    prop_assert_eq!(carried(&story, span, &story), Carried::Here(span));
                }
            }
        }
    }
}
