//! Reply → a message as Discord takes it: words quoted, whose they are and where they stand, every part within Discord's
//! limits, nothing in it that pings. What is sent where is `crate::discord`'s.

use verbatim_index::story::Story;

use super::chart;
use super::language::Language;
use crate::reply::{Failure, ParagraphShown, Reply, Summarised};

mod about;
mod answer;
mod approved;
mod attached;
mod behind;
mod blocks;
pub mod buttons;
mod checklist;
mod checks;
pub mod complaints;
pub mod corrections;
mod cut;
mod dates;
pub mod desk;
mod everywhere;
pub mod form;
mod gaps;
pub mod hand_overs;
pub mod labels;
mod link;
mod lists;
mod markdown;
mod marked;
mod message;
mod next;
mod passages;
mod source;
pub mod summaries;
mod verified;
pub mod watched;
pub mod wishes;

use buttons::Drawn;
use message::{Colour, Embed};
pub use message::{File, Message, given};
pub use verified::quotations;

/// The message that shows a reply; of a list, from this place on.
pub fn message(language: Language, reply: &Reply, from: usize) -> Message {
    let message = match reply {
        Reply::Answer(answered) => answer::message(language, answered),
        Reply::Statements(listed) => lists::statements(language, listed, from),
        Reply::Draft(draft) => attached::draft(language, draft),
        Reply::Exported(exported) => attached::exported(language, exported),
        Reply::Checklist(list) => checklist::message(language, list, from),
        Reply::SaidEverywhere(said) => everywhere::message(language, said),
        Reply::Figures(listed) => lists::figures(language, listed, from),
        Reply::Dispute(listed) => lists::dispute(language, listed, from),
        Reply::Timeline(listed) => lists::timeline(language, listed, from),
        Reply::Claim(claim) => checks::claim(language, claim),
        Reply::Quote(quote) => checks::quote(language, quote),
        Reply::Marked(marked) => marked::message(language, marked),
        Reply::Passages(shown) => passages::message(language, shown),
        Reply::Verified(verified) => verified::message(language, verified),
        Reply::Summary(summary) => self::summary(language, summary),
        Reply::Paragraph(paragraph) => self::paragraph(language, paragraph),
        Reply::Facts(listed) => lists::facts(language, listed, from),
        Reply::Desk(reply) => desk::message(language, reply),
        Reply::Approved(list) => approved::list(language, list),
        Reply::Corrections(shown) => corrections::message(language, shown),
        Reply::Gaps(gaps) => self::gaps::message(language, gaps, from),
        Reply::Help => about::help(language),
        Reply::Reasoned(reasoned) => behind::reasoned(language, reasoned),
        Reply::Sources(sources) => behind::sources(language, sources),
        Reply::InUse(in_use) => about::in_use(language, in_use),
        Reply::About(about) => self::about::about(language, about),
        Reply::Extracted(_)
        | Reply::Stories(_)
        | Reply::Story(_)
        | Reply::Raw(_)
        | Reply::Compared(_)
        | Reply::Changed(_)
        | Reply::Questions(_)
        | Reply::Tried(_)
        | Reply::Chosen(_)
        | Reply::Removed(_)
        | Reply::Indexed(_)
        | Reply::Health(_) => notice(labels::NOT_HERE.in_language(language)),
    };
    let message = with_id(language, reply, with_verification(language, reply, message));
    match (chart::of(reply), chart::number_of(reply)) {
        (Some(picture), Some((story, series))) => {
            let source = Drawn { story: next::this_version(story), series };
            message.with_picture(picture).drawn_from(source)
        }
        _ => message,
    }
}

/// The same with a button that reads the source again, where it quotes one story.
fn with_verification(language: Language, reply: &Reply, message: Message) -> Message {
    let is_verified = matches!(reply, Reply::Verified(_));
    let quotes = !is_verified && !verified::quotations(message.words()).is_empty();
    let button = reply.story().filter(|_| quotes).and_then(|story| verified::button(language, story));
    match button {
        Some(button) => message.and_last_button(button),
        None => message,
    }
}

/// The same with the answer's id in its small print, where it is an answer.
fn with_id(language: Language, reply: &Reply, message: Message) -> Message {
    match reply.reference().filter(|_| !message.is_private()) {
        Some(reference) => message.and_noted(&super::words::about::answer_id(language, &reference.to_string())),
        None => message,
    }
}

/// The message that says why there is no reply; only the asker sees it. What failed on our side is for the log.
pub fn failure(language: Language, failure: &Failure) -> Message {
    match failure {
        Failure::Asker(_) => notice(&super::words::failure(language, failure)).refusing(),
        Failure::Ours(_) => notice(labels::APOLOGY.in_language(language)).refusing(),
    }
}

/// A sentence of ours that only the asker sees.
pub fn notice(sentence: &str) -> Message {
    let mut embed = Embed::new(Colour::Quiet);
    embed.add(&cut::escaped(sentence, NOTICE), 0);
    Message::private(embed)
}

/// A choice offered while an option is typed; Discord shows it without Markdown.
pub fn choice(words: &str, limit: usize) -> String {
    cut::visible(words, limit)
}

/// The longest notice.
const NOTICE: usize = 1000;

/// An embed under the story's headline, with publisher and date at its end.
fn headed(language: Language, story: &Story, colour: Colour) -> Embed {
    let article = story.document().article();
    let date = article.published.map(|date| dates::day_month_year(language, &date.to_string()));
    let version = (story.version() > 1).then(|| super::words::about::version(language, story.version()));
    let note: Vec<String> = [article.publisher.clone(), date, version].into_iter().flatten().collect();
    Embed::new(colour).titled(story.title(), article.url.as_deref()).noted(&note.join(message::BETWEEN_NOTES))
}

/// A sentence of ours that stands out.
fn strong(sentence: &str) -> String {
    format!("**{sentence}**")
}

fn summary(language: Language, summary: &Summarised) -> Message {
    let story = &*summary.story;
    let blocks: Vec<String> =
        summary.sentences.iter().map(|sentence| blocks::passage(language, story, *sentence)).collect();
    let mut embed = headed(language, story, Colour::OwnVoice);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}

/// A paragraph between its neighbours, and a button that reads on from where they end or are cut.
fn paragraph(language: Language, shown: &ParagraphShown) -> Message {
    let story = &*shown.story;
    let paragraphs = story.document().paragraphs();
    let from = shown.paragraph.saturating_sub(1);
    let neighbours: Vec<_> = paragraphs.iter().skip(from).take(shown.paragraph - from + 2).collect();
    let passage = |span| blocks::passage(language, story, story.cite(span));
    let blocks: Vec<String> = neighbours.iter().map(|paragraph| passage(paragraph.span)).collect();
    let mut embed = headed(language, story, Colour::OwnVoice);
    blocks::fill(language, &mut embed, &blocks);
    let is_cut = |span| blocks::is_cut(story.document().text(span));
    let cut = neighbours.iter().find(|paragraph| is_cut(paragraph.span)).map(|paragraph| paragraph.sentences.start);
    let end = neighbours.last().map(|paragraph| paragraph.sentences.end);
    let further = cut.or(end).filter(|sentence| *sentence < story.document().sentences().len());
    let button = further.and_then(|sentence| next::read_on(language, story, sentence));
    Message::public(embed).with_buttons(button.into_iter().collect())
}

#[cfg(test)]
mod tests;
