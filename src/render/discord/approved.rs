//! Approved answers in Discord: before, or in place of, what the program finds; and as a list. A moderator's own words never
//! stand as a quotation.

use verbatim_index::story::{Citation, Story};

use super::message::{Colour, Message, is_link};
use super::{blocks, cut, headed, labels, strong};
use crate::render::language::Language;
use crate::render::words::approved as said;
use crate::reply::{ApprovedAnswer, ApprovedList, ApprovedWords};

/// The longest note, and the longest question in a list.
const NOTE: usize = 1_600;
/// See `NOTE`.
const QUESTION: usize = 200;

/// An approved answer with its label.
pub fn block(language: Language, story: &Story, answer: &ApprovedAnswer) -> String {
    let by = said::by(language, &answer.who, answer.at, &super::corrections::shown);
    match &answer.words {
        ApprovedWords::Story(citation) => {
            let heading = strong(said::BY_MODERATORS.in_language(language));
            format!("{heading} · {by}\n{}", blocks::passage(language, story, *citation))
        }
        ApprovedWords::Note { words, beside, link } => {
            let heading = strong(said::NOTE.in_language(language));
            let source = source(language, story, *beside, link.as_deref());
            format!("{heading} · {by}\n{}{source}", persons_words(words))
        }
    }
}

/// A person's words, on lines of their own: no mark of Markdown works, and none stands as a quotation.
pub fn persons_words(words: &str) -> String {
    cut::escaped(words, NOTE)
}

/// What bears a person's words out.
pub fn source(language: Language, story: &Story, beside: Option<Citation>, link: Option<&str>) -> String {
    let label = said::SOURCE.in_language(language);
    let passage = beside.map(|citation| format!("\n*{label}*\n{}", blocks::passage(language, story, citation)));
    let link =
        link.filter(|link| is_link(link)).map(|link| format!("\n{}", labels::labelled(language, said::SOURCE, link)));
    passage.or(link).unwrap_or_default()
}

/// The approved answers about a story.
pub fn list(language: Language, list: &ApprovedList) -> Message {
    let story = &*list.story;
    let mut embed = headed(language, story, Colour::Quiet);
    if list.shown.is_empty() {
        embed.add(said::NONE.in_language(language), 0);
        return Message::private(embed);
    }
    let each = list.shown.iter().map(|(kept, answer)| {
        let question = strong(&cut::escaped(&kept.question, QUESTION));
        match answer {
            Some(answer) => format!("{question}\n{}", block(language, story, answer)),
            None => format!("{question}\n{}\n{}", said::CHANGED.in_language(language), persons_words(&kept.words)),
        }
    });
    let heading = strong(said::TITLE.in_language(language));
    let blocks: Vec<String> = [heading].into_iter().chain(each).collect();
    blocks::fill(language, &mut embed, &blocks);
    Message::private(embed)
}
