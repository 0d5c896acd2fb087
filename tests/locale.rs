//! The asker's language: labels and the names of commands follow the locale, a story's words never do, and a question
//! typed in Japanese or Chinese finds them.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::discord::bot::Bot;
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{button, slash};
use crate::installation::Installation;

fn in_locale(mut interaction: Value, locale: &str) -> Value {
    interaction["locale"] = json!(locale);
    interaction
}

/// What is shown of an answer: its description, and the labels of its buttons.
fn shown(stand_in: &StandIn, interaction: Value) -> String {
    let answer = stand_in.ask(interaction);
    let message = &answer.body["data"];
    let buttons = message["components"].as_array().into_iter().flatten();
    let buttons = buttons
        .flat_map(|row| row["components"].as_array().unwrap())
        .map(|button| format!("[{}]", button["label"].as_str().unwrap()));
    let buttons: Vec<String> = buttons.collect();
    format!("{}\n{}", message["embeds"][0]["description"].as_str().unwrap(), buttons.join(" ")).trim_end().to_owned()
}

/// The lines that hold a story's words.
fn quoted(shown: &str) -> Vec<&str> {
    shown.lines().filter(|line| line.starts_with("> ")).collect()
}

#[test]
fn labels_follow_the_locale_and_a_storys_words_never_do() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let ask = |locale: &str| shown(&stand_in, in_locale(slash("ask", &[("question", "who controls senkaku")]), locale));
    assert_snapshot!(ask("ja"), @r"
    > Japan controls the islands, but they are claimed by China.
    記事の地の文 · 第13段落
    [段落を表示] [ほかの箇所] [変わったら知らせて] [照合する]
    ");
    assert_snapshot!(ask("zh-CN"), @r"
    > Japan controls the islands, but they are claimed by China.
    报道本身的叙述 · 第13段
    [显示该段] [更多段落] [有变化时告诉我] [核对]
    ");
    let said = |locale: &str| shown(&stand_in, in_locale(slash("said", &[("speaker", "yang")]), locale));
    assert_snapshot!(said("ja"), @r#"
    **1.**
    > Beijing would not turn rare earths into a tool of diplomacy, politics or economic pressure against other countries
    伝えられた発言：**Yang Jiechi**（相手：her） → US officials → Verbatim · 第5段落

    **2.**
    > China had "no intention of withholding" the minerals
    伝えられた発言：**Yang Jiechi** → Mrs Clinton → the AFP news agency → Verbatim · 第6段落
    [1. 理由は？] [2. 理由は？] [照合する]
    "#);
    assert_snapshot!(said("zh-CN"), @r#"
    **1.**
    > Beijing would not turn rare earths into a tool of diplomacy, politics or economic pressure against other countries
    转述：**Yang Jiechi**（对her） → US officials → Verbatim · 第5段

    **2.**
    > China had "no intention of withholding" the minerals
    转述：**Yang Jiechi** → Mrs Clinton → the AFP news agency → Verbatim · 第6段
    [1. 为什么？] [2. 为什么？] [核对]
    "#);
    let check =
        |locale: &str| shown(&stand_in, in_locale(slash("check", &[("claim", "China controls the islands")]), locale));
    assert_snapshot!(check("ja"), @r"
    **記事には異なることが書かれています。**

    誰が：入力：**China** · 記事：**Japan**

    > Japan controls the islands, but they are claimed by China.
    記事の地の文 · 第13段落
    [照合する]
    ");
    assert_snapshot!(check("zh-CN"), @r"
    **报道的说法不同。**

    主体：您输入的：**China** · 报道：**Japan**

    > Japan controls the islands, but they are claimed by China.
    报道本身的叙述 · 第13段
    [核对]
    ");
    for show in [&ask as &dyn Fn(&str) -> String, &said, &check] {
        let english = show("en-US");
        assert!(!quoted(&english).is_empty());
        for locale in ["ja", "zh-CN"] {
            assert_eq!(quoted(&show(locale)), quoted(&english), "{locale}");
        }
        assert_eq!(show("zh-TW"), english, "no labels in traditional characters, and none in others instead");
        assert_eq!(show("pt-BR"), english);
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_silence_and_a_mistake_are_said_in_the_askers_language() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let silent =
        |locale: &str| shown(&stand_in, in_locale(slash("ask", &[("question", "how old is clinton")]), locale));
    assert_snapshot!(silent("ja").lines().next().unwrap(), @"**記事には書かれていません。**");
    assert_snapshot!(silent("zh-CN").lines().next().unwrap(), @"**报道没有提到。**");
    let stale = |locale: &str| shown(&stand_in, in_locale(button("a-button-of-yesterday"), locale));
    assert_snapshot!(stale("ja"), @"このボタンはもう使えません。/ask でもう一度聞いてください。");
    assert_snapshot!(stale("zh-CN"), @"这个按钮已失效。请用 /ask 重新提问。");
    let missing =
        |locale: &str| shown(&stand_in, in_locale(slash("ask", &[("question", "who?"), ("story", "rare")]), locale));
    assert_snapshot!(missing("ja"), @r#""rare" という記事はありません。"rare-earths" のことですか"#);
    assert_snapshot!(missing("zh-CN"), @r#"没有编号为 "rare" 的报道；是不是 "rare-earths"？"#);
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn commands_and_their_options_are_registered_with_names_in_both_languages() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let registered = stand_in.call("PUT", "/applications/", 1);
    for command in registered.body.as_array().unwrap() {
        let options = command["options"].as_array().into_iter().flatten();
        for named in options.chain([command]) {
            for locale in ["ja", "zh-CN"] {
                let is_said =
                    |what: &str| named[what][locale].as_str().is_some_and(|said| !said.is_empty() && !said.is_ascii());
                assert!(is_said("name_localizations"), "{:#}", named);
                assert!(
                    named.get("description").is_none_or(Value::is_null) || is_said("description_localizations"),
                    "{:#}",
                    named
                );
            }
        }
    }
    assert_eq!(bot.stop().code(), 0);
}

/// Each question's answer in a line.
fn answers(questions: &str) -> String {
    let answers = Installation::fresh().json_with(&["ask", "-"], questions);
    let answer = |answer: &Value| {
        answer["answer"].as_str().map_or_else(|| answer["status"].as_str().unwrap().to_owned(), str::to_owned)
    };
    answers
        .iter()
        .map(|found| format!("{} → {}", found["question"].as_str().unwrap(), answer(found)))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_question_in_japanese_or_chinese_gets_the_storys_english_sentence() {
    assert_snapshot!(answers("\
尖閣は誰の島ですか
尖閣は誰が支配していますか
釣魚島是誰的
谁控制钓鱼岛？
日本は尖閣を何と呼んでいますか
中国占稀土产量的百分之多少
中国は世界のレアアースの何％を生産していますか
who controls 尖閣
who owns the Diaoyus
"), @r"
    尖閣は誰の島ですか → Japan controls the islands, but they are claimed by China.
    尖閣は誰が支配していますか → Japan controls the islands, but they are claimed by China.
    釣魚島是誰的 → Japan controls the islands, but they are claimed by China.
    谁控制钓鱼岛？ → Japan controls the islands, but they are claimed by China.
    日本は尖閣を何と呼んでいますか → The group is known in Japan as Senkaku, while it is known in China as Diaoyu.
    中国占稀土产量的百分之多少 → China produces about 97% of the world's rare earths.
    中国は世界のレアアースの何％を生産していますか → China produces about 97% of the world's rare earths.
    who controls 尖閣 → Japan controls the islands, but they are claimed by China.
    who owns the Diaoyus → Japan controls the islands, but they are claimed by China.
    ");
}

#[test]
fn what_is_not_understood_in_another_script_is_met_with_silence() {
    assert_snapshot!(answers("\
猫は何を食べますか
首相は誰ですか
中国没有控制什么
地震で何人が死亡しましたか
谁是埃及总统
"), @r"
    猫は何を食べますか → not_in_story
    首相は誰ですか → not_in_story
    中国没有控制什么 → not_in_story
    地震で何人が死亡しましたか → not_in_story
    谁是埃及总统 → not_in_story
    ");
}

#[test]
fn what_was_read_as_what_is_explained() {
    let ran = Installation::fresh().run(&["ask", "--explain", "釣魚島是誰的"]);
    let (_, found_by) = ran.text().split_once("Found by:\n").unwrap();
    assert_snapshot!(found_by, @r"
    +0.00  read as: 是誰的 → who owns
    +0.00  read as: 釣魚島 → Diaoyu
    ");
}
