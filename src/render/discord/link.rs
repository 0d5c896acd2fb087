//! An address that leads to words on a published page: the page's own, with a text fragment
//! (WICG, "URL Fragment Text Directives").

use super::message::is_link;

/// How many words from either end of a passage find it.
const WORDS: usize = 4;
/// How many characters do where a passage has no spaces.
const CHARACTERS: usize = 10;
/// The longest fragment; a passage in a script of many bytes does without one.
const LONGEST: usize = 300;

/// The address of a passage; `None` where the page's isn't one that can stand in a link.
pub fn to_passage(page: &str, words: &str) -> Option<String> {
    let page = Some(page).filter(|page| is_link(page))?;
    let fragment = fragment(words).filter(|fragment| !fragment.is_empty() && fragment.len() <= LONGEST);
    let Some(fragment) = fragment else { return Some(page.to_owned()) };
    let mark = if page.contains('#') { "" } else { "#" };
    Some(format!("{page}{mark}:~:text={fragment}")).filter(|link| is_link(link))
}

/// The first and the last words of a passage; all of a short one.
fn fragment(words: &str) -> Option<String> {
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() > 2 * WORDS {
        let first = all[..WORDS].join(" ");
        let last = all[all.len() - WORDS..].join(" ");
        return Some(format!("{},{}", encoded(&first), encoded(&last)));
    }
    let whole = all.join(" ");
    let characters: Vec<char> = whole.chars().collect();
    if all.len() == 1 && characters.len() > 2 * CHARACTERS {
        let first: String = characters[..CHARACTERS].iter().collect();
        let last: String = characters[characters.len() - CHARACTERS..].iter().collect();
        return Some(format!("{},{}", encoded(&first), encoded(&last)));
    }
    (!whole.is_empty()).then(|| encoded(&whole))
}

/// All but letters and digits of ASCII, points and underscores by the percent sign: the comma, the dash and the
/// ampersand mean something in a text directive.
fn encoded(words: &str) -> String {
    let mut encoded = String::new();
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_' {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAGE: &str = "https://example.org/mill";

    #[test]
    fn a_short_passage_is_found_by_all_of_its_words() {
        let link = to_passage(PAGE, "Well-fed, he & she\nsaid “no”").unwrap();
        assert_eq!(
            link,
            "https://example.org/mill#:~:text=Well%2Dfed%2C%20he%20%26%20she%20said%20%E2%80%9Cno%E2%80%9D"
        );
    }

    #[test]
    fn a_long_passage_is_found_by_its_ends() {
        let link = to_passage(PAGE, "It made some 40% of the valley's flour until May.").unwrap();
        assert_eq!(link, "https://example.org/mill#:~:text=It%20made%20some%2040%25,valley%27s%20flour%20until%20May.");
        let link = to_passage("https://example.org/a#top", "A mill.").unwrap();
        assert_eq!(link, "https://example.org/a#top:~:text=A%20mill.");
    }

    #[test]
    fn an_address_that_would_end_the_link_is_none() {
        assert_eq!(to_passage("javascript:alert(1)", "A mill."), None);
        assert_eq!(to_passage("https://a/)[x](https://b", "A mill."), None);
    }

    proptest! {
        #[test]
        fn any_words_give_an_address_that_stays_a_link(words in "\\PC{0,200}") {
            let link = to_passage(PAGE, &words).unwrap();
            prop_assert!(is_link(&link) && link.starts_with(PAGE));
        }
    }
}
