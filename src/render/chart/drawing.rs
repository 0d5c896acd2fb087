//! Where everything of a chart stands and how it is inked: a title, a bar a row under its words, and what the patterns
//! mean. Every colour has a pattern and words beside it.

use anyhow::Result;
use plotters::element::{PathElement, Polygon, Rectangle};
use plotters::style::{Color as _, RGBColor, ShapeStyle};

use super::canvas::{Canvas, Frame, Ink};
use super::lettering::{Hand, Weight};
use super::rows::{Chart, Kind, Row};
use super::scale::Scale;
use verbatim_index::series::Extent;

/// Twice the width at which Discord shows a picture on a phone, so that letters are sharp there.
pub const WIDTH: u32 = 800;
const MARGIN: i32 = 30;
/// Letters of 15 pixels on a phone.
const LABEL: Hand = Hand { weight: Weight::Regular, size: 30.0 };
const FIGURE: Hand = Hand { weight: Weight::Bold, size: 30.0 };
const TITLE: Hand = Hand { weight: Weight::Bold, size: 36.0 };

const TITLE_LINES: usize = 2;
const TITLE_HEIGHT: i32 = 46;
const LINE_HEIGHT: i32 = 40;
const ROW_HEIGHT: i32 = 72;
const BAR_HEIGHT: i32 = 18;
/// From the upper edge of a line to where its letters stand.
const BASELINE: i32 = 31;
/// From the upper edge of a row to its bar.
const BAR: i32 = 42;
/// Between a row's label and its figure.
const GAP: f32 = 16.0;
/// The length of a pattern's sample.
const SAMPLE: i32 = 64;
/// Between a sample and what it means.
const SAMPLE_GAP: i32 = 12;

const PAPER: Ink = RGBColor(255, 255, 255);
const EDGE: Ink = RGBColor(0xb8, 0xb8, 0xb8);
const TEXT: Ink = RGBColor(0x1a, 0x1a, 0x1a);
const QUIET: Ink = RGBColor(0x55, 0x55, 0x55);

/// Draws a chart.
///
/// # Errors
/// When it can't be drawn or encoded.
pub fn draw(chart: &Chart) -> Result<Vec<u8>> {
    let inside = (WIDTH as i32 - 2 * MARGIN) as f32;
    let title = TITLE.lines(&chart.title, inside, TITLE_LINES);
    let legend = legend(chart);
    let lines = legend.last().map_or(0, |entry| entry.line + 1) + chart.notes.len() as i32;
    let subtitle = LABEL.lines(&chart.subtitle, inside, TITLE_LINES);
    let under = MARGIN + title.len() as i32 * TITLE_HEIGHT;
    let head = under + subtitle.len() as i32 * LINE_HEIGHT + 8;
    let foot = head + chart.rows.len() as i32 * ROW_HEIGHT + 12;
    let height = foot + lines * LINE_HEIGHT + MARGIN / 2;
    let mut canvas = Canvas::new((WIDTH, height as u32), PAPER);
    let card = Rectangle::new([(0, 0), (WIDTH as i32 - 1, height - 1)], EDGE.stroke_width(1));
    canvas.draw([card])?;
    for (number, line) in title.iter().enumerate() {
        let y = MARGIN + number as i32 * TITLE_HEIGHT + BASELINE;
        canvas.write(line, (MARGIN as f32, y as f32), TITLE, TEXT);
    }
    for (number, line) in subtitle.iter().enumerate() {
        let y = under + number as i32 * LINE_HEIGHT + BASELINE;
        canvas.write(line, (MARGIN as f32, y as f32), LABEL, QUIET);
    }
    let scale = Scale::of(&chart.rows, (MARGIN, WIDTH as i32 - MARGIN));
    for (number, row) in chart.rows.iter().enumerate() {
        self::row(&mut canvas, row, &scale, head + number as i32 * ROW_HEIGHT)?;
    }
    for entry in &legend {
        explain(&mut canvas, entry, foot)?;
    }
    for (number, note) in chart.notes.iter().enumerate() {
        let y = foot + (lines - chart.notes.len() as i32 + number as i32) * LINE_HEIGHT + BASELINE;
        canvas.write(&LABEL.cut(note, inside), (MARGIN as f32, y as f32), LABEL, QUIET);
    }
    canvas.png()
}

fn row(canvas: &mut Canvas, row: &Row, scale: &Scale, top: i32) -> Result<()> {
    let right = WIDTH as f32 - MARGIN as f32;
    let figure = FIGURE.cut(&row.words, (right - MARGIN as f32) * 0.6);
    let figure_left = right - FIGURE.width(&figure);
    let label = LABEL.cut(&row.label, figure_left - GAP - MARGIN as f32);
    let y = (top + BASELINE) as f32;
    canvas.write(&label, (MARGIN as f32, y), LABEL, TEXT);
    canvas.write(&figure, (figure_left, y), FIGURE, TEXT);
    let place = |from: f64, to: f64| Frame {
        left: scale.pixel(from.min(to)),
        top: top + BAR,
        right: scale.pixel(from.max(to)).max(scale.pixel(from.min(to)) + 3),
        bottom: top + BAR + BAR_HEIGHT,
    };
    let track = Frame { left: MARGIN, right: WIDTH as i32 - MARGIN, ..place(0.0, 0.0) };
    ground(canvas, track, scale)?;
    let frame = match row.extent {
        Extent::Exactly(value) | Extent::AtLeast(value) | Extent::AtMost(value) => place(0.0, value),
        Extent::Range(low, high) => place(low, high),
    };
    bar(canvas, frame, row.kind)?;
    if row.approximate {
        soften(canvas, frame)?;
    }
    match row.extent {
        Extent::AtLeast(_) => arrow(canvas, frame, row.kind, Towards::More),
        Extent::AtMost(_) => arrow(canvas, frame, row.kind, Towards::Less),
        Extent::Exactly(_) | Extent::Range(..) => Ok(()),
    }
}

/// A thin line from end to end at the foot of the bar, and a stroke where zero is, so that lengths can be compared.
fn ground(canvas: &mut Canvas, track: Frame, scale: &Scale) -> Result<()> {
    let y = track.bottom;
    let zero = scale.pixel(0.0);
    canvas.draw([
        PathElement::new([(track.left, y), (track.right, y)], EDGE.stroke_width(1)),
        PathElement::new([(zero, track.top - 2), (zero, y)], QUIET.stroke_width(2)),
    ])
}

/// A bar in the pattern of its kind: plain, parted by a line, or hatched.
fn bar(canvas: &mut Canvas, frame: Frame, kind: Kind) -> Result<()> {
    let (ink, pale) = inks(kind);
    let middle = (frame.top + frame.bottom) / 2;
    match kind {
        Kind::Article => canvas.draw([filled(frame, ink)]),
        Kind::Reported => {
            canvas.draw([filled(frame, ink)])?;
            canvas.draw([filled(Frame { top: middle - 2, bottom: middle + 2, ..frame }, PAPER)])
        }
        Kind::Related => {
            canvas.draw([filled(frame, pale)])?;
            canvas.draw(hatching(frame).map(|ends| PathElement::new(ends, ink.stroke_width(3))))?;
            canvas.draw([Rectangle::new([(frame.left, frame.top), (frame.right, frame.bottom)], ink.stroke_width(2))])
        }
    }
}

/// Okabe and Ito's bluish green, blue and vermilion with a pale orange, as the embeds' colours.
fn inks(kind: Kind) -> (Ink, Ink) {
    match kind {
        Kind::Article => (RGBColor(0x00, 0x9e, 0x73), RGBColor(0x9f, 0xdc, 0xc9)),
        Kind::Reported => (RGBColor(0x00, 0x72, 0xb2), RGBColor(0x9f, 0xcb, 0xe3)),
        Kind::Related => (RGBColor(0xd5, 0x5e, 0x00), RGBColor(0xff, 0xe3, 0xa8)),
    }
}

fn filled(frame: Frame, ink: Ink) -> Rectangle<(i32, i32)> {
    Rectangle::new([(frame.left, frame.top), (frame.right, frame.bottom)], ink.filled())
}

/// Slanting lines within a frame.
fn hatching(frame: Frame) -> impl Iterator<Item = Vec<(i32, i32)>> {
    const APART: usize = 12;
    let height = frame.bottom - frame.top;
    let feet = (frame.left + APART as i32 / 2 - height..frame.right).step_by(APART);
    feet.filter_map(move |foot| {
        let (left, right) = (foot.max(frame.left), (foot + height).min(frame.right));
        let rise = |x: i32| frame.bottom - (x - foot);
        (left < right).then(|| vec![(left, rise(left)), (right, rise(right))])
    })
}

/// Breaks a bar's end up, for a figure that is told as not exact.
fn soften(canvas: &mut Canvas, frame: Frame) -> Result<()> {
    const GAPS: [(i32, i32); 3] = [(8, 4), (20, 4), (32, 4)];
    let is_long = |gap: &Frame| gap.left > frame.left;
    let gaps = GAPS.iter().map(|(from_end, width)| Frame {
        left: frame.right - from_end - width,
        right: frame.right - from_end,
        top: frame.top - 1,
        bottom: frame.bottom,
    });
    canvas.draw(gaps.filter(is_long).map(|gap| filled(gap, PAPER)))
}

/// Which way the figure may be off.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Towards {
    Less,
    More,
}

fn arrow(canvas: &mut Canvas, frame: Frame, kind: Kind, towards: Towards) -> Result<()> {
    let (ink, _) = inks(kind);
    let (middle, half) = ((frame.top + frame.bottom) / 2, BAR_HEIGHT / 2 + 4);
    let (foot, tip) = match towards {
        Towards::More => (frame.right + 4, frame.right + 4 + half),
        Towards::Less => (frame.right + 4 + half, frame.right + 4),
    };
    canvas.draw([Polygon::new(
        [(foot, middle - half), (foot, middle + half), (tip, middle)],
        ShapeStyle::from(ink).filled(),
    )])
}

/// A pattern with what it means, where it stands.
struct Entry {
    kind: Kind,
    words: &'static str,
    x: i32,
    line: i32,
}

/// The patterns that the chart has, from left to right and on to the next line.
fn legend(chart: &Chart) -> Vec<Entry> {
    const APART: i32 = 28;
    let mut entries: Vec<Entry> = Vec::new();
    let (mut x, mut line) = (MARGIN, 0);
    for (kind, words) in &chart.kinds {
        let width = SAMPLE + SAMPLE_GAP + LABEL.width(words) as i32;
        if x > MARGIN && x + width > WIDTH as i32 - MARGIN {
            (x, line) = (MARGIN, line + 1);
        }
        entries.push(Entry { kind: *kind, words, x, line });
        x += width + APART;
    }
    entries
}

fn explain(canvas: &mut Canvas, entry: &Entry, foot: i32) -> Result<()> {
    let top = foot + entry.line * LINE_HEIGHT;
    let frame = Frame { left: entry.x, right: entry.x + SAMPLE, top: top + 12, bottom: top + 12 + BAR_HEIGHT };
    bar(canvas, frame, entry.kind)?;
    let left = (entry.x + SAMPLE + SAMPLE_GAP) as f32;
    canvas.write(entry.words, (left, (top + BASELINE) as f32), LABEL, TEXT);
    Ok(())
}
