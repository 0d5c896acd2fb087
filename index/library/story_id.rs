//! What a story's id may be, and the id that a headline gives. An id is a folder's name, so nothing else gets through.

use unicode_normalization::UnicodeNormalization;

use super::LibraryError;

/// The most characters that a story's id has.
pub const LONGEST_ID: usize = 64;

const LONGEST_FROM_TITLE: usize = 48;
const OF_NO_TITLE: &str = "story";

/// The same id, if a story can have it.
pub(super) fn checked_id(id: &str) -> Result<&str, LibraryError> {
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let fits = !id.is_empty() && id.len() <= LONGEST_ID && id.chars().all(allowed) && !id.starts_with('-');
    if fits { Ok(id) } else { Err(LibraryError::BadId { id: id.chars().take(LONGEST_ID + 1).collect() }) }
}

/// The id that a headline gives: its words in lower case without accents, as many as fit.
pub(super) fn id_from_title(title: &str) -> String {
    let mut id = String::new();
    let plain: String = title.nfkd().filter(char::is_ascii).filter(|letter| *letter != '\'').collect();
    for word in plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if id.len() + 1 + word.len() > LONGEST_FROM_TITLE {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word.to_ascii_lowercase());
    }
    if id.is_empty() { OF_NO_TITLE.to_owned() } else { id }
}

/// The id with a number behind it, for a story whose headline another one's id came from already.
pub(super) fn numbered(id: &str, number: u32) -> String {
    format!("{id}-{number}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_headline_gives_an_id_of_its_first_words() {
        assert_eq!(id_from_title("Café owner's 'last stand': £1,000 a day!"), "cafe-owners-last-stand-1-000-a-day");
        assert_eq!(id_from_title("尖閣諸島"), "story");
    }

    #[test]
    fn an_id_that_could_leave_the_folder_is_refused() {
        for id in ["", "..", "a/b", "a\\b", ".hidden", "-x", "A", "a b", "é", "a\0", &"a".repeat(65)] {
            assert!(checked_id(id).is_err(), "{id:?}");
        }
        assert!(checked_id(&"a".repeat(64)).is_ok());
    }

    proptest! {
        #[test]
        fn an_id_from_any_headline_is_an_id(title in ".{0,200}") {
            let id = id_from_title(&title);
            prop_assert!(checked_id(&id).is_ok());
            prop_assert!(checked_id(&numbered(&id, u32::MAX)).is_ok());
        }
    }
}
