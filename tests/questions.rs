//! Editors' questions through the binary: added, listed, checked, used and turned off.

use serde_json::Value;

use crate::installation::Installation;

const LAMPS: &str = "Lamps of Tjorn go dark\n\nThe town of Tjorn will switch off its lamps at ten, engineer Sven Holt said. It saves 300,000 crowns a year.\n\nShopkeepers want them on until midnight.\n";

fn installation() -> Installation {
    let installation = Installation::fresh();
    let article = installation.file("lamps.txt", LAMPS.as_bytes());
    let questions = installation.file(
        "expected.jsonl",
        b"{\"question\":\"whos against it\",\"answer\":\"Shopkeepers want\"}\n{\"question\":\"who pays Sven Holt\",\"answer\":null}\n",
    );
    let ran = installation.run(&[
        "story",
        "add",
        article.to_str().unwrap(),
        "--id",
        "lamps",
        "--questions",
        questions.to_str().unwrap(),
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    installation
}

fn lines(installation: &Installation, arguments: &[&str]) -> Vec<Value> {
    let ran = installation.run(&[arguments, &["--json"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let out = String::from_utf8(ran.out).unwrap();
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn questions_are_added_listed_used_and_turned_off() {
    let installation = installation();
    let asked = &lines(&installation, &["ask", "--story", "lamps", "--explain", "Whos against it?"])[0];
    assert_eq!(
        (&asked["status"], &asked["answer"]),
        (&"answered".into(), &"Shopkeepers want them on until midnight.".into())
    );
    let passage = &asked["passages"][0];
    let (start, end) = (passage["start"].as_u64().unwrap() as usize, passage["end"].as_u64().unwrap() as usize);
    let slice: String = LAMPS.chars().skip(start).take(end - start).collect();
    assert_eq!(passage["text"], slice);
    assert_eq!(asked["clues"][0]["seen"], "whos against it");

    let added =
        lines(&installation, &["story", "questions", "add", "lamps", "hows that gonna help", "--answer", "It saves"]);
    assert_eq!((&added[0]["change"], &added[0]["version"]), (&"updated".into(), &2.into()));
    let listed = lines(&installation, &["story", "questions", "list", "lamps"]);
    let leads: Vec<_> = listed.iter().map(|line| line["leads_to"].as_str().unwrap()).collect();
    assert_eq!(leads, ["sentence", "silence", "sentence"]);
    assert_eq!(lines(&installation, &["story", "questions", "--story", "lamps"]), listed);

    let mut off = installation.command();
    off.env("VERBATIM_ANSWER__EDITORS_QUESTIONS", "false");
    let out = off.args(["ask", "--story", "lamps", "--explain", "--json", "whos against it"]).output().unwrap().stdout;
    assert!(!String::from_utf8(out).unwrap().contains("editors' question"));
}

#[test]
fn check_tells_what_goes_wrong_without_them_and_which_lead_nowhere() {
    let installation = installation();
    let corrected = installation.file("corrected.txt", LAMPS.replace("Shopkeepers want", "Shops want").as_bytes());
    let ran = installation.run(&["story", "update", "lamps", corrected.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let checked = lines(&installation, &["story", "questions", "check", "lamps"]);
    let counts = checked.last().unwrap();
    assert_eq!((&counts["type"], &counts["questions"], &counts["not_used"]), (&"counts".into(), &2.into(), &1.into()));
    assert_eq!(counts["with"], serde_json::json!({ "right": 1, "wrong": 0, "silent": 0 }));
    let lost = checked.iter().find(|line| line["type"] == "not_used").unwrap();
    assert_eq!((&lost["leads_to"], &lost["passage"]), (&"gone".into(), &Value::Null));
    let shown = installation.run(&["story", "questions", "check", "lamps"]);
    assert!(String::from_utf8(shown.out).unwrap().contains("with all of them: 1 right, 0 wrong, 0 silent"));
}

#[test]
fn a_question_whose_answer_is_not_the_storys_is_refused_in_one_line() {
    let ran = installation().run(&["story", "questions", "add", "lamps", "who", "--answer", "the king"]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.err.trim(), @r#"verbatim: "the king" doesn't stand in one sentence of the story; copy words of the sentence that answers"#);
}
