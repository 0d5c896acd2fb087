//! What is said where a command has no reply, in one line each.

use super::{Filling, Phrase};
use crate::render::language::Language;
use crate::reply::{Failure, Mistake};

/// What is said of a failure to whoever sits at the machine.
pub fn failure(language: Language, failure: &Failure) -> String {
    match failure {
        Failure::Asker(mistake) => self::mistake(language, mistake),
        // The chain of causes: an operator reads this, a Discord member doesn't.
        Failure::Ours(error) => one_line(&causes(error)),
    }
}

fn mistake(language: Language, mistake: &Mistake) -> String {
    let about_file = |phrase: Phrase, file: &str| phrase.filled(language, [("file", file.into())]);
    let about_words = |phrase: Phrase, written: &str| phrase.filled(language, [("written", quoted(written))]);
    match mistake {
        Mistake::Missing { option } => {
            Phrase::of("mistake-missing").filled(language, [("option", option.to_uppercase().into())])
        }
        Mistake::Unreadable { file, reason } => Phrase::of("mistake-unreadable")
            .filled(language, [("file", file.as_str().into()), ("reason", without_number(reason).into())]),
        Mistake::Unwritable { file, reason } => Phrase::of("mistake-unwritable")
            .filled(language, [("file", file.as_str().into()), ("reason", without_number(reason).into())]),
        Mistake::NothingToDraw => Phrase::of("mistake-nothing-to-draw").in_language(language).to_owned(),
        Mistake::NotText { file } => about_file(Phrase::of("mistake-not-text"), file),
        Mistake::TooLong { file } => about_file(Phrase::of("mistake-too-long"), file),
        Mistake::NotATime { written } => about_words(Phrase::of("mistake-not-a-time"), written),
        Mistake::NotAZone { written } => about_words(Phrase::of("mistake-not-a-zone"), written),
        Mistake::NotADay { written } => about_words(Phrase::of("mistake-not-a-day"), written),
        Mistake::NoSuchParagraph { number, last } => {
            Phrase::of("mistake-no-such-paragraph").filled(language, [("number", number.into()), ("last", last.into())])
        }
        Mistake::NoSuchStory { id, nearest: Some(nearest) } => Phrase::of("mistake-no-such-story-but")
            .filled(language, [("written", quoted(id)), ("nearest", quoted(nearest))]),
        Mistake::NoSuchStory { id, nearest: None } => about_words(Phrase::of("mistake-no-such-story"), id),
        Mistake::NoSuchAnswer { story } => {
            Phrase::of("mistake-no-such-answer").filled(language, [("story", story.as_str().into())])
        }
        Mistake::NotAnAddress { written } => about_words(Phrase::of("mistake-not-an-address"), written),
        Mistake::BadDataFolder { folder, reason } => Phrase::of("mistake-bad-data-folder")
            .filled(language, [("folder", quoted(folder)), ("reason", without_number(reason).into())]),
        Mistake::NotAServer { written } => about_words(Phrase::of("mistake-not-a-server"), written),
        Mistake::NotAnId { option, written } => Phrase::of("mistake-not-an-id")
            .filled(language, [("option", (*option).into()), ("written", quoted(written))]),
        Mistake::NotForChannels { setting } => {
            Phrase::of("mistake-not-for-channels").filled(language, [("setting", (*setting).into())])
        }
        Mistake::NothingToCorrect { written } => about_words(Phrase::of("mistake-nothing-to-correct"), written),
        Mistake::SeveralToCorrect { written, ids } => Phrase::of("mistake-several-to-correct")
            .filled(language, [("written", quoted(written)), ("ids", ids.as_str().into())]),
        Mistake::NoSuchCorrection { number } => {
            Phrase::of("mistake-no-such-correction").filled(language, [("number", number.to_string().into())])
        }
        Mistake::TooManyWords { option, most } => Phrase::of("mistake-too-many-words")
            .filled(language, [("option", option.to_uppercase().into()), ("most", (*most).into())]),
        Mistake::NotInStory { written } => about_words(Phrase::of("mistake-not-in-story"), written),
        Mistake::NothingApproved { written } => about_words(Phrase::of("mistake-nothing-approved"), written),
        Mistake::NoSource { written } => about_words(Phrase::of("mistake-no-source"), written),
        Mistake::NoSuchHandOver { number } => {
            Phrase::of("mistake-no-such-hand-over").filled(language, [("number", number.to_string().into())])
        }
        Mistake::TooManyWaiting => Phrase::of("mistake-too-many-waiting").in_language(language).to_owned(),
        Mistake::NobodyHears => Phrase::of("mistake-nobody-hears").in_language(language).to_owned(),
        Mistake::NoMessageContent => Phrase::of("mistake-no-message-content").in_language(language).to_owned(),
        Mistake::NotAllowed => Phrase::of("mistake-not-allowed").in_language(language).to_owned(),
        Mistake::BadCase { file } => about_file(Phrase::of("mistake-bad-case"), file),
        Mistake::BadBackup { file, reason } => Phrase::of("mistake-bad-backup")
            .filled(language, [("file", file.as_str().into()), ("reason", without_number(reason).into())]),
        Mistake::NoDataFolder => Phrase::of("mistake-no-data-folder").in_language(language).to_owned(),
        Mistake::InLibrary(error) => one_line(&without_number(&error.to_string())),
    }
}

/// In quotation marks, line breaks and the like spelled out.
fn quoted(written: &str) -> Filling<'static> {
    format!("{written:?}").into()
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
        assert_eq!(failure(Language::English, &Failure::Ours(error)), "can't read x: No such file or directory");
        let error = anyhow!("the pipe is closed").context("nothing was written");
        assert_eq!(failure(Language::English, &Failure::Ours(error)), "nothing was written: the pipe is closed");
    }
}
