//! Which stretches of a document stand between quotation marks, whatever their style, and which run on into the
//! next paragraph. It doesn't say whose words they are.

use crate::document::{Document, Paragraph};
use crate::language::tags::Tags;

/// A stretch between quotation marks, by indices of the document's tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The first token, its opening mark where there is one.
    pub first: usize,
    /// The token after the last one, the closing mark included where there is one.
    pub after: usize,
    /// The first token of the words quoted.
    pub inner_first: usize,
    /// The token after the last of the words quoted.
    pub inner_after: usize,
    /// Whether a mark closes it; one that doesn't runs to the end of its paragraph.
    pub closed: bool,
}

/// The quotations of one paragraph, in order, none within another.
pub fn quotations(document: &Document, paragraph: &Paragraph, tags: &[Tags]) -> Vec<Quotation> {
    let sentences = &document.sentences()[paragraph.sentences.clone()];
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    let mut scanner =
        Scanner { document, tags, at: first.tokens.start, start: first.tokens.start, after: last.tokens.end };
    std::iter::from_fn(|| scanner.next_quotation()).collect()
}

struct Scanner<'d> {
    document: &'d Document,
    tags: &'d [Tags],
    at: usize,
    start: usize,
    after: usize,
}

/// What opens a quotation, and so what closes it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    /// Two marks of one stroke each, as typewriters and TeX set them.
    Paired,
    Single,
}

/// How many tokens a single quotation mark is followed for before it is taken for an apostrophe.
const LONGEST_SINGLE: usize = 400;

/// How many tokens a double one is followed for, so that marks that never close stay cheap.
const LONGEST_DOUBLE: usize = 4000;

impl Scanner<'_> {
    fn next_quotation(&mut self) -> Option<Quotation> {
        while self.at < self.after {
            let open = self.at;
            let Some(style) = self.opens(open) else {
                self.at += 1;
                continue;
            };
            let width = if style == Style::Paired { 2 } else { 1 };
            let inner_first = open + width;
            if let Some((close, width)) = self.closing(inner_first, style) {
                self.at = close + width;
                if close > inner_first {
                    return Some(Quotation {
                        first: open,
                        after: self.at,
                        inner_first,
                        inner_after: close,
                        closed: true,
                    });
                }
                continue;
            }
            let runs_on = style != Style::Single && (open == self.start || self.next_paragraph_reopens());
            self.at = inner_first;
            if runs_on && inner_first < self.after {
                self.at = self.after;
                return Some(Quotation {
                    first: open,
                    after: self.after,
                    inner_first,
                    inner_after: self.after,
                    closed: false,
                });
            }
        }
        None
    }

    fn opens(&self, at: usize) -> Option<Style> {
        if !self.tags[at].any(Tags::QUOTATION_MARK) {
            return None;
        }
        let (before, behind) = (self.space_before(at), self.space_behind(at));
        let opening_place = (before || self.bracket_before(at)) && !behind;
        match self.text(at) {
            "“" | "„" | "«" | "‟" => Some(Style::Double),
            "\"" | "”" | "»" => opening_place.then_some(Style::Double),
            "'" | "`" | "’" if self.is_paired(at) => {
                (opening_place || before && !self.space_behind(at + 1)).then_some(Style::Paired)
            }
            "'" | "‘" | "`" | "‹" | "‚" => opening_place.then_some(Style::Single),
            _ => None,
        }
    }

    fn closing(&self, from: usize, style: Style) -> Option<(usize, usize)> {
        let limit = self.after.min(from + if style == Style::Single { LONGEST_SINGLE } else { LONGEST_DOUBLE });
        let mut depth = 0usize;
        for at in from..limit {
            if !self.tags[at].any(Tags::QUOTATION_MARK) {
                continue;
            }
            let text = self.text(at);
            let double = matches!(text, "\"" | "”" | "“" | "»" | "«" | "„");
            match style {
                Style::Double if double => {
                    let opens_again = matches!(text, "“" | "«") && self.space_before(at);
                    if opens_again || text == "\"" && self.space_before(at) && !self.space_behind(at) {
                        // A mark that opens before the last has closed: a quotation in a quotation, or a lost mark.
                        depth += 1;
                    } else if depth > 0 && self.closes_later(at + 1, limit) {
                        depth -= 1;
                    } else {
                        return Some((at, 1));
                    }
                }
                Style::Paired if self.is_paired(at) => return Some((at, 2)),
                Style::Single if double => return None,
                Style::Single if matches!(text, "'" | "’" | "›") && self.ends_here(at) => return Some((at, 1)),
                Style::Double | Style::Paired | Style::Single => {}
            }
        }
        None
    }

    fn closes_later(&self, from: usize, limit: usize) -> bool {
        (from..limit).any(|at| matches!(self.text(at), "\"" | "”" | "»") && !self.space_before(at))
    }

    /// Whether a single mark closes here, rather than being the apostrophe of a plural ("workers' rights").
    fn ends_here(&self, at: usize) -> bool {
        if self.space_before(at) || at + 1 < self.after && !self.space_behind(at) && self.tags[at + 1].any(Tags::WORD) {
            return false;
        }
        let after_mark = !self.tags[at - 1].any(Tags::WORD);
        let plural = self.text(at - 1).ends_with('s');
        after_mark || !plural || at + 1 >= self.after || !self.tags[at + 1].any(Tags::WORD)
    }

    fn is_paired(&self, at: usize) -> bool {
        at + 1 < self.after
            && matches!(self.text(at), "'" | "`" | "’")
            && self.text(at) == self.text(at + 1)
            && !self.space_behind(at)
    }

    fn next_paragraph_reopens(&self) -> bool {
        let next = self.document.tokens().get(self.after);
        next.is_some_and(|token| matches!(self.document.text(token.span), "“" | "\"" | "«"))
    }

    fn text(&self, at: usize) -> &str {
        self.document.tokens().get(at).map_or("", |token| self.document.text(token.span))
    }

    fn space_before(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        at == self.start || tokens[at - 1].span.end() < tokens[at].span.start()
    }

    fn space_behind(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        at + 1 >= self.after || tokens[at].span.end() < tokens[at + 1].span.start()
    }

    fn bracket_before(&self, at: usize) -> bool {
        self.tags[at - 1].any(Tags::OPENING.or(Tags::DASH).or(Tags::JOINER).or(Tags::COLON).or(Tags::QUOTATION_MARK))
    }
}
