//! A message as Discord takes it: one embed within Discord's limits, and nobody pinged.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use twilight_validate::embed::{
    AUTHOR_NAME_LENGTH, DESCRIPTION_LENGTH, EMBED_TOTAL_LENGTH, FOOTER_TEXT_LENGTH, TITLE_LENGTH,
};

use super::buttons::{Button, Drawn, Row};
use super::cut;
use super::hand_overs::LeftOpen;
use crate::desk::AnswerGiven;
use crate::render::chart::Picture;

/// Seen by the asker only (Discord's message flag EPHEMERAL).
const EPHEMERAL: u64 = 1 << 6;

/// The longest footer that leaves the other parts their full length.
const FOOTER: usize = EMBED_TOTAL_LENGTH - AUTHOR_NAME_LENGTH - TITLE_LENGTH - DESCRIPTION_LENGTH;
const _: () = assert!(FOOTER <= FOOTER_TEXT_LENGTH);

/// Stands between pieces of small print.
pub const BETWEEN_NOTES: &str = " · ";

/// The name under which an embed shows its picture.
const PICTURE: &str = "chart.png";
/// The longest description of an attachment, in characters.
const ALTERNATIVE_TEXT: usize = 1024;

/// The longest address of a link.
const URL: usize = 2048;

/// A message of one embed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    embeds: [Embed; 1],
    #[serde(skip_deserializing)]
    allowed_mentions: AllowedMentions,
    #[serde(skip_serializing_if = "is_public", skip_deserializing)]
    flags: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    components: Vec<Row>,
    // The picture of a private message is gone with it: for the shared one it is drawn again.
    #[serde(skip_serializing_if = "Vec::is_empty", skip_deserializing)]
    attachments: Vec<Attachment>,
    #[serde(skip)]
    files: Vec<File>,
    #[serde(skip)]
    drawn_from: Option<Drawn>,
    /// What it leaves open, where it is a silence.
    #[serde(skip)]
    left_open: Option<LeftOpen>,
    /// Whether it says why something isn't done.
    #[serde(skip)]
    is_refusal: bool,
}

/// Which answer a message is, as it stands at the end of its small print.
pub fn given(small_print: &str) -> Option<AnswerGiven> {
    AnswerGiven::read(small_print.split_whitespace().next_back()?)
}

/// What Discord is told of a file that comes with the message; its id is the file's place among them.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Attachment {
    id: usize,
    filename: &'static str,
    description: String,
}

/// A file that comes with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

fn is_public(flags: &u64) -> bool {
    *flags == 0
}

/// Nobody, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
struct AllowedMentions {
    parse: [&'static str; 0],
}

impl Message {
    /// The body that puts it in place of another message. Lists that aren't named would stay, so that those given here are
    /// named even where nothing is in them; and nobody can change who sees a message.
    pub fn in_place_of_another(&self, lists: &[&str]) -> Value {
        let mut body = json!(self);
        for list in lists.iter().copied() {
            if body.get(list).is_none() {
                body[list] = json!([]);
            }
        }
        if let Some(fields) = body.as_object_mut() {
            fields.remove("flags");
        }
        body
    }

    /// A message that everybody in the channel sees.
    pub fn public(embed: Embed) -> Self {
        Self {
            embeds: [embed],
            allowed_mentions: AllowedMentions { parse: [] },
            flags: 0,
            components: Vec::new(),
            attachments: Vec::new(),
            files: Vec::new(),
            drawn_from: None,
            left_open: None,
            is_refusal: false,
        }
    }

    /// The same, which leaves a question open.
    #[must_use]
    pub fn leaving_open(self, left_open: LeftOpen) -> Self {
        Self { left_open: Some(left_open), ..self }
    }

    /// What it leaves open, where it is a silence.
    pub fn left_open(&self) -> Option<&LeftOpen> {
        self.left_open.as_ref()
    }

    /// The same, saying why something isn't done.
    #[must_use]
    pub fn refusing(self) -> Self {
        Self { is_refusal: true, ..self }
    }

    /// Whether it says why something isn't done, so that it stands in place of nothing.
    pub fn is_refusal(&self) -> bool {
        self.is_refusal
    }

    /// A message that only the asker sees.
    pub fn private(embed: Embed) -> Self {
        Self::public(embed).for_the_asker()
    }

    /// The same with buttons under it.
    #[must_use]
    pub fn with_buttons(self, buttons: Vec<Button>) -> Self {
        Self { components: Row::of(buttons), ..self }
    }

    /// The same with further buttons before those that it has.
    #[must_use]
    pub fn and_buttons(self, mut buttons: Vec<Button>) -> Self {
        buttons.extend(Row::buttons(self.components.clone()));
        self.with_buttons(buttons)
    }

    /// The same for the asker alone, with a button that shows it to everybody; what is said to the asker alone anyway
    /// isn't for sharing.
    #[must_use]
    pub fn private_at_first(self, share: Button) -> Self {
        if self.is_private() {
            return self;
        }
        let mut buttons = Row::buttons(self.components.clone());
        buttons.push(share.with_picture(self.drawn_from.clone()));
        self.with_buttons(buttons).for_the_asker()
    }

    /// A private message as Discord has it, as everybody may see it: the same embed and buttons, but the one that shares.
    pub fn shared(original: &Value) -> Option<Self> {
        let original: Self = serde_json::from_value(original.clone()).ok()?;
        let buttons = Row::buttons(original.components.clone()).into_iter().filter(|button| !button.shares());
        Some(original.with_buttons(buttons.collect()))
    }

    /// The same with a picture in its embed, which the description tells to those who don't see it.
    #[must_use]
    pub fn with_picture(mut self, picture: Picture) -> Self {
        let description = cut::visible(&picture.description, ALTERNATIVE_TEXT);
        let [embed] = &mut self.embeds;
        embed.image = Some(Image { url: format!("attachment://{PICTURE}") });
        self.attachments = vec![Attachment { id: 0, filename: PICTURE, description }];
        self.files = vec![File { name: PICTURE, media_type: "image/png", bytes: picture.png }];
        self
    }

    /// The same, whose picture was drawn from this.
    #[must_use]
    pub fn drawn_from(self, source: Drawn) -> Self {
        Self { drawn_from: Some(source), ..self }
    }

    /// The same with a file beside its embed, and what it is.
    #[must_use]
    pub fn with_file(mut self, file: File, description: &str) -> Self {
        let description = cut::visible(description, ALTERNATIVE_TEXT);
        self.attachments.push(Attachment { id: self.files.len(), filename: file.name, description });
        self.files.push(file);
        self
    }

    /// What it says, without what stands around it.
    pub fn words(&self) -> &str {
        let [embed] = &self.embeds;
        &embed.description
    }

    /// The same with a line of Markdown at its end, where it fits.
    #[must_use]
    pub fn and_line_as_is(mut self, line: &str) -> Self {
        let [embed] = &mut self.embeds;
        embed.add(line, 0);
        self
    }

    /// The same with a line of ours at its end, where it fits.
    #[must_use]
    pub fn and_line(mut self, line: &str) -> Self {
        let [embed] = &mut self.embeds;
        embed.add(&format!("**{line}**"), 0);
        self
    }

    /// The same with further small print at its end, which is never cut.
    #[must_use]
    pub fn and_noted(mut self, note: &str) -> Self {
        let [embed] = &mut self.embeds;
        let before = embed.footer.take().map(|footer| footer.text).unwrap_or_default();
        let room = FOOTER.saturating_sub(cut::length(note) + cut::length(BETWEEN_NOTES));
        let before = cut::visible(&before, room);
        let text = if before.is_empty() { note.to_owned() } else { format!("{before}{BETWEEN_NOTES}{note}") };
        embed.footer = Some(Footer { text });
        self
    }

    /// Which answer it is, where it says so.
    pub fn given(&self) -> Option<AnswerGiven> {
        let [embed] = &self.embeds;
        given(&embed.footer.as_ref()?.text)
    }

    /// The same with a further button after those that it has, unless it has the same.
    #[must_use]
    pub fn and_last_button(self, button: Button) -> Self {
        let mut buttons = Row::buttons(self.components.clone());
        if !buttons.iter().any(|other| other.does_the_same(&button)) {
            buttons.push(button);
        }
        self.with_buttons(buttons)
    }

    /// The same with a file of data, one object a line; `description` tells what it is.
    #[must_use]
    pub fn with_data(mut self, name: &'static str, data: &[Value], description: &str) -> Self {
        let description = cut::visible(description, ALTERNATIVE_TEXT);
        let bytes = data.iter().map(|line| format!("{line}\n")).collect::<String>().into_bytes();
        self.attachments = vec![Attachment { id: 0, filename: name, description }];
        self.files = vec![File { name, media_type: "application/json", bytes }];
        self
    }

    /// The files that come with it.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The same, seen by the asker only.
    #[must_use]
    pub fn for_the_asker(self) -> Self {
        Self { flags: EPHEMERAL, ..self }
    }

    /// Whether only the asker sees it.
    pub fn is_private(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }
}

/// What an embed's colour tells; its words tell it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Reported as somebody's.
    Reported,
    /// The story's own voice.
    OwnVoice,
    /// A related fact.
    RelatedFact,
    /// No answer, or a notice of the bot's own.
    Quiet,
}

impl Colour {
    /// Okabe and Ito's palette, told apart by colour-blind readers too.
    fn code(self) -> u32 {
        match self {
            Self::Reported => 0x00_72_b2,
            Self::OwnVoice => 0x00_9e_73,
            Self::RelatedFact => 0xe6_9f_00,
            Self::Quiet => 0x99_99_99,
        }
    }
}

/// An embed; no part is ever longer than Discord takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Embed {
    color: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Author>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none", skip_deserializing)]
    image: Option<Image>,
    #[serde(skip_serializing_if = "Option::is_none")]
    footer: Option<Footer>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Author {
    name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Image {
    url: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Footer {
    text: String,
}

impl Embed {
    /// An embed with nothing in it yet.
    pub fn new(colour: Colour) -> Self {
        Self {
            color: colour.code(),
            author: None,
            title: None,
            url: None,
            description: String::new(),
            image: None,
            footer: None,
        }
    }

    /// The same with the asker's words above everything else.
    #[must_use]
    pub fn asked(mut self, words: &str) -> Self {
        let name = cut::visible(words, AUTHOR_NAME_LENGTH);
        self.author = (!name.is_empty()).then_some(Author { name });
        self
    }

    /// The same with a title, and where it leads.
    #[must_use]
    pub fn titled(mut self, title: &str, url: Option<&str>) -> Self {
        self.title = Some(cut::escaped(title, TITLE_LENGTH)).filter(|title| !title.is_empty());
        self.url = url.filter(|url| is_link(url)).map(str::to_owned);
        self
    }

    /// The same with small print at the end.
    #[must_use]
    pub fn noted(mut self, note: &str) -> Self {
        let text = cut::visible(note, FOOTER);
        self.footer = (!text.is_empty()).then_some(Footer { text });
        self
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.description.is_empty()
    }

    /// Adds lines of Markdown, whole or not at all; `reserve` characters are kept free after them.
    pub fn add(&mut self, lines: &str, reserve: usize) -> bool {
        let gap = if self.description.is_empty() { "" } else { "\n" };
        let length = cut::length(&self.description) + cut::length(gap) + cut::length(lines);
        let fits = length + reserve <= DESCRIPTION_LENGTH;
        if fits {
            self.description.push_str(gap);
            self.description.push_str(lines);
        }
        fits
    }
}

/// Whether an address can stand in a link: a web address without anything that would end the link.
pub fn is_link(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let allowed = |character: char| character.is_ascii_graphic() && !"<>()[]\\`|\"".contains(character);
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(allowed)) && cut::length(url) <= URL
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_embed_keeps_discords_limits(words in "(\\PC|[ .*_@<>]){0,300}", times in 1usize..40) {
            let long = words.repeat(times);
            let mut embed = Embed::new(Colour::Quiet).asked(&long).titled(&long, Some(&long)).noted(&long);
            while embed.add(&cut::escaped(&long, 900), 40) && !long.is_empty() {}
            let mut json = serde_json::to_value(&embed).unwrap();
            json["type"] = "rich".into();
            let embed: twilight_model::channel::message::Embed = serde_json::from_value(json).unwrap();
            twilight_validate::embed::embed(&embed).unwrap();
        }
    }

    #[test]
    fn a_shared_message_is_the_private_one_without_its_button() {
        let press = crate::render::discord::buttons::Press::new("why", &[("statement", "s1")]);
        let buttons: Vec<Button> = Button::new("Why?", &press).into_iter().collect();
        let mut embed =
            Embed::new(Colour::Reported).asked("who?").titled("Mill", Some("https://example.org")).noted("x");
        embed.add("> words", 0);
        let public = Message::public(embed).with_buttons(buttons);
        let private = public.clone().private_at_first(Button::share("Share"));
        assert!(private.is_private());
        let mut sent = serde_json::to_value(&private).unwrap();
        sent["id"] = "1".into();
        sent["embeds"][0]["type"] = "rich".into();
        sent["components"][0]["id"] = 1.into();
        assert_eq!(Message::shared(&sent), Some(public));
        assert_eq!(Message::shared(&serde_json::json!({"embeds": []})), None);
    }

    #[test]
    fn a_notice_is_not_for_sharing() {
        let notice = Message::private(Embed::new(Colour::Quiet));
        assert_eq!(notice.clone().private_at_first(Button::share("Share")), notice);
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_link("https://example.org/a?b=c#d"));
        for url in ["javascript:alert(1)", "https://", "https://a b", "https://a/)[x](https://b", "/local"] {
            assert!(!is_link(url), "{url}");
        }
    }
}
