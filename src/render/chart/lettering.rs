//! Letters on a picture, from the two fonts that ship: how wide words are, words cut or broken to a width, and their ink.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, GlyphId, PxScaleFont, ScaleFont, point};

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For what says where a figure comes from.
    Regular,
    /// For figures and titles.
    Bold,
}

/// A weight and a size, in pixels an em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    /// How heavy.
    pub weight: Weight,
    /// How large.
    pub size: f32,
}

/// Letters that are put in place of what doesn't fit.
const CUT: &str = "…";

static REGULAR: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("fonts/noto-sans-regular.ttf")).ok());
static BOLD: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("fonts/noto-sans-bold.ttf")).ok());

impl Hand {
    /// The width of words, in pixels.
    pub fn width(self, words: &str) -> f32 {
        let Some(font) = self.font() else { return 0.0 };
        let mut last: Option<GlyphId> = None;
        let mut width = 0.0;
        for letter in words.chars() {
            let glyph = font.glyph_id(letter);
            width += last.map_or(0.0, |last| font.kern(last, glyph)) + font.h_advance(glyph);
            last = Some(glyph);
        }
        width
    }

    /// Words in at most so many pixels, the rest cut off.
    pub fn cut(self, words: &str, width: f32) -> String {
        if self.width(words) <= width {
            return words.to_owned();
        }
        let ends = words.char_indices().map(|(end, _)| end).collect::<Vec<_>>();
        // The widths of beginnings grow with their length, but for kerning.
        let fits = |end: &usize| self.width(words[..*end].trim_end()) + self.width(CUT) <= width;
        let fitting = ends.partition_point(fits);
        let end = fitting.checked_sub(1).map_or(0, |last| ends[last]);
        format!("{}{CUT}", words[..end].trim_end())
    }

    /// Words broken into at most so many lines, the rest cut off.
    pub fn lines(self, words: &str, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut rest = words.split_whitespace().peekable();
        while rest.peek().is_some() && lines.len() + 1 < most {
            let mut line = String::new();
            while let Some(word) = rest.peek() {
                let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
                if !line.is_empty() && self.width(&longer) > width {
                    break;
                }
                line = longer;
                rest.next();
            }
            lines.push(self.cut(&line, width));
        }
        let rest: Vec<&str> = rest.collect();
        if !rest.is_empty() {
            lines.push(self.cut(&rest.join(" "), width));
        }
        lines
    }

    /// Inks words with their left end on the line at `(x, y)`: `ink` gets each pixel with how far it is covered.
    pub fn write(self, words: &str, (x, y): (f32, f32), mut ink: impl FnMut(i32, i32, f32)) {
        let Some(font) = self.font() else { return };
        let mut at = x;
        let mut last: Option<GlyphId> = None;
        for letter in words.chars() {
            let id = font.glyph_id(letter);
            at += last.map_or(0.0, |last| font.kern(last, id));
            let glyph = id.with_scale_and_position(font.scale(), point(at, y));
            if let Some(outline) = font.outline_glyph(glyph) {
                let corner = outline.px_bounds().min;
                outline.draw(|right, down, covered| {
                    ink(corner.x as i32 + right as i32, corner.y as i32 + down as i32, covered);
                });
            }
            at += font.h_advance(id);
            last = Some(id);
        }
    }

    fn font(self) -> Option<PxScaleFont<&'static FontRef<'static>>> {
        let font = match self.weight {
            Weight::Regular => REGULAR.as_ref(),
            Weight::Bold => BOLD.as_ref(),
        }?;
        let scale = font.pt_to_px_scale(self.size * 72.0 / 96.0)?;
        Some(font.as_scaled(scale))
    }
}
