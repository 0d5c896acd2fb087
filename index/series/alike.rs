//! Whether two words are of one family ("produces", "production"): the same beginning, with endings by which English
//! makes verbs' forms and nouns of doing (Quirk et al., *A Comprehensive Grammar*, appendix I).

use crate::language::stems;

/// The fewest letters that two words of one family begin with alike, unless their stem is the same.
const SHORTEST_ROOT: usize = 5;

/// What words of one family end in, after their common letters.
const ENDINGS: &[&str] =
    &["", "s", "e", "es", "ed", "er", "ers", "ing", "ion", "ions", "tion", "tions", "y", "ies", "ied", "ier", "iers"];

/// Whether two folded words are of one family.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    let root: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let ends_well = |word: &str| ENDINGS.contains(&&word[root..]);
    let is_rooted = root >= SHORTEST_ROOT || stems::stem(one) == stems::stem(other);
    is_rooted && ends_well(one) && ends_well(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_and_its_noun_are_alike() {
        for (one, other) in
            [("produces", "production"), ("exported", "exports"), ("mined", "mining"), ("supplies", "supply")]
        {
            assert!(is_alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn words_that_only_begin_alike_are_not() {
        for (one, other) in
            [("production", "productivity"), ("imports", "importance"), ("mines", "minerals"), ("export", "import")]
        {
            assert!(!is_alike(one, other), "{one} {other}");
        }
    }
}
