//! What a stretch of text looks like, whatever it says: a sentence, a title, a list item, a link.

/// Whether the text ends as a sentence does, closing quotation marks and brackets aside.
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|character: char| is_closer(character) || character.is_whitespace());
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '．'])
}

/// Whether the text ends with a full stop of any script, closing marks aside.
pub fn ends_with_full_stop(text: &str) -> bool {
    ends_sentence(text) && !text.trim_end_matches(is_closer).ends_with(['!', '?', '！', '？', '؟', '…'])
}

/// Whether a character closes a quotation or a bracket; straight marks do both.
pub fn is_closer(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）')
}

/// Whether the text begins with a quotation mark.
pub fn opens_quotation(text: &str) -> bool {
    text.starts_with(['"', '\'', '“', '‘', '«', '‹', '„', '「', '『'])
}

/// How many words the text has, white space between them.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether the text begins with a bullet or a list item's number.
pub fn is_item(text: &str) -> bool {
    without_bullet(text).len() < text.len() || item_number(text)
}

/// The text after its bullet; the whole text where there is none.
pub fn without_bullet(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix(['•', '·', '‣', '▪', '●', '◦', '■', '►', '∙', '\u{F0B7}']) {
        return rest.trim_start();
    }
    let marked = ["- ", "* ", "+ ", "-\t", "*\t"].iter().find_map(|bullet| text.strip_prefix(bullet));
    marked.map_or(text, str::trim_start)
}

fn item_number(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    (1..=2).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// Whether most of the long words begin with a capital, as in the titles of many American papers.
pub fn is_title_case(text: &str) -> bool {
    let long = || text.split_whitespace().map(bare).filter(|word| word.chars().count() > 3);
    let capitals = long().filter(|word| word.starts_with(|first: char| first.is_uppercase() || first.is_numeric()));
    long().count() >= 2 && capitals.count() * 5 >= long().count() * 4
}

/// Whether every word begins with a capital or a digit, small joining words aside: a name, a masthead.
pub fn is_all_capitalised(text: &str) -> bool {
    const JOINING: [&str; 14] =
        ["and", "of", "the", "for", "in", "at", "de", "la", "le", "von", "van", "bin", "al", "with"];
    let mut words = text.split_whitespace().map(bare).filter(|word| !word.is_empty());
    text.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
        && words.all(|word| {
            word.starts_with(|first: char| first.is_uppercase() || first.is_numeric()) || JOINING.contains(&word)
        })
}

/// Whether the text begins as a transcript's turn does: a name, perhaps in capitals, and a colon.
pub fn is_turn(text: &str) -> bool {
    let Some((name, said)) = text.split_once(':') else { return false };
    !said.trim().is_empty() && words(name) <= 4 && said.starts_with(char::is_whitespace) && is_all_capitalised(name)
}

/// Whether the text is one web address.
pub fn is_address(text: &str) -> bool {
    let web = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    web && !text.contains(char::is_whitespace) && text.len() > 8
}

/// Whether the text reads like a link or a label rather than like prose: short, and no sentence of its own.
pub fn is_link_like(text: &str) -> bool {
    let text = without_bullet(text);
    let count = words(text);
    // Scripts that set no spaces count as one word, so length decides too.
    if text.chars().count() > 160 {
        return is_address(text);
    }
    count <= 4 || is_address(text) || (count <= 20 && !ends_with_full_stop(text) && !opens_quotation(text))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|character: char| !character.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_may_end_inside_quotation_marks() {
        for text in ["It rained.", "He said: “Go!”", "(It rained.)", "雨が降った。", "Why?", "Wait …"] {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["Harbour news", "He said:", "Rain,", ""] {
            assert!(!ends_sentence(text), "{text}");
        }
    }

    #[test]
    fn items_begin_with_a_bullet_or_a_small_number() {
        for text in ["• Ferry runs again", "- Ferry", "* Ferry", "2. Ferry", "12) Ferry"] {
            assert!(is_item(text), "{text}");
        }
        for text in ["-5 degrees", "2010 was dry", "3.5 tonnes", "— Jane Doe"] {
            assert!(!is_item(text), "{text}");
        }
    }

    #[test]
    fn titles_names_and_turns_are_told_from_prose() {
        assert!(is_title_case("Dockers Walk Out Over Plan to Automate Cranes."));
        assert!(!is_title_case("Dockers walk out over plan to automate cranes"));
        assert!(is_all_capitalised("The Harbour Gazette"));
        assert!(!is_all_capitalised("Harbour strike"));
        assert!(is_turn("MAYOR: We will see."));
        assert!(!is_turn("The mayor said: we will see."));
        assert!(is_address("https://example.org/a") && !is_address("see https://example.org"));
    }

    #[test]
    fn links_are_short_or_end_without_a_full_stop() {
        assert!(is_link_like("• Ferry runs again after storm"));
        assert!(is_link_like("Who owns the harbour?"));
        assert!(!is_link_like("The ferry ran again on Monday after the storm had passed."));
        assert!(!is_link_like("\"We walked out because nobody asked us what we think about it\""));
    }
}
