//! What somebody corrected by hand in a story as it was read: whose words a statement's are, or what a figure is. The
//! article stays as it is; who corrected and why is kept beside it, so that it can be shown.

use crate::article::plain;
use crate::extract::names::NameKind;
use crate::extract::statements::{Reason, Speaker, SpeakerKind};
use crate::extract::{Extracted, Figure};
use crate::span::{Source, Span};
use crate::story::Story;

/// A correction that holds in a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Its number where it is kept.
    pub number: i64,
    /// What is corrected.
    pub of: Corrects,
    /// Where that stands.
    pub at: Span,
    /// How it was read.
    pub was: String,
    /// What it is.
    pub became: Became,
    /// Who corrected it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub when: i64,
    /// Why.
    pub why: String,
}

/// What is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Corrects {
    /// Whose words a statement's are: an index of the story's.
    Speaker(usize),
    /// What a figure is: an index of the story's.
    Value(usize),
}

/// What it was corrected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// A name that the story has.
    Story(Span),
    /// Words of whoever corrected it, which the story doesn't have.
    Editor(String),
}

impl Correction {
    /// Words as a correction of a story: the story's own where it has them as a name or word for word, else the editor's.
    pub fn in_words_of(story: &Story, words: &str) -> Became {
        let document = story.document();
        let is_meant = |span: &Span| document.text(*span).eq_ignore_ascii_case(words.trim());
        let names = story.extracted().names.iter();
        let named = names.filter(|name| is_meant(&name.canonical) || name.mentions.iter().any(&is_meant));
        let name = named.map(|name| name.canonical).next();
        match name.or_else(|| standing(document.source(), words.trim())) {
            Some(span) => Became::Story(span),
            None => Became::Editor(words.trim().to_owned()),
        }
    }
}

/// Where words first stand in a text by themselves.
fn standing(source: &Source, words: &str) -> Option<Span> {
    let text = source.text();
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let mut found = text.match_indices(words).filter(|_| words.chars().any(char::is_alphanumeric));
    let (start, _) = found.find(|(start, found)| {
        is_apart(text[..*start].chars().next_back()) && is_apart(text[start + found.len()..].chars().next())
    })?;
    source.span(start..start + words.len()).ok()
}

/// Puts corrections into what was read.
pub(crate) fn apply(extracted: &mut Extracted, corrections: &[Correction]) {
    for correction in corrections {
        match correction.of {
            Corrects::Speaker(index) => correct_speaker(extracted, index, &correction.became),
            Corrects::Value(index) => {
                if let (Some(figure), Became::Editor(words)) = (extracted.figures.get_mut(index), &correction.became) {
                    correct_value(figure, words);
                }
            }
        }
    }
}

fn correct_speaker(extracted: &mut Extracted, index: usize, became: &Became) {
    let speaker = match became {
        Became::Story(name) => Some(Speaker { written: *name, name: Some(*name), kind: kind(extracted, *name) }),
        Became::Editor(_) => None,
    };
    let Some(statement) = extracted.statements.get_mut(index) else { return };
    let before = statement.speaker;
    statement.speaker = speaker;
    statement.because = vec![Reason::ByHand];
    let is_before = |reporter: Span| before.is_some_and(|one| one.written == reporter || one.name == Some(reporter));
    // Whoever says it passes on what stands in it.
    for inner in extracted.statements.iter_mut().filter(|statement| statement.parent == Some(index)) {
        match speaker {
            Some(speaker) => {
                inner
                    .via
                    .iter_mut()
                    .filter(|link| is_before(link.reporter))
                    .for_each(|link| link.reporter = speaker.written);
            }
            None => inner.via.retain(|link| !is_before(link.reporter)),
        }
    }
}

fn kind(extracted: &Extracted, name: Span) -> SpeakerKind {
    match extracted.name_at(name).map(|name| name.kind) {
        Some(NameKind::Person) | None => SpeakerKind::Person,
        Some(NameKind::Body | NameKind::Country | NameKind::Place | NameKind::Other) => SpeakerKind::Body,
    }
}

/// What a figure is by the editor's words; where these are no number there is none. What the story's own words say for
/// comparing stays: a verdict is about the text.
fn correct_value(figure: &mut Figure, words: &str) {
    let read = Source::new(words).ok().map(|source| Story::new("", plain::read(source), Vec::new()));
    let read = read.as_ref().and_then(|story| story.extracted().figures.first());
    figure.value = read.and_then(|read| read.value);
    figure.low = read.and_then(|read| read.low);
    figure.high = read.and_then(|read| read.high);
    figure.approximate = read.is_some_and(|read| read.approximate);
    if let Some(read) = read {
        figure.unit = read.unit.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Bridge vote put off\n\nThe mayor of Elsin, Maria Lund, opened the meeting. Jon Abel said that the \
        bridge would cost $3m. Officials said Mr Abel had told the port that it would wait.\n";

    fn story() -> Story {
        Story::new("bridge", plain::read(Source::new(TEXT).unwrap()), Vec::new())
    }

    fn correction(story: &Story, of: Corrects, became: Became) -> Correction {
        let at = match of {
            Corrects::Speaker(index) => story.extracted().statements[index].span(),
            Corrects::Value(index) => story.extracted().figures[index].span,
        };
        let (was, who, why) = (String::new(), "7".to_owned(), "heard it".to_owned());
        Correction { number: 1, of, at, was, became, who, when: 0, why }
    }

    #[test]
    fn a_name_of_the_story_becomes_the_speaker_and_any_other_is_the_editors() {
        let story = story();
        let became = Correction::in_words_of(&story, "maria lund");
        let Became::Story(span) = became else { panic!("{became:?}") };
        assert_eq!(story.document().text(span), "Maria Lund");
        let corrected = story.corrected(vec![correction(&story, Corrects::Speaker(0), became)]);
        let statement = &corrected.extracted().statements[0];
        assert_eq!(corrected.document().text(statement.speaker.unwrap().written), "Maria Lund");
        assert_eq!(statement.because, [Reason::ByHand]);
        assert_eq!(crate::answer::said(&corrected, Some("Lund"), None), [0]);
        assert_ne!(crate::answer::said(&story, Some("Lund"), None), [0], "the story as read stays as it is");

        let became = Correction::in_words_of(&story, "Ines Varga");
        assert_eq!(became, Became::Editor("Ines Varga".to_owned()));
        let corrected = story.corrected(vec![correction(&story, Corrects::Speaker(0), became)]);
        assert_eq!(corrected.extracted().statements[0].speaker, None);
        assert_eq!(crate::answer::said(&corrected, Some("Varga"), None), [0]);
        assert!(crate::answer::said(&corrected, Some("Abel"), None).iter().all(|index| *index != 0));
    }

    #[test]
    fn part_of_a_word_is_no_name_of_the_story() {
        for words in ["Lun", "ort", "", "  ", "-"] {
            assert_eq!(Correction::in_words_of(&story(), words), Became::Editor(words.trim().to_owned()), "{words:?}");
        }
    }

    #[test]
    fn a_figure_has_the_editors_value_and_the_storys_words() {
        let story = story();
        for (words, value) in [("$4.5m", Some(4_500_000.0)), ("nobody knows", None)] {
            let became = Became::Editor(words.to_owned());
            let corrected = story.corrected(vec![correction(&story, Corrects::Value(0), became)]);
            let figure = &corrected.extracted().figures[0];
            assert_eq!((corrected.document().text(figure.span), figure.value), ("$3m", value), "{words}");
        }
    }

    #[test]
    fn who_passed_words_on_is_corrected_with_the_statement_that_they_stand_in() {
        let story = story();
        let inner = story.extracted().statements.iter().position(|statement| !statement.via.is_empty()).unwrap();
        let outer = story.extracted().statements[inner].parent.unwrap();
        let became = Correction::in_words_of(&story, "Maria Lund");
        let corrected = story.corrected(vec![correction(&story, Corrects::Speaker(outer), became)]);
        let via = &corrected.extracted().statements[inner].via;
        assert_eq!(corrected.document().text(via[0].reporter), "Maria Lund");
    }
}
