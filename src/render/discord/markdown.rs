//! Words → Discord's Markdown in which they look as they stand in the source, whatever marks they hold, and can neither
//! ping, link, format nor hide anything. It cuts nothing; `cut` does.

/// Words so written that Discord shows them and does nothing else with them.
///
/// Discord's Markdown takes a backslash before any mark for the mark itself, mentions and emoji included.
/// White space, line breaks among it, becomes one space, so that no word begins a line but the first.
pub fn escaped(words: &str) -> String {
    let words = visible(words);
    let mut escaped = String::with_capacity(words.len() + words.len() / 16);
    let mut rest = words.chars().peekable();
    while let Some(character) = rest.next() {
        if is_mark(character, rest.peek().copied(), &escaped) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Words without characters that can't be seen: controls, and those that hide, join or turn round what is around them.
/// For places where Discord shows Markdown as it stands.
pub fn visible(words: &str) -> String {
    let mut visible = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_whitespace() {
            if !visible.is_empty() && !visible.ends_with(' ') {
                visible.push(' ');
            }
        } else if is_seen(character, visible.chars().next_back()) {
            visible.push(character);
        }
    }
    visible.truncate(visible.trim_end().len());
    visible
}

/// Escaped words as Discord shows them.
pub fn unescaped(escaped: &str) -> String {
    let mut shown = String::with_capacity(escaped.len());
    let mut rest = escaped.chars();
    while let Some(character) = rest.next() {
        shown.extend(if character == '\\' { rest.next() } else { Some(character) });
    }
    shown
}

fn is_mark(character: char, next: Option<char>, before: &str) -> bool {
    match character {
        '\\' | '`' | '*' | '_' | '~' | '|' | '<' | '>' | '@' | '[' | ']' => true,
        // An address or an emoji's name goes on without a space.
        ':' => next.is_some_and(|next| next != ' '),
        // Headings, lists and small print begin a text.
        '#' | '-' | '+' => before.is_empty(),
        '.' => !before.is_empty() && before.chars().all(|character| character.is_ascii_digit()),
        _ => false,
    }
}

fn is_seen(character: char, before: Option<char>) -> bool {
    if character.is_control() {
        return false;
    }
    let is_joiner = JOINERS.iter().any(|range| range.contains(&character));
    if is_joiner {
        // Persian, the scripts of India and emoji need them; Latin letters don't.
        return before.is_some_and(|before| !before.is_ascii());
    }
    !INVISIBLE.iter().any(|range| range.contains(&character))
}

/// Joiners and variation selectors, which change how the characters around them are drawn.
const JOINERS: &[std::ops::RangeInclusive<char>] = &['\u{200C}'..='\u{200D}', '\u{FE00}'..='\u{FE0F}'];

/// The rest of Unicode's property Default_Ignorable_Code_Point (DerivedCoreProperties.txt), which holds Bidi_Control
/// but for U+061C's neighbours, and the interlinear and object marks.
const INVISIBLE: &[std::ops::RangeInclusive<char>] = &[
    '\u{00AD}'..='\u{00AD}',
    '\u{034F}'..='\u{034F}',
    '\u{061C}'..='\u{061C}',
    '\u{115F}'..='\u{1160}',
    '\u{17B4}'..='\u{17B5}',
    '\u{180B}'..='\u{180F}',
    '\u{200B}'..='\u{200F}',
    '\u{202A}'..='\u{202E}',
    '\u{2060}'..='\u{206F}',
    '\u{2800}'..='\u{2800}',
    '\u{3164}'..='\u{3164}',
    '\u{FEFF}'..='\u{FEFF}',
    '\u{FFA0}'..='\u{FFA0}',
    '\u{FFF0}'..='\u{FFFC}',
    '\u{1BCA0}'..='\u{1BCA3}',
    '\u{1D173}'..='\u{1D17A}',
    '\u{E0000}'..='\u{E0FFF}',
];

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_are_shown_and_not_obeyed() {
        assert_snapshot!(escaped("@everyone, ask <@123> or <#4>"), @r"\@everyone, ask \<\@123\> or \<#4\>");
        assert_snapshot!(escaped("[here](https://example.org) ||hidden||"), @r"\[here\](https\://example.org) \|\|hidden\|\|");
        assert_snapshot!(escaped("**bold** _it_ ~~no~~ `code` :smile: <t:1:R>"), @r"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \:smile: \<t\:1\:R\>");
        assert_snapshot!(escaped("# Heading"), @r"\# Heading");
        assert_snapshot!(escaped("-# small print"), @r"\-# small print");
        assert_snapshot!(escaped("10. tenth"), @r"10\. tenth");
        assert_snapshot!(escaped(r"C:\new"), @r"C\:\\new");
    }

    #[test]
    fn words_without_marks_stay_as_they_are() {
        for words in ["some 97% – “thought to be”: it's $3.5m, no. 1 - £2 (half)", "尖閣 / 釣魚", "می‌خواهم", "👩‍🚀 ❤️"]
        {
            assert_eq!(escaped(words), words);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(visible("a\u{202E}b\u{200B}c\u{E0041}d\u{0007}e\u{FEFF}f"), "abcdef");
        assert_eq!(visible("sa\u{200D}fe"), "safe");
        assert_eq!(visible(" two\n  lines\u{00A0}here "), "two lines here");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_what_is_written(words in "(\\PC|[@<>*_`~|:#\\\\\\[\\]()\u{202E}\u{200B}\n-]){0,60}") {
            prop_assert_eq!(unescaped(&escaped(&words)), visible(&words));
        }

        #[test]
        fn no_mark_stands_bare(words in "([@<>*_`~|\\[\\]\\\\a:/ #-]|everyone|@here|<@!1>|\\[a\\]\\(b\\)){0,30}") {
            let escaped = escaped(&words);
            let mut rest = escaped.chars().peekable();
            while let Some(character) = rest.next() {
                let next = rest.peek().copied();
                match character {
                    '\\' => drop(rest.next()),
                    ':' => prop_assert!(next.is_none_or(|next| next == ' '), "{escaped}"),
                    _ => prop_assert!(!"@<>*_`~|[]".contains(character), "{character:?} in {escaped}"),
                }
            }
        }
    }
}
