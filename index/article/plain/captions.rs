//! Which pieces are the words under a picture, and which only name its owner. Captions can be answered from, owners not.

use super::roles::Reading;
use super::shape;
use crate::article::{Role, conventions};
use crate::span::Source;

/// Marks captions and credits; a caption's span begins after its label.
pub fn mark(source: &Source, readings: &mut [Reading<'_>]) {
    for at in 0..readings.len() {
        if readings[at].role.is_some() {
            continue;
        }
        if is_bare_label(readings[at].text) {
            readings[at].role = Some(Role::Boilerplate);
            if let Some(caption) = readings.get_mut(at + 1).filter(|next| next.role.is_none()) {
                caption.role = Some(Role::Caption);
            }
            continue;
        }
        match picture(readings[at].text) {
            Some(Picture::Caption(start)) => {
                let reading = &mut readings[at];
                reading.role = Some(Role::Caption);
                reading.span = source.trimmed(reading.span.start() + start..reading.span.end()).unwrap_or(reading.span);
            }
            Some(Picture::Credit) => {
                readings[at].role = Some(Role::Boilerplate);
                credited(readings, at);
            }
            None => {}
        }
    }
}

/// A label whose caption stands in the next line.
fn is_bare_label(text: &str) -> bool {
    let label = text.trim_end_matches([',', ':', ' ']).to_ascii_lowercase();
    conventions::CAPTION_LABELS.contains(&&*label)
}

enum Picture {
    /// A caption whose words begin at this byte of the piece.
    Caption(usize),
    /// Only the owner.
    Credit,
}

/// The line over a credit is its caption, unless it is a sentence of the story or the headline.
fn credited(readings: &mut [Reading<'_>], credit: usize) {
    let Some(before) = credit.checked_sub(1).filter(|before| *before > 0) else { return };
    let reading = &mut readings[before];
    let open = !shape::ends_sentence(reading.text) && !reading.text.ends_with(':');
    if reading.role.is_none() && open && shape::words(reading.text) <= 40 {
        reading.role = Some(Role::Caption);
    }
}

fn picture(text: &str) -> Option<Picture> {
    labelled(text).or_else(|| introduced(text)).or_else(|| has_credit(text).then_some(Picture::Caption(0)))
}

/// "image captionRare birds", "Image source, Jane Doe": labels that the page's layout set apart.
fn labelled(text: &str) -> Option<Picture> {
    let lower = text.to_ascii_lowercase();
    let caption = conventions::CAPTION_LABELS.iter().find_map(|label| {
        let at = lower.find(label)?;
        let credited = conventions::CREDIT_LABELS.iter().any(|credit| lower.starts_with(credit));
        (at == 0 || credited).then_some(at + label.len())
    });
    if let Some(start) = caption.and_then(|end| words_after(text, end)) {
        return Some(Picture::Caption(start));
    }
    let credit = conventions::CREDIT_LABELS.iter().find(|label| lower.starts_with(**label))?;
    words_after(text, credit.len()).map(|_| Picture::Credit)
}

/// Where the words begin after a label that ends at `end`; `None` where the label is only a part of a word or phrase.
fn words_after(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let words = rest.trim_start_matches(|character: char| character.is_whitespace() || ",:-–—".contains(character));
    let separated = words.len() < rest.trim_start().len();
    let begins = words.starts_with(|first: char| !first.is_lowercase());
    (!words.is_empty() && (separated || begins)).then_some(text.len() - words.len())
}

/// "Photo: The old harbour" and "Image: Jane Doe / Harbour Gazette".
fn introduced(text: &str) -> Option<Picture> {
    let (label, rest) = text.split_once(':')?;
    let words = rest.trim();
    let is_label = conventions::PICTURE_WORDS.contains(&label.to_lowercase().as_str());
    if !is_label || words.is_empty() {
        return None;
    }
    Some(if is_owner(words) { Picture::Credit } else { Picture::Caption(text.len() - rest.trim_start().len()) })
}

fn is_owner(words: &str) -> bool {
    let name = words.trim_end_matches('.').replace(['/', '|', '&'], " ");
    shape::words(&name) <= 7 && shape::is_all_capitalised(&name)
}

/// A caption that ends with its owner: "The old harbour. Image: Jane Doe." or "… (Photo by Jane Doe)".
fn has_credit(text: &str) -> bool {
    if shape::words(text) > 80 {
        return false;
    }
    let tail_start = text.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
    let tail = &text[tail_start..];
    let lower = tail.to_lowercase();
    conventions::CREDIT_MARKS.iter().any(|mark| lower.contains(mark)) || ends_with_owner(tail)
}

fn ends_with_owner(tail: &str) -> bool {
    let Some((before, owner)) = tail.rsplit_once(": ") else { return false };
    let label = before.rsplit(|character: char| !character.is_alphabetic()).next().unwrap_or_default();
    let labelled =
        label.starts_with(char::is_uppercase) && conventions::PICTURE_WORDS.contains(&label.to_lowercase().as_str());
    labelled && is_owner(owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        match picture(text) {
            Some(Picture::Caption(start)) => format!("caption: {}", &text[start..]),
            Some(Picture::Credit) => "credit".to_owned(),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn captions_are_read_without_their_labels() {
        assert_eq!(seen("image captionThe old harbour"), "caption: The old harbour");
        assert_eq!(seen("Image caption, The old harbour"), "caption: The old harbour");
        assert_eq!(seen("Image copyrightReutersImage captionThe old harbour"), "caption: The old harbour");
        assert_eq!(
            seen("Photo: Cranes stand idle in the old harbour."),
            "caption: Cranes stand idle in the old harbour."
        );
        assert_eq!(seen("The old harbour. Image: Jane Doe."), "caption: The old harbour. Image: Jane Doe.");
        assert_eq!(seen("Cranes (Photo by Jane Doe)"), "caption: Cranes (Photo by Jane Doe)");
    }

    #[test]
    fn credits_name_only_an_owner() {
        assert_eq!(seen("Image: Harbour Gazette / Jane Doe."), "credit");
        assert_eq!(seen("Image source, Getty Images"), "credit");
        assert_eq!(seen("Photograph: Jane Doe/The Gazette"), "credit");
    }

    #[test]
    fn prose_about_pictures_is_no_caption() {
        assert_eq!(seen("Image captions are written by the news desk."), "none");
        assert_eq!(seen("She said: the picture is ours."), "none");
        assert_eq!(seen("The image: a harbour at night."), "none");
    }
}
