//! What the program is, what can be asked, and which story it answers from, as embeds.

use verbatim_index::library::StoryEntry;
use verbatim_index::story::Story;

use super::message::{Colour, Embed, Message, is_link};
use super::{blocks, cut, dates, headed, labels, strong};
use crate::commands::{Action, COMMANDS, Command, Surface};
use crate::render::language::Language;
use crate::render::words::{self, about as said};
use crate::reply::{About, StoryInUse};

/// The longest title or name.
const NAME: usize = 200;
/// How many other stories are listed; autocompletion finds the others.
const OTHERS: usize = 20;

/// What can be asked, each command with an example.
pub fn help(language: Language) -> Message {
    let mut embed = Embed::new(Colour::Quiet);
    for command in COMMANDS.iter().filter(|command| command.is_offered_by(Surface::Discord)) {
        let described = words::commands::command(language, command.name);
        let (name, about) = described.map_or((command.name, command.about), |said| (said.name, said.about));
        embed.add(&format!("**/{name}** {about}{}", example(language, command)), 0);
    }
    for line in labels::ALSO_IN_DISCORD {
        embed.add(line.in_language(language), 0);
    }
    Message::private(embed)
}

/// Examples are typed in the story's language.
fn example(language: Language, command: &Command) -> String {
    let Some((option, given)) = command.example else { return String::new() };
    let name = words::commands::command(language, command.name).map_or(command.name, |said| said.name);
    let within = within(language, command, option).map(|inner| format!(" {inner}")).unwrap_or_default();
    let option = words::commands::option(language, command.name, option).map_or(option, |said| said.name);
    format!("\n-# /{name}{within} {option}: {given}")
}

/// What the command of a group is called that takes an option, where Discord offers the group's commands only.
fn within(language: Language, group: &Command, option: &str) -> Option<&'static str> {
    let Action::Group { commands, .. } = group.action else { return None };
    let mut offered = commands.iter().filter(|command| command.is_offered_by(Surface::Discord));
    let inner = offered.find(|command| command.options.iter().any(|known| known.name == option))?;
    let described = words::commands::command(language, &format!("{}-{}", group.name, inner.name));
    Some(described.map_or(inner.name, |said| said.name))
}

/// What the program is.
pub fn about(language: Language, about: &About) -> Message {
    let promises = said::PROMISES
        .map(|(name, promise)| format!("**{}**: {}", name.in_language(language), promise.in_language(language)));
    let rates = about.error_rates.iter().map(|rate| {
        let figures = said::error_rate(language, [rate.missed, rate.spurious, rate.wrong_speaker]);
        labels::labelled(language, words::statement_kind(rate.kind), &figures)
    });
    let rates: Vec<String> = rates.collect();
    let mut blocks = vec![
        format!("**Verbatim {}**\n{}", env!("CARGO_PKG_VERSION"), said::WHAT.in_language(language)),
        promises.join("\n"),
        format!(
            "{}\n{}\n-# {}",
            strong(said::ERRORS.in_language(language)),
            rates.join("\n"),
            said::MEASURED_ON.in_language(language)
        ),
        format!("{}\n{}", strong(said::PRIVACY.in_language(language)), said::KEPT.in_language(language)),
    ];
    blocks.extend(
        about
            .story
            .as_deref()
            .map(|story| format!("{}\n{}", strong(said::STORY.in_language(language)), card(language, story))),
    );
    let mut embed = Embed::new(Colour::Quiet);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}

/// The story that is asked, and those that could be.
pub fn in_use(language: Language, in_use: &StoryInUse) -> Message {
    let mut blocks = vec![card(language, &in_use.story)];
    let others: Vec<String> = in_use.others.iter().take(OTHERS).map(|other| entry(language, other)).collect();
    if !others.is_empty() {
        let more = in_use.others.len() - others.len();
        let more = if more > 0 { format!("\n{}", labels::and_more_stories(language, more)) } else { String::new() };
        blocks.push(format!(
            "{}\n{}{more}\n{}",
            strong(said::OTHERS.in_language(language)),
            others.join("\n"),
            said::HOW_TO_CHOOSE.in_language(language)
        ));
    }
    let mut embed = headed(language, &in_use.story, Colour::Quiet);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}

fn card(language: Language, story: &Story) -> String {
    let article = story.document().article();
    let paragraphs = story.document().paragraphs().iter().filter(|paragraph| paragraph.number.is_some()).count();
    let extracted = story.extracted();
    let counts = [paragraphs, extracted.statements.len(), extracted.figures.len(), story.facts().len()];
    let counts = said::counts(language, counts);
    let title = cut::escaped(story.title(), NAME);
    let title = match article.url.as_deref().filter(|url| is_link(url)) {
        Some(url) => format!("[{title}]({url})"),
        None => title,
    };
    let date = article.published.map(|date| dates::day_month_year(language, &date.to_string()));
    let publisher = story.publisher().map(|publisher| cut::escaped(publisher, NAME));
    let parts = [Some(format!("`{}`", story.id())), publisher, date, Some(said::version(language, story.version()))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{title}\n{}\n{}", parts.join(" · "), counts)
}

fn entry(language: Language, entry: &StoryEntry) -> String {
    let date = entry.published.map(|date| format!(" · {}", dates::day_month_year(language, &date.to_string())));
    format!("`{}` {}{}", entry.id, cut::escaped(&entry.title, NAME), date.unwrap_or_default())
}
