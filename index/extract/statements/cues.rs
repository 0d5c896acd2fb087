//! The words that report words: verbs with their forms and the constructions that each takes.
//! The list itself is `cues.txt`, which names its sources.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A set of constructions, one letter each; `cues.txt` says what they mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u32);

impl Frames {
    /// Whether the construction with this letter is among them.
    pub fn has(self, letter: char) -> bool {
        self.0 & Self::bit(letter) != 0
    }

    fn bit(letter: char) -> u32 {
        if letter.is_ascii_lowercase() { 1 << (letter as u32 - 'a' as u32) } else { 0 }
    }
}

/// The form of a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said" as past tense or past participle.
    Past,
    /// "written": a participle only.
    Participle,
    /// "saying"
    Gerund,
}

/// One form of one verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The verb.
    pub lemma: &'static str,
    /// Which form of it.
    pub form: Form,
    /// The constructions that the verb takes.
    pub frames: Frames,
}

/// The cue verb that `lower`, a word in lower case, is a form of.
pub fn verb(lower: &str) -> Option<&'static Cue> {
    VERBS.get(lower)
}

static VERBS: LazyLock<HashMap<String, Cue>> = LazyLock::new(|| {
    let mut verbs = HashMap::new();
    for line in include_str!("cues.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split_whitespace();
        let (Some(lemma), Some(irregular)) = (fields.next(), fields.next()) else { continue };
        let frames = Frames(fields.flat_map(str::chars).fold(0, |set, letter| set | Frames::bit(letter)));
        for (word, form) in forms(lemma, irregular) {
            verbs.insert(word, Cue { lemma, form, frames });
        }
    }
    verbs
});

fn forms(lemma: &str, irregular: &str) -> Vec<(String, Form)> {
    let stem = lemma.strip_suffix('e').filter(|stem| !stem.ends_with('e')).unwrap_or(lemma);
    let (past, participle) = match irregular.split_once('/') {
        Some((past, participle)) => (past.to_owned(), participle.to_owned()),
        None if irregular == "-" => (regular_past(lemma), regular_past(lemma)),
        None => (irregular.to_owned(), irregular.to_owned()),
    };
    let doubled = past.strip_suffix("ed").filter(|double| double.len() == lemma.len() + 1 && double.starts_with(lemma));
    let gerund = format!("{}ing", doubled.unwrap_or(stem));
    let third = third_person(lemma);
    let forms = [
        (participle, Form::Participle),
        (lemma.to_owned(), Form::Base),
        (third, Form::Third),
        (past, Form::Past),
        (gerund, Form::Gerund),
    ];
    forms.into()
}

fn regular_past(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ied"),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ => format!("{lemma}ed"),
    }
}

fn third_person(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'h', 'o']) && !lemma.ends_with("th") => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_verb_is_known() {
        let lemma = |word| verb(word).map(|cue| (cue.lemma, cue.form));
        assert_eq!(lemma("said"), Some(("say", Form::Past)));
        assert_eq!(lemma("saying"), Some(("say", Form::Gerund)));
        assert_eq!(lemma("written"), Some(("write", Form::Participle)));
        assert_eq!(lemma("denies"), Some(("deny", Form::Third)));
        assert_eq!(lemma("quipping"), Some(("quip", Form::Gerund)));
        assert_eq!(lemma("stresses"), Some(("stress", Form::Third)));
        assert_eq!(lemma("argued"), Some(("argue", Form::Past)));
        assert_eq!(lemma("arguing"), Some(("argue", Form::Gerund)));
        assert_eq!(lemma("ate"), None);
    }
}
