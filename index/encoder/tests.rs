use proptest::prelude::*;

use super::{Encoder, MOST_TOKENS, ModelError, PairReader, SHIPPED};

fn words(text: &str) -> Vec<String> {
    let tokens = Encoder::shipped().encode(text).tokens;
    tokens.iter().map(|token| text[token.word.clone()].to_owned()).collect()
}

/// How alike two words of two sentences are, by the vectors of their first pieces.
fn likeness((first, word): (&str, &str), (second, other): (&str, &str)) -> f32 {
    let place = |text: &str, word: &str| {
        let encoding = Encoder::shipped().encode(text);
        let place = encoding.tokens.iter().position(|token| &text[token.word.clone()] == word).unwrap();
        (encoding, place)
    };
    let (first, at) = place(first, word);
    let (second, other) = place(second, other);
    second.vectors.likeness(first.vectors.get(at).unwrap())[other]
}

#[test]
fn the_shipped_weights_are_those_that_pack_wrote() {
    let heading = b"VERBATIM-ENCODER-1\n".len();
    let body = &SHIPPED[heading + 4..];
    assert_eq!(Encoder::shipped().fingerprint(), crc32fast::hash(body));
}

#[test]
fn weights_that_are_cut_off_or_foreign_are_refused() {
    assert_eq!(Encoder::new(b"PK").unwrap_err(), ModelError::Foreign);
    assert_eq!(Encoder::new(&SHIPPED[..SHIPPED.len() - 1]).unwrap_err(), ModelError::Length);
    assert_eq!(Encoder::new(&SHIPPED[..1000]).unwrap_err(), ModelError::Length);
}

#[test]
fn a_word_in_capitals_with_accents_is_the_word_itself() {
    let pieces =
        |text: &str| Encoder::shipped().encode(text).tokens.iter().map(|token| token.piece).collect::<Vec<_>>();
    assert_eq!(pieces("Café OWNERS don’t"), pieces("cafe owners don't"));
    assert_ne!(pieces("cafe"), pieces("cave"));
}

#[test]
fn a_rare_word_is_split_into_pieces_that_all_stand_for_it() {
    assert_eq!(words("the Senkakus."), ["", "the", "Senkakus", "Senkakus", "Senkakus", ".", ""]);
}

#[test]
fn words_of_one_meaning_are_nearer_than_words_of_one_shape() {
    let asked = ("who paid for the bridge?", "paid");
    let same = likeness(asked, ("The council funded the bridge.", "funded"));
    let other = likeness(asked, ("The council painted the bridge.", "painted"));
    assert!(same > other + 0.1, "{same} {other}");
}

#[test]
fn a_word_means_what_its_sentence_makes_of_it() {
    let shore = likeness(("They sat on the river bank.", "bank"), ("The shore was muddy.", "shore"));
    let money = likeness(("They robbed the bank.", "bank"), ("The shore was muddy.", "shore"));
    assert!(shore > money, "{shore} {money}");
}

/// Other instructions or another order of additions would change these.
#[test]
fn the_numbers_are_those_of_every_other_machine() {
    let encoding = Encoder::shipped().encode("Who owns the islands?");
    let bytes: Vec<u8> = encoding.vectors.bytes().collect();
    assert_eq!((encoding.vectors.len(), crc32fast::hash(&bytes)), (7, 4_003_369_484));
}

#[test]
fn a_long_text_is_read_to_its_limit() {
    let encoding = Encoder::shipped().encode(&"islands ".repeat(500));
    assert_eq!(encoding.tokens.len(), MOST_TOKENS);
    assert_eq!(encoding.vectors.len(), MOST_TOKENS);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_text_has_tokens_that_lie_in_it(text in any::<String>()) {
        let encoding = Encoder::shipped().encode(&text);
        prop_assert!(encoding.tokens.iter().all(|token| text.get(token.word.clone()).is_some()));
        prop_assert_eq!(encoding.tokens.len(), encoding.vectors.len());
    }
}

#[test]
fn the_reader_tells_a_sentence_that_answers_from_one_that_only_speaks_of_the_same() {
    let reader = PairReader::shipped();
    let question = "how many boats did they sell to norway";
    let answers = reader.read(question, "Denby has sold 12 boats to Norway since May.").answers;
    let speaks_of_it = reader.read(question, "Norway lies across the sea from Denby, whose boats are old.").answers;
    assert!(answers > speaks_of_it + 2.0, "{answers} {speaks_of_it}");
}

#[test]
fn the_reader_tells_a_claim_that_a_passage_bears_out_from_one_that_it_denies() {
    let reader = PairReader::shipped();
    let passage =
        "The museum, which had been closed for repairs since March, opened again on Tuesday, its director said.";
    let same = reader.read("The museum is open to visitors again.", passage);
    let other = reader.read("The museum will stay shut for the rest of the year.", passage);
    assert!(same.supports > other.supports && other.contradicts > same.contradicts, "{same:?} {other:?}");
}

#[test]
fn a_readers_weights_that_are_cut_off_or_foreign_are_refused() {
    assert_eq!(PairReader::new(b"VERBATIM-ENCODER-1\n").unwrap_err(), ModelError::Foreign);
    assert_eq!(PairReader::new(b"VERBATIM-READER-1\nshort").unwrap_err(), ModelError::Length);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn any_two_texts_can_be_read_and_read_the_same_twice(asked in "\\PC{0,200}", passage in "\\PC{0,600}") {
        let reader = PairReader::shipped();
        let seen = reader.read(&asked, &passage);
        prop_assert!(seen.answers.is_finite());
        prop_assert_eq!(seen, reader.read(&asked, &passage));
    }
}
