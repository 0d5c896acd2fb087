//! A page of terminal text: lines, indents, styles. Words from outside can't move the cursor or change colours:
//! control characters become visible ones.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};

/// Headings and what is asked for.
pub const STRONG: Style = Style::new().bold();
/// What is beside the point: whereabouts, neighbours.
pub const FAINT: Style = Style::new().dimmed();
/// Words that match what was asked.
pub const MATCH: Style = AnsiColor::Yellow.on_default().bold();
/// Badges.
pub const BADGE: Style = AnsiColor::Cyan.on_default();
/// What is as it should be.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What is not.
pub const BAD: Style = AnsiColor::Red.on_default().bold();

/// Text that grows line by line.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
}

/// A piece of a line in one style.
pub type Piece<'t> = (Style, &'t str);

impl Page {
    /// A line, or several, as they are.
    pub fn plain(&mut self, text: &str) {
        self.line(0, &[(Style::new(), text)]);
    }

    /// A line in one style.
    pub fn styled(&mut self, style: Style, text: &str) {
        self.line(0, &[(style, text)]);
    }

    /// An empty line, unless the page begins or the last line is empty.
    pub fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line of pieces, `indent` columns in; line breaks within them go on at the same indent.
    pub fn line(&mut self, indent: usize, pieces: &[Piece<'_>]) {
        self.indent(indent);
        for (style, text) in pieces {
            self.piece(*style, text, indent);
        }
        self.text.push('\n');
    }

    /// The text so far.
    pub fn into_text(self) -> String {
        self.text
    }

    fn piece(&mut self, style: Style, text: &str, indent: usize) {
        for (number, line) in text.lines().enumerate() {
            if number > 0 {
                self.text.push('\n');
                self.indent(indent);
            }
            let _ = write!(self.text, "{style}");
            self.text.extend(line.chars().map(visible));
            let _ = write!(self.text, "{style:#}");
        }
    }

    fn indent(&mut self, columns: usize) {
        self.text.extend(std::iter::repeat_n(' ', columns));
    }
}

/// Unicode has a picture for each control character.
fn visible(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        // Overrides of writing direction could make shown words read as others.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        other => other,
    }
}

/// A text cut into pieces, those at `matches` in the style of matches. Ranges must be in order.
pub fn highlighted<'t>(text: &'t str, matches: &[Range<usize>]) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for found in matches {
        if let (Some(before), Some(words)) = (text.get(at..found.start), text.get(found.clone())) {
            pieces.push((Style::new(), before));
            pieces.push((MATCH, words));
            at = found.end;
        }
    }
    pieces.push((Style::new(), text.get(at..).unwrap_or_default()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_outside_cannot_change_the_terminal() {
        let mut page = Page::default();
        page.plain("red \u{1b}[31m, bell \u{7}, \u{202e}backwards");
        assert_eq!(page.into_text(), "red \u{241b}[31m, bell \u{2407}, \u{fffd}backwards\n");
    }

    #[test]
    fn a_line_break_within_words_goes_on_at_the_same_indent() {
        let mut page = Page::default();
        page.line(2, &[(Style::new(), "one\r\ntwo")]);
        assert_eq!(page.into_text(), "  one\n  two\n");
    }
}
