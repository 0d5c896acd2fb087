//! What is said where a command has no reply, in one line each.

use crate::reply::{Failure, Mistake};

/// What is said of a failure to whoever sits at the machine.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Asker(mistake) => self::mistake(mistake),
        // The chain of causes: an operator reads this, a Discord member doesn't.
        Failure::Ours(error) => one_line(&causes(error)),
    }
}

fn mistake(mistake: &Mistake) -> String {
    match mistake {
        Mistake::Missing { option } => format!("{} is needed", option.to_uppercase()),
        Mistake::Unreadable { file, reason } => format!("{file} can't be read: {}", without_number(reason)),
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
        Mistake::NotAnAddress { written } => {
            format!("{written:?} isn't an address; write it with https:// or http:// before it")
        }
        Mistake::BadDataFolder { folder, reason } => {
            let reason = without_number(reason);
            format!("VERBATIM_DATA_DIR: {folder:?} can't be the data folder: {reason}")
        }
        Mistake::NoDataFolder => "there is no home folder to keep stories in; set VERBATIM_DATA_DIR".to_owned(),
        Mistake::InLibrary(error) => one_line(&without_number(&error.to_string())),
    }
}

/// The chain of causes, none that the one before it says already.
fn causes(error: &anyhow::Error) -> String {
    let mut said = String::new();
    for cause in error.chain().map(|cause| without_number(&cause.to_string())) {
        if said.is_empty() {
            said = cause;
        } else if !said.contains(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}

/// What the system says, without its error number.
pub fn without_number(said: &str) -> String {
    let mut pieces = said.split(" (os error ");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |said, piece| {
        let rest = piece.trim_start_matches(|digit: char| digit.is_ascii_digit());
        said + rest.strip_prefix(')').unwrap_or(rest)
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_cause_is_said_once_and_without_the_systems_number() {
        let inner = std::io::Error::from_raw_os_error(2);
        let outer = format!("can't read x: {inner}");
        let error = anyhow::Error::from(inner).context(outer);
        assert_eq!(failure(&Failure::Ours(error)), "can't read x: No such file or directory");
        let error = anyhow!("the pipe is closed").context("nothing was written");
        assert_eq!(failure(&Failure::Ours(error)), "nothing was written: the pipe is closed");
    }
}
