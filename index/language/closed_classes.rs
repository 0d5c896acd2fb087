//! Which words bear no matter of their own (prepositions, conjunctions, auxiliaries, pronouns, determiners) and which
//! are verbs by their form alone, for readers of noun phrases; what a word can be besides is told by `tags`.

/// Prepositions, conjunctions, auxiliaries, pronouns, question words and adverbs of place and time: no noun phrase goes on
/// across them. The closed classes of Quirk et al., *A Comprehensive Grammar of the English Language*, chapters 2 to 9.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "about", "above", "across", "after", "against", "ago", "along", "already", "also", "although", "am", "among",
    "and", "apart", "are", "around", "as", "at", "away", "be", "because", "been", "before", "behind", "being",
    "below", "between", "beyond", "but", "by", "can", "could", "despite", "did", "do", "does", "down", "during",
    "each", "earlier", "every", "for", "from", "had", "has", "have", "he", "here", "him", "how", "i", "if", "in",
    "inside", "into", "is", "it", "just", "later", "like", "may", "me", "might", "must", "near", "nor", "not",
    "now", "of", "off", "on", "only", "onto", "or", "out", "outside", "over", "per", "shall", "she", "should",
    "since", "so", "still", "than", "that", "them", "then", "there", "they", "though", "through", "till", "to",
    "together", "too", "toward", "towards", "under", "unless", "until", "up", "upon", "us", "via", "was", "we",
    "were", "what", "when", "where", "whereas", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "within", "without", "would", "yet", "you",
];

/// Finite verbs that don't end in "-ed", as frequent as they are in news.
#[rustfmt::skip]
const IRREGULAR_VERBS: &[&str] = &[
    "according", "beat", "became", "become", "becomes", "began", "believes", "bought", "broke", "brought", "built",
    "came", "chose", "come", "comes", "denies", "died", "drew", "falls", "fell", "felt", "finds", "fled", "fought",
    "found", "gave", "get", "gives", "go", "goes", "got", "grew", "held", "hits", "include", "includes",
    "including", "keeps", "kept", "knew", "knows", "lay", "led", "left", "live", "lost", "made", "make", "makes",
    "means", "met", "need", "paid", "ran", "refuses", "remain", "remains", "reveals", "rises", "rose", "said",
    "sat", "saw", "say", "says", "seeks", "seems", "sees", "sent", "shows", "sold", "sought", "spoke", "stood",
    "struck", "suggests", "take", "takes", "tells", "thinks", "thought", "told", "took", "voted", "want", "wants",
    "warns", "went", "won", "wrote",
];

/// Words that only open a noun phrase.
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "her", "his", "its", "many", "my", "no", "other", "our", "several",
    "some", "such", "that", "the", "their", "these", "this", "those", "your",
];

/// Whether the lower-case word is a preposition, conjunction, auxiliary, pronoun or the like.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// Whether the lower-case word is a frequent finite verb without "-ed".
pub fn is_irregular_verb(word: &str) -> bool {
    IRREGULAR_VERBS.binary_search(&word).is_ok()
}

/// Whether the lower-case word only opens a noun phrase.
pub fn is_determiner(word: &str) -> bool {
    DETERMINERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_in_the_order_that_looking_up_needs() {
        for words in [FUNCTION_WORDS, IRREGULAR_VERBS, DETERMINERS] {
            assert!(words.is_sorted());
        }
    }

    #[test]
    fn a_noun_is_neither_a_function_word_nor_a_verb() {
        assert!(is_function_word("between") && is_irregular_verb("told") && is_determiner("the"));
        for noun in ["boat", "", "votes", "island"] {
            assert!(!is_function_word(noun) && !is_irregular_verb(noun) && !is_determiner(noun), "{noun}");
        }
    }
}
