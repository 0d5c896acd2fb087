//! Whose words a passage holds and where they stand, in one line of Markdown: reported, with speaker and chain; the
//! story's own; or a related fact's, with its source.

use verbatim_index::extract::Statement;
use verbatim_index::extract::statements::{Speaker, SpeakerKind};
use verbatim_index::facts::Fact;
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::message::{Colour, is_link};
use super::{cut, dates, labels};

/// The longest name, role or title in such a line.
const NAME: usize = 120;

/// The line under a passage.
pub fn line(story: &Story, citation: Citation) -> String {
    match citation.source {
        CitedSource::Fact(fact) => fact_line(&story.facts()[fact]),
        CitedSource::Article => article_line(story, citation.span),
    }
}

/// The line under a statement.
pub fn statement_line(story: &Story, statement: &Statement) -> String {
    let passage = story.passage(story.cite(statement.span()));
    with_place(reported(story, statement), labels::place(passage.role, passage.paragraph))
}

/// What a passage is, as an embed's colour.
pub fn colour(story: &Story, citation: Citation) -> Colour {
    match citation.source {
        CitedSource::Fact(_) => Colour::RelatedFact,
        CitedSource::Article if statements_at(story, citation.span).is_empty() => Colour::OwnVoice,
        CitedSource::Article => Colour::Reported,
    }
}

/// The publisher, as far as the article says.
pub fn publisher(story: &Story) -> String {
    let publisher = story.document().article().publisher.as_deref();
    publisher.map_or_else(|| labels::THE_STORY.to_owned(), |name| cut::escaped(name, NAME))
}

fn article_line(story: &Story, span: Span) -> String {
    let passage = story.passage(story.cite(span));
    let place = labels::place(passage.role, passage.paragraph);
    let mut chains: Vec<String> = Vec::new();
    for statement in statements_at(story, span) {
        let chain = reported(story, statement);
        if !chains.contains(&chain) {
            chains.push(chain);
        }
    }
    let whose = if chains.is_empty() { labels::OWN_VOICE.to_owned() } else { chains.join("\n") };
    with_place(whose, place)
}

fn with_place(whose: String, place: Option<String>) -> String {
    match place {
        Some(place) => format!("{whose} · {place}"),
        None => whose,
    }
}

/// The statements that a passage shares words with, but for those that only hold another of them.
fn statements_at(story: &Story, span: Span) -> Vec<&Statement> {
    let statements = &story.extracted().statements;
    let overlaps = |statement: &Statement| statement.spans.iter().any(|piece| piece.overlaps(span));
    let found: Vec<usize> = (0..statements.len()).filter(|index| overlaps(&statements[*index])).collect();
    let holds_another = |index: usize| found.iter().any(|other| statements[*other].parent == Some(index));
    found.iter().filter(|index| !holds_another(**index)).map(|index| &statements[*index]).collect()
}

fn reported(story: &Story, statement: &Statement) -> String {
    let badge = if statement.denied { labels::DENIED } else { labels::REPORTED };
    let words = |span: Span| cut::escaped(story.document().text(span), NAME);
    let speaker = match &statement.speaker {
        Some(speaker) => self::speaker(&words, speaker),
        None => labels::UNATTRIBUTED.to_owned(),
    };
    let addressee = statement.addressee.map(|addressee| format!(" (to {})", words(addressee))).unwrap_or_default();
    let mut chain = vec![format!("{speaker}{addressee}")];
    chain.extend(statement.via.iter().map(|link| words(link.reporter)));
    chain.push(publisher(story));
    format!("{badge}: {}", chain.join(" → "))
}

fn speaker(words: &impl Fn(Span) -> String, speaker: &Speaker) -> String {
    let name = words(speaker.name.unwrap_or(speaker.written));
    match speaker.kind {
        SpeakerKind::Person | SpeakerKind::Body => format!("**{name}**"),
        SpeakerKind::Unnamed => format!("**{name}** ({})", labels::UNNAMED),
        SpeakerKind::Unclear => format!("**{name}** ({})", labels::UNCLEAR),
    }
}

fn fact_line(fact: &Fact) -> String {
    let title = cut::escaped(&fact.source.title, NAME);
    let title = match fact.source.url.as_deref().filter(|url| is_link(url)) {
        Some(url) => format!("[{title}]({url})"),
        None => title,
    };
    let publisher = cut::escaped(&fact.source.publisher, NAME);
    let date = fact.source.published.as_deref().map(|date| cut::escaped(&dates::day_month_year(date), NAME));
    let parts: Vec<String> = [Some(title), Some(publisher), date].into_iter().flatten().collect();
    format!("{}: {}", labels::RELATED_FACT, parts.join(" · "))
}
