use proptest::prelude::*;

use crate::question::{Intent, Question, read_for};

fn words(question: &Question) -> String {
    question.words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// Each question with the English words it is read as, in their order.
fn check(questions: &[(&str, &str, Intent)]) {
    for (typed, english, intent) in questions {
        let question = read_for(typed, &|_| true).unwrap();
        let foreign = question.foreign.as_ref().unwrap();
        assert!(foreign.is_understood, "{typed}: {}", words(&question));
        assert_eq!((words(&question).as_str(), question.intent), (*english, *intent), "{typed}");
    }
}

#[test]
fn what_asks_comes_first_and_a_japanese_verb_after_its_subject() {
    check(&[
        ("尖閣は誰が支配していますか", "who control senkaku", Intent::Control),
        ("尖閣は誰の島ですか？", "who owns senkaku", Intent::Control),
        (
            "中国は世界のレアアースの何パーセントを生産していますか",
            "what percentage did china produce world rare earth",
            Intent::Share,
        ),
        ("中国はなぜ日本への輸出を止めたのですか", "why did china stop export to japan", Intent::Why),
        ("いつ会談しましたか", "when talks", Intent::When),
    ]);
}

#[test]
fn chinese_keeps_its_order_but_for_what_asks() {
    check(&[
        ("谁控制钓鱼岛？", "who control diaoyu", Intent::Control),
        ("釣魚島是誰的", "who owns diaoyu", Intent::Control),
        ("中国占稀土产量的百分之多少", "what percentage china rare earth production", Intent::Share),
        ("谁说了什么", "who what say", Intent::WhoSaid),
        ("美国说了什么", "what did america say", Intent::WhatSaid),
        ("中国为什么停止对日本出口稀土", "why did china stop export to japan rare earth", Intent::Why),
    ]);
}

#[test]
fn numbers_and_latin_letters_stay_as_they_are() {
    check(&[
        ("2010年9月に何が起きましたか", "what happened 2010 september", Intent::Happened),
        ("who controls 尖閣", "who controls senkaku", Intent::Control),
        ("ＥＵは何と言いましたか", "what did eu say", Intent::WhatSaid),
    ]);
}

#[test]
fn a_name_is_read_as_the_one_that_the_story_has() {
    let read = |has: &'static str| words(&read_for("尖閣は誰の島", &|word| word == has).unwrap());
    assert_eq!(read("Senkaku"), "who owns senkaku");
    assert_eq!(read("Diaoyutai"), "who owns diaoyutai");
    assert_eq!(read("Elsewhere"), "who owns senkaku");
}

#[test]
fn what_the_lexicon_lacks_or_denies_is_not_understood() {
    for typed in [
        "猫は何を食べますか",
        "田中は何と言いましたか",
        "中国没有出口什么",
        "日本が輸出しない物は何ですか",
        "한국은 어디",
    ] {
        let question = read_for(typed, &|_| true).unwrap();
        assert!(question.foreign.is_none_or(|foreign| !foreign.is_understood), "{typed}");
    }
}

#[test]
fn english_is_left_alone() {
    assert_eq!(read_for("who controls it, “José”?", &|_| true).unwrap().foreign, None);
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_word_stands_where_it_was_typed(
        typed in "([a-z9９ｗ ]|は|が|を|に|の|国|中|日本|本|谁|什么|支配|月|不|釣|魚|島|。|\\PC){1,40}"
    ) {
        if let Ok(question) = read_for(&typed, &|word| word.len() % 2 == 0) {
            for word in &question.words {
                prop_assert!(typed.get(word.typed.clone()).is_some());
            }
        }
    }
}
