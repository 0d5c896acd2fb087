//! What is said where a command has no reply, in one line each.

use crate::reply::{Failure, Mistake};

/// What is said of a failure to whoever sits at the machine.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Asker(mistake) => self::mistake(mistake),
        // The chain of causes: an operator reads this, a Discord member doesn't.
        Failure::Ours(error) => one_line(&format!("{error:#}")),
    }
}

fn mistake(mistake: &Mistake) -> String {
    match mistake {
        Mistake::Missing { option } => format!("{} is needed", option.to_uppercase()),
        Mistake::Unreadable { file, reason } => format!("{file} can't be read: {reason}"),
        Mistake::NotText { file } => format!("{file} isn't UTF-8 text; save it as plain text or Markdown first"),
        Mistake::TooLong { file } => format!("{file} is longer than the setting limits.article_bytes allows"),
        Mistake::NotADay { written } => format!("{written:?} isn't a day; write it as 2010-10-30"),
        Mistake::NoSuchParagraph { number, last } => {
            format!("the story has no paragraph {number}; its paragraphs are 1 to {last}")
        }
        Mistake::NoSuchStory { id, nearest: Some(nearest) } => {
            format!("there is no story {id:?}; did you mean {nearest:?}?")
        }
        Mistake::NoSuchStory { id, nearest: None } => {
            format!("there is no story {id:?}; `verbatim story list` shows those there are")
        }
        Mistake::NoDataFolder => "there is no home folder to keep stories in; set VERBATIM_DATA_DIR".to_owned(),
        Mistake::InLibrary(error) => one_line(&error.to_string()),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
