//! The blocks of a Markdown text, each with the words that stand in it: where CommonMark sets a paragraph, an item, a
//! heading, a picture apart. Whether the story is told in them is for the caller to say.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::article::Role;
use crate::article::plain::roles::Reading;
use crate::span::{Source, Span};

/// The blocks from a byte on. Headings come as subheadings, pictures' texts as captions, code and HTML as boilerplate;
/// the others' roles are open. Beside them, what stands in them and no reader sees.
pub fn readings(source: &Source, start: usize) -> (Vec<Reading<'_>>, Vec<Span>) {
    let run = Run::default();
    let mut reader = Reader { source, run, heading: false, left_out: 0, readings: Vec::new(), seen: Vec::new() };
    for (event, range) in Parser::new(&source.text()[start..]).into_offset_iter() {
        reader.take(&event, start + range.start..start + range.end);
    }
    reader.flush();
    let markup = markup(source, &reader.readings, &reader.seen);
    (reader.readings, markup)
}

/// What stands in the blocks between the stretches that a reader sees.
fn markup(source: &Source, readings: &[Reading<'_>], seen: &[Range<usize>]) -> Vec<Span> {
    let mut markup = Vec::new();
    for reading in readings.iter().filter(|reading| reading.role != Some(Role::Boilerplate)) {
        let mut at = reading.span.start();
        let first = seen.partition_point(|seen| seen.end <= at);
        let within = seen[first..].iter().take_while(|seen| seen.start < reading.span.end());
        for seen in within {
            markup.extend((seen.start > at).then(|| source.trimmed(at..seen.start)).flatten());
            at = at.max(seen.end);
        }
        markup.extend((reading.span.end() > at).then(|| source.trimmed(at..reading.span.end())).flatten());
    }
    markup
}

/// Whether a block is nothing but links, separators between them aside.
pub fn is_only_links(text: &str) -> bool {
    let (mut linked, mut plain, mut depth) = (0, 0, 0_usize);
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Link { .. }) => depth += 1,
            Event::End(TagEnd::Link) => depth -= 1,
            Event::Text(words) | Event::Code(words) => {
                let letters = words.chars().filter(|character| character.is_alphanumeric()).count();
                *(if depth > 0 { &mut linked } else { &mut plain }) += letters;
            }
            _ => {}
        }
    }
    linked > 0 && plain == 0
}

struct Reader<'s> {
    source: &'s Source,
    run: Run,
    heading: bool,
    left_out: usize,
    readings: Vec<Reading<'s>>,
    /// What a reader sees, in order.
    seen: Vec<Range<usize>>,
}

/// The inline text since the last block boundary.
#[derive(Default)]
struct Run {
    /// All of it, with its markup.
    whole: Option<Range<usize>>,
    /// From the first word to the last, markup at the ends left out; pictures' texts aside.
    words: Option<Range<usize>>,
    /// Pictures' texts.
    pictures: Vec<Range<usize>>,
    picture_depth: usize,
    emphasis_depth: usize,
    /// Whether every word is emphasised.
    all_emphasised: bool,
}

impl<'s> Reader<'s> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => {
                self.flush();
                self.push(range, Some(Role::Boilerplate));
                self.left_out += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => self.left_out -= 1,
            _ if self.left_out > 0 => {}
            Event::Start(tag) if is_inline(&tag.to_end()) => self.run.open(tag, range),
            Event::End(tag) if is_inline(tag) => self.run.close(*tag),
            Event::Start(tag) => {
                self.flush();
                self.heading = matches!(tag, Tag::Heading { .. });
            }
            Event::End(_) | Event::Rule => {
                self.flush();
                self.heading = false;
            }
            Event::Text(_) => {
                self.seen.push(range.clone());
                self.run.add(range);
            }
            Event::Code(_) => {
                self.seen.push(without_ticks(self.source, range.clone()));
                self.run.add(range);
            }
            _ => {}
        }
    }

    /// Ends the run as a block; a paragraph that holds a picture and no more than emphasised words is its caption.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        let has_picture = !run.pictures.is_empty();
        let after_picture = self.readings.last().is_some_and(|reading| reading.role == Some(Role::Caption));
        match run.words {
            Some(words) if self.heading => self.push(words, Some(Role::Subheading)),
            Some(words) if run.all_emphasised && (has_picture || after_picture) => {
                self.push_pictures(run.pictures);
                self.push(words, Some(Role::Caption));
            }
            Some(_) => self.push(run.whole.unwrap_or_default(), None),
            None => self.push_pictures(run.pictures),
        }
    }

    fn push_pictures(&mut self, pictures: Vec<Range<usize>>) {
        for picture in pictures {
            self.push(picture, Some(Role::Caption));
        }
    }

    fn push(&mut self, range: Range<usize>, role: Option<Role>) {
        if let Some(span) = self.source.trimmed(range) {
            self.readings.push(Reading { span, text: self.source.slice(span), item: false, role });
        }
    }
}

impl Run {
    fn open(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Image { .. } => {
                self.picture_depth += 1;
                self.pictures.push(range.start..range.start);
            }
            Tag::Emphasis | Tag::Strong => self.emphasis_depth += 1,
            _ => {}
        }
        self.whole = Some(cover(self.whole.take(), range));
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.picture_depth -= 1,
            TagEnd::Emphasis | TagEnd::Strong => self.emphasis_depth -= 1,
            _ => {}
        }
    }

    fn add(&mut self, range: Range<usize>) {
        self.whole = Some(cover(self.whole.take(), range.clone()));
        if self.picture_depth > 0 {
            if let Some(picture) = self.pictures.last_mut() {
                let known = (picture.start < picture.end).then(|| picture.clone());
                *picture = cover(known, range);
            }
            return;
        }
        self.all_emphasised = self.emphasis_depth > 0 && (self.words.is_none() || self.all_emphasised);
        self.words = Some(cover(self.words.take(), range));
    }
}

/// Code in a line, without the marks around it.
fn without_ticks(source: &Source, range: Range<usize>) -> Range<usize> {
    let code = source.text().get(range.clone()).unwrap_or_default();
    let ticks = code.len() - code.trim_start_matches('`').len();
    if 2 * ticks < code.len() { range.start + ticks..range.end - ticks } else { range }
}

fn cover(known: Option<Range<usize>>, range: Range<usize>) -> Range<usize> {
    known.map_or(range.clone(), |known| known.start.min(range.start)..known.end.max(range.end))
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
