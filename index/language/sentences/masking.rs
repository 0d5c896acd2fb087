//! A paragraph with its quotation marks and brackets blanked out, byte for byte as long as it was.

/// Blanks out the marks. Apostrophes inside words and footnote numbers such as "[1]" stay.
pub fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut before = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map_or(' ', |(_, after)| *after);
        let is_mark = match character {
            '\'' | '’' | '‘' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '[' => !is_footnote(&text[at..]),
            ']' => !before.is_ascii_digit(),
            other => is_quote_or_bracket(other),
        };
        if is_mark {
            masked.extend(std::iter::repeat_n(' ', character.len_utf8()));
        } else {
            masked.push(character);
        }
        before = character;
    }
    masked
}

fn is_footnote(text: &str) -> bool {
    let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && text[1 + digits..].starts_with(']')
}

fn is_quote_or_bracket(character: char) -> bool {
    matches!(
        character,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‚'
            | '`'
            | '('
            | ')'
            | '{'
            | '}'
            | '「'
            | '」'
            | '『'
            | '』'
            | '（'
            | '）'
            | '〈'
            | '〉'
            | '《'
            | '》'
            | '【'
            | '】'
    )
}
