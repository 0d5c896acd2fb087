//! Who and what a document speaks of: people, places, bodies, with the aliases and roles that its own words prove.

use std::collections::HashSet;

use super::{Extracted, Extractor, Kind};
use crate::document::Document;
use crate::span::Span;

mod aliases;
pub(super) mod classes;
mod evidence;
mod grouping;
mod index;
mod mentions;
mod pronouns;
pub(super) mod reading;
mod references;
mod roles;
mod runs;
mod titles;

use grouping::Group;
use mentions::Mention;
use reading::Reading;
use references::Known;

pub use index::{NameIndex, Named};

/// What sort of thing bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A country.
    Country,
    /// Any other place.
    Place,
    /// A company, ministry, agency, newspaper, alliance …
    Body,
    /// A name of none of these kinds, or of an unclear one.
    Other,
}

/// How it is known that other words mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AliasReason {
    /// A part of the full name ("Clinton").
    PartOfName,
    /// First letters ("IAEA").
    Acronym,
    /// The story puts the two beside each other ("known in Japan as Senkaku", "…, or Asean, …").
    StatedByStory,
    /// A capital or demonym of a country ("Beijing", "Chinese").
    CountryWord,
}

/// Other words for the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The other words.
    pub span: Span,
    /// How it is known.
    pub reason: AliasReason,
    /// The story's words that prove it.
    pub evidence: Span,
}

/// An office or description that the story gives a name ("US Secretary of State").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameRole {
    /// The role.
    pub span: Span,
    /// The story's words that prove it.
    pub evidence: Span,
}

/// The pronoun that stands for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pronoun {
    /// A man.
    He,
    /// A woman.
    She,
    /// A country, body or place.
    It,
}

/// A role without a name that the story proves to be this name's ("the US secretary of state").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The role.
    pub span: Span,
    /// The story's words that prove whose it is.
    pub evidence: Span,
}

/// Somebody or something spoken of, with every mention.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its fullest form in the story.
    pub canonical: Span,
    /// What sort of thing it is.
    pub kind: NameKind,
    /// ISO 3166-1 alpha-2 code, for a country.
    pub country: Option<&'static str>,
    /// Every place where it is named, in order, the canonical one and aliases included.
    pub mentions: Vec<Span>,
    /// Other words for it.
    pub aliases: Vec<Alias>,
    /// What the story says that it is.
    pub roles: Vec<NameRole>,
    /// Roles elsewhere that stand for it, in order.
    pub references: Vec<Reference>,
    /// The pronoun for it, where a title, a given name or the pronouns near it tell.
    pub pronoun: Option<Pronoun>,
}

/// Finds names.
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Name, asked_by: &["who", "whom", "whose"], extract };

fn extract(document: &Document, extracted: &mut Extracted) {
    let reading = Reading::new(document);
    let mentions = mentions::find(&reading).all;
    let same = aliases::find(&reading, &mentions);
    let roles = roles::find(&reading, &mentions);
    let mut groups = grouping::group(&reading, &mentions, &same, &roles);
    let group_of = grouping::owners(&groups, mentions.len());
    pronouns::complete(&reading, &mentions, &mut groups, &group_of);
    let known = Known { mentions: &mentions, group_of: &group_of, roles: &roles };
    let referred = references::find(&reading, &known);
    let mut names: Vec<Name> = groups.iter().map(|group| name(&reading, &mentions, group)).collect();
    for same in same {
        names[group_of[same.first]].state(same.alias(&mentions));
    }
    for role in roles {
        names[group_of[role.mention]].roles.push(role.role);
    }
    for referred in referred {
        names[referred.group].references.push(referred.reference);
    }
    extracted.name_index = NameIndex::new(&names, |mention| index::is_modifier(&reading, &mentions, mention));
    extracted.names = names;
}

fn name(reading: &Reading, mentions: &[Mention], group: &Group) -> Name {
    let spans: Vec<Span> = group.mentions.iter().map(|index| mentions[*index].span).collect();
    let canonical = group.canonical(reading, mentions);
    let mut name = Name {
        canonical,
        kind: group.kind(),
        country: group.country.map(|country| country.code),
        mentions: spans,
        aliases: Vec::new(),
        roles: Vec::new(),
        references: Vec::new(),
        pronoun: group.pronoun,
    };
    name.aliases = own_aliases(reading, &name);
    name
}

/// Words of the mentions that differ from the canonical ones, each once.
fn own_aliases(reading: &Reading, name: &Name) -> Vec<Alias> {
    let text = |span: Span| reading.document.text(span);
    let full = text(name.canonical);
    let mut seen = HashSet::from([full]);
    let mut aliases = Vec::new();
    for span in name.mentions.iter().copied() {
        if !seen.insert(text(span)) {
            continue;
        }
        let is_acronym = !full.contains(text(span)) && !text(span).chars().any(char::is_lowercase);
        let reason = match name.kind {
            NameKind::Country => AliasReason::CountryWord,
            _ if is_acronym => AliasReason::Acronym,
            _ => AliasReason::PartOfName,
        };
        aliases.push(Alias { span, reason, evidence: name.canonical });
    }
    aliases
}

impl Name {
    /// Replaces an alias that the words alone suggest by one that the story states.
    fn state(&mut self, alias: Alias) {
        self.aliases.retain(|known| known.span != alias.span);
        if alias.span != self.canonical {
            self.aliases.push(alias);
        }
    }
}

#[cfg(test)]
mod tests;
