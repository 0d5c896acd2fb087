//! Whose words a passage holds and where they stand, in one line of Markdown: reported, with speaker and chain; the
//! story's own; or a related fact's, with its source.

use verbatim_index::extract::Statement;
use verbatim_index::extract::statements::Speaker;
use verbatim_index::facts::Fact;
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::message::{Colour, is_link};
use super::{corrections, cut, dates, labels, link, strong};
use crate::render::language::Language;
use crate::render::voice::{Voice, editors_speaker, is_hedged};
use crate::render::words;

/// The longest name, role or title in such a line.
const NAME: usize = 120;

/// The line under a passage.
pub fn line(language: Language, story: &Story, citation: Citation) -> String {
    match Voice::of(story, citation) {
        Voice::RelatedFact(fact) => story.facts().get(fact).map(|fact| fact_line(language, fact)).unwrap_or_default(),
        Voice::Own => with_place(language, story, citation, labels::OWN_VOICE.in_language(language).to_owned()),
        Voice::Reported(statements) => with_place(language, story, citation, chains(language, story, &statements)),
    }
}

/// The line under a statement.
pub fn statement_line(language: Language, story: &Story, statement: &Statement) -> String {
    with_place(language, story, story.cite(statement.span()), reported(language, story, statement))
}

/// What a passage is, as an embed's colour.
pub fn colour(story: &Story, citation: Citation) -> Colour {
    match Voice::of(story, citation) {
        Voice::RelatedFact(_) => Colour::RelatedFact,
        Voice::Own => Colour::OwnVoice,
        Voice::Reported(_) => Colour::Reported,
    }
}

/// Whose words, how firmly, and where in the article.
fn with_place(language: Language, story: &Story, citation: Citation, whose: String) -> String {
    let passage = story.passage(citation);
    let hedged = is_hedged(story, citation).then(|| words::HEDGED.in_language(language).to_owned());
    let place = labels::place(language, passage.role, passage.paragraph);
    let link = passage.url.and_then(|page| link::to_passage(page, passage.text));
    let place = place.map(|place| link.map_or_else(|| place.clone(), |link| format!("[{place}]({link})")));
    let parts: Vec<String> = [Some(whose), hedged, place].into_iter().flatten().collect();
    let line = parts.join(" · ");
    let corrected = if citation.source == CitedSource::Article {
        corrections::within(language, story, citation.span)
    } else {
        Vec::new()
    };
    [line].into_iter().chain(corrected).collect::<Vec<_>>().join("\n")
}

/// The chains of statements, each once; a statement that holds another one is in that one's chain.
fn chains(language: Language, story: &Story, statements: &[usize]) -> String {
    let all = &story.extracted().statements;
    let is_parent = |index: usize| statements.iter().any(|other| all[*other].parent == Some(index));
    let mut chains: Vec<String> = Vec::new();
    for statement in statements.iter().filter(|index| !is_parent(**index)) {
        let chain = reported(language, story, &all[*statement]);
        if !chains.contains(&chain) {
            chains.push(chain);
        }
    }
    chains.join("\n")
}

fn publisher(language: Language, story: &Story) -> String {
    story
        .publisher()
        .map_or_else(|| labels::THE_STORY.in_language(language).to_owned(), |name| cut::escaped(name, NAME))
}

fn reported(language: Language, story: &Story, statement: &Statement) -> String {
    let shown = |span: Span| cut::escaped(story.document().text(span), NAME);
    let speaker = match &statement.speaker {
        Some(speaker) => self::speaker(language, story, speaker),
        None => match editors_speaker(story, statement) {
            Some(name) => {
                let name = strong(&cut::escaped(name, NAME));
                labels::noted(language, &name, words::corrections::EDITORS.in_language(language))
            }
            None => words::NO_SPEAKER.in_language(language).to_owned(),
        },
    };
    let speaker = match statement.addressee {
        Some(addressee) => labels::told_to(language, &speaker, &shown(addressee)),
        None => speaker,
    };
    let mut chain = vec![speaker];
    chain.extend(statement.via.iter().map(|link| shown(link.reporter)));
    chain.push(publisher(language, story));
    let chain = chain.join(" → ");
    if statement.denied { labels::reported_denial(language, &chain) } else { labels::reported(language, &chain) }
}

fn speaker(language: Language, story: &Story, speaker: &Speaker) -> String {
    let text = |span: Span| story.document().text(span);
    let name = strong(&cut::escaped(text(speaker.name.unwrap_or(speaker.written)), NAME));
    match words::speaker_note(speaker.kind, text(speaker.written)) {
        Some(note) => labels::noted(language, &name, note.in_language(language)),
        None => name,
    }
}

fn fact_line(language: Language, fact: &Fact) -> String {
    let title = cut::escaped(&fact.source.title, NAME);
    let title = match fact.source.url.as_deref().filter(|url| is_link(url)) {
        Some(url) => format!("[{title}]({url})"),
        None => title,
    };
    let publisher = cut::escaped(&fact.source.publisher, NAME);
    let date = fact.source.published.as_deref().map(|date| cut::escaped(&dates::day_month_year(language, date), NAME));
    let parts: Vec<String> = [Some(title), Some(publisher), date].into_iter().flatten().collect();
    labels::related_fact(language, &parts.join(" · "))
}
