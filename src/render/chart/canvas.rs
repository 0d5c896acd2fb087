//! A picture under the pen: shapes by plotters' bitmap backend, letters, and the finished PNG.

use anyhow::{Context as _, Result, anyhow};
use plotters::backend::BitMapBackend;
use plotters::drawing::IntoDrawingArea as _;
use plotters::element::{Drawable, PointCollection};
use plotters::style::RGBColor;

use super::lettering::Hand;

/// A colour of the picture.
pub type Ink = RGBColor;

/// A rectangle in pixels: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its left edge.
    pub left: i32,
    /// Its upper edge.
    pub top: i32,
    /// Its right edge.
    pub right: i32,
    /// Its lower edge.
    pub bottom: i32,
}

/// A picture under the pen.
pub struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// Bytes a pixel.
const CHANNELS: usize = 3;

impl Canvas {
    /// A picture of one colour.
    pub fn new((width, height): (u32, u32), paper: Ink) -> Self {
        let pixels = [paper.0, paper.1, paper.2].repeat(width as usize * height as usize);
        Self { width, height, pixels }
    }

    /// Draws shapes.
    ///
    /// # Errors
    /// When plotters can't draw them.
    pub fn draw<S>(&mut self, shapes: impl IntoIterator<Item = S>) -> Result<()>
    where
        S: for<'p> Drawable<BitMapBackend<'p>>,
        for<'s> &'s S: PointCollection<'s, (i32, i32)>,
    {
        let area = BitMapBackend::with_buffer(&mut self.pixels, (self.width, self.height)).into_drawing_area();
        for shape in shapes {
            area.draw(&shape).map_err(|error| anyhow!("a shape can't be drawn: {error}"))?;
        }
        area.present().map_err(|error| anyhow!("the picture can't be finished: {error}"))
    }

    /// Writes words with their left end on the line at `at`.
    pub fn write(&mut self, words: &str, at: (f32, f32), hand: Hand, ink: Ink) {
        hand.write(words, at, |x, y, covered| self.blend((x, y), ink, covered));
    }

    fn blend(&mut self, (x, y): (i32, i32), ink: Ink, covered: f32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x >= self.width || y >= self.height {
            return;
        }
        let at = (y as usize * self.width as usize + x as usize) * CHANNELS;
        for (channel, ink) in self.pixels[at..at + CHANNELS].iter_mut().zip([ink.0, ink.1, ink.2]) {
            let mixed = f32::from(*channel) + (f32::from(ink) - f32::from(*channel)) * covered.clamp(0.0, 1.0);
            *channel = mixed.round() as u8;
        }
    }

    /// The picture as PNG.
    ///
    /// # Errors
    /// When it can't be encoded.
    pub fn png(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().context("a picture can't be begun")?;
        writer.write_image_data(&self.pixels).context("a picture can't be encoded")?;
        writer.finish().context("a picture can't be finished")?;
        Ok(bytes)
    }
}
