//! Is a body one that makes news? By the nouns that name news organisations and the world's news agencies.

/// Nouns at the end of a news organisation's name or description.
const HEADS: [&str; 30] = [
    "agency",
    "broadcaster",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "examiner",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "inquirer",
    "journal",
    "magazine",
    "network",
    "news",
    "newspaper",
    "observer",
    "paper",
    "post",
    "press",
    "radio",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
    "weekly",
    "wire",
    "website",
];

/// Of these, the ones that name other bodies as well ("the Environment Agency"): they need "news" or the like before.
const OF_OTHERS_TOO: [&str; 4] = ["agency", "network", "website", "wire"];

/// What such a noun needs before it.
const OF_NEWS: [&str; 6] = ["news", "press", "media", "television", "tv", "radio"];

/// News agencies and broadcasters that are known by letters or a name of their own: the members of the World News
/// Agencies Council and the largest international broadcasters.
const KNOWN: [&str; 36] = [
    "aap",
    "abc",
    "afp",
    "agence france-presse",
    "al jazeera",
    "anadolu",
    "ansa",
    "ap",
    "apa",
    "associated press",
    "bbc",
    "belga",
    "bloomberg",
    "bss",
    "cbs",
    "cctv",
    "cnn",
    "dpa",
    "dw",
    "efe",
    "interfax",
    "irna",
    "itar-tass",
    "kyodo",
    "nbc",
    "nhk",
    "npr",
    "pa",
    "pti",
    "reuters",
    "ria novosti",
    "sky news",
    "tass",
    "upi",
    "xinhua",
    "yonhap",
];

/// Whether these words name a news organisation.
pub fn is_news_organisation(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| letter.is_whitespace() || "\"“”'’,".contains(letter)).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !["", "the", "s"].contains(word)).collect();
    let is_known = KNOWN.iter().any(|known| {
        let known: Vec<&str> = known.split(' ').collect();
        words.windows(known.len()).any(|window| window == known)
    });
    let (Some(last), before) = (words.last(), words.len().saturating_sub(1)) else { return false };
    let is_of_news = || words[..before].iter().any(|word| OF_NEWS.contains(word));
    let is_press = HEADS.contains(last) && (!OF_OTHERS_TOO.contains(last) || is_of_news());
    is_known || is_press
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_organisations_are_known_by_their_names_and_by_what_they_are() {
        for name in ["AFP", "the AFP news agency", "Reuters", "The Elsin Herald", "the newspaper", "Kyodo News", "BBC"]
        {
            assert!(is_news_organisation(name), "{name}");
        }
    }

    #[test]
    fn other_bodies_are_none() {
        for name in ["the Environment Agency", "China", "the council", "Apple", "", "the", "the railway network"] {
            assert!(!is_news_organisation(name), "{name}");
        }
    }
}
