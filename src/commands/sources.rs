//! `sources`: who is behind the story: named, news organisations, offices, unnamed, and how much is told by the story
//! itself. The order follows Reuters' Handbook of Journalism, which wants sources named: a named one comes first.

use verbatim_index::extract::names::NameKind;
use verbatim_index::extract::statements::{Speaker, SpeakerKind};
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, Story};

use super::{Action, Arguments, Command, EVERYWHERE, STORY};
use crate::context::Context;
use crate::render::voice::{self, Voice};
use crate::reply::{Failure, Reply, SourceFound, SourceKind, SourcesFound};

mod press;

/// Lists who is behind the story.
pub const COMMAND: Command = Command {
    name: "sources",
    about: "Who is behind the story: named, unnamed, news organisations, the story's own voice",
    example: None,
    options: &[STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(sources),
};

fn sources(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let found = find(&story);
    let own = own_voice(&story);
    Ok(Reply::Sources(SourcesFound { story, found, own }))
}

/// Everybody who speaks or passes words on, kind by kind, each in the order in which they first do.
fn find(story: &Story) -> Vec<SourceFound> {
    let mut found: Vec<SourceFound> = Vec::new();
    for (index, statement) in story.extracted().statements.iter().enumerate() {
        let (kind, name) = match &statement.speaker {
            Some(speaker) => (kind(story, speaker), Some(speaker.name.unwrap_or(speaker.written))),
            None => (SourceKind::None, None),
        };
        same_or_new(story, &mut found, kind, name).said.push(index);
        for link in &statement.via {
            let (kind, name) = reporter(story, link.reporter);
            same_or_new(story, &mut found, kind, Some(name)).passed_on.push(index);
        }
    }
    found.sort_by_key(|source| source.kind);
    found
}

fn same_or_new<'f>(
    story: &Story,
    found: &'f mut Vec<SourceFound>,
    kind: SourceKind,
    name: Option<Span>,
) -> &'f mut SourceFound {
    let written = |name: Option<Span>| name.map(|name| bare(story.document().text(name)));
    let known = found.iter().position(|source| source.kind == kind && written(source.name) == written(name));
    let at = known.unwrap_or(found.len());
    if known.is_none() {
        found.push(SourceFound { kind, name, said: Vec::new(), passed_on: Vec::new() });
    }
    &mut found[at]
}

/// A name without what doesn't tell two of them apart.
fn bare(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let is_article = |word: &String| ["the", "a", "an"].contains(&word.as_str());
    words.iter().skip_while(|word| is_article(word)).cloned().collect::<Vec<_>>().join(" ")
}

fn kind(story: &Story, speaker: &Speaker) -> SourceKind {
    let written = story.document().text(speaker.written);
    let name = speaker.name.map_or(written, |name| story.document().text(name));
    match speaker.kind {
        SpeakerKind::Person => SourceKind::Person,
        SpeakerKind::Body if voice::is_nameless(name) => SourceKind::Unnamed,
        SpeakerKind::Body if press::is_news_organisation(name) => SourceKind::News,
        SpeakerKind::Body => SourceKind::Body,
        SpeakerKind::Unnamed | SpeakerKind::Unclear if voice::is_office(written) => SourceKind::Office,
        SpeakerKind::Unnamed => SourceKind::Unnamed,
        SpeakerKind::Unclear => SourceKind::Unclear,
    }
}

/// What sort of source passes words on, and the words that name it.
fn reporter(story: &Story, reporter: Span) -> (SourceKind, Span) {
    let written = story.document().text(reporter);
    let speakers = story.extracted().statements.iter().filter_map(|statement| statement.speaker);
    let known = speakers.filter(|speaker| speaker.written == reporter).find_map(|speaker| {
        let kind = kind(story, &speaker);
        Some((kind, speaker.name?))
    });
    if press::is_news_organisation(written) {
        return (SourceKind::News, known.map_or(reporter, |(_, name)| name));
    }
    match (known, story.extracted().name_at(reporter)) {
        (Some(known), _) => known,
        (None, Some(name)) if story.document().text(name.canonical) == written && !voice::is_nameless(written) => {
            let is_person = name.kind == NameKind::Person;
            (if is_person { SourceKind::Person } else { SourceKind::Body }, name.canonical)
        }
        (None, _) if voice::is_office(written) => (SourceKind::Office, reporter),
        (None, _) => (SourceKind::Unnamed, reporter),
    }
}

/// The numbered sentences that are nobody's but the story's.
fn own_voice(story: &Story) -> Vec<Citation> {
    let sentences =
        story.document().sentences().iter().filter(|sentence| story.document().paragraph_of(sentence).number.is_some());
    sentences.map(|sentence| story.cite(sentence.span)).filter(|cited| Voice::of(story, *cited) == Voice::Own).collect()
}

#[cfg(test)]
mod tests {
    use verbatim_index::article::plain;
    use verbatim_index::span::Source;

    use super::*;

    fn told(text: &str) -> Vec<String> {
        let story = Story::new("s", plain::read(Source::new(text).unwrap()), Vec::new());
        let name = |source: &SourceFound| source.name.map_or("-", |name| story.document().text(name)).to_owned();
        find(&story)
            .iter()
            .map(|source| {
                format!("{:?} {} {}+{}", source.kind, name(source), source.said.len(), source.passed_on.len())
            })
            .collect()
    }

    #[test]
    fn sources_are_told_apart_by_what_the_story_calls_them() {
        let text = "Bridge vote put off\n\n\"We will not be rushed,\" Maria Lund told reporters. A senior official said \
            that the bridge would cost $3m.\n\nMaria Lund said the council would vote in March, according to the Elsin \
            Herald. The council said that it would listen.\n";
        assert_eq!(
            told(text),
            [
                "Person Maria Lund 2+0",
                "Body The council 1+0",
                "News the Elsin Herald 0+1",
                "Unnamed A senior official 1+0"
            ]
        );
    }

    #[test]
    fn a_capital_at_the_beginning_of_a_sentence_names_nobody() {
        let text =
            "Bridge vote put off\n\nOfficials said that the mayor, Jon Abel, had told them that it would wait.\n";
        assert_eq!(told(text), ["Person Jon Abel 1+0", "Unnamed Officials 1+1"]);
    }

    #[test]
    fn a_story_that_reports_nobody_has_its_own_voice_only() {
        let text = "Bridge opens\n\nThe bridge opened on Monday. It is long.\n";
        assert!(told(text).is_empty());
        let story = Story::new("s", plain::read(Source::new(text).unwrap()), Vec::new());
        assert_eq!(own_voice(&story).len(), 2);
    }
}
