use std::sync::Arc;

use proptest::prelude::*;
use verbatim_index::article::plain;
use verbatim_index::draft;
use verbatim_index::span::Source;
use verbatim_index::story::Story;

use super::*;

const STORY: &str = "Bridge <b>vote</b> put off\n\nThe council of Elsin has put off a vote on a new bridge until March, its \
    leader, Maria Lund, said on Tuesday.\n\n\"We will not be rushed & sold,\" Ms Lund told reporters.\n";

fn page_of(text: &str, story: &str) -> String {
    let read = |id: &str, text: &str| Arc::new(Story::new(id, plain::read(Source::new(text).unwrap()), Vec::new()));
    let (draft, story) = (read("draft", text), read("story", story));
    let checked = draft::check(&draft, &story);
    page(&DraftChecked { story, draft, checked, form: None })
}

/// The names of all tags in order, and whether all are the templates' own.
fn tags(page: &str) -> Vec<String> {
    let after_style = page.split_once("</style>").map_or("", |(_, rest)| rest);
    after_style
        .match_indices('<')
        .map(|(at, _)| {
            let name = after_style[at + 1..].trim_start_matches('/');
            name.chars().take_while(char::is_ascii_alphanumeric).collect()
        })
        .collect()
}

const OWN: [&str; 26] = [
    "head",
    "body",
    "html",
    "nav",
    "a",
    "header",
    "h1",
    "p",
    "cite",
    "time",
    "ul",
    "li",
    "span",
    "main",
    "section",
    "h2",
    "h3",
    "ol",
    "blockquote",
    "mark",
    "del",
    "ins",
    "footer",
    "title",
    "style",
    "meta",
];

#[test]
fn words_from_outside_are_shown_and_never_markup() {
    let page = page_of("\"We <i>will</i> be rushed & sold,\" said <script>alert(1)</script>.\n", STORY);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(page.contains("Bridge &lt;b&gt;vote&lt;/b&gt; put off"), "{page}");
    assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("<i>"), "{page}");
}

#[test]
fn nothing_is_fetched() {
    let page = page_of("\"We will not be rushed & sold,\" Ms Lund said. https://example.org/a.png\n", STORY);
    for outside in ["src=", "url(", "@import", "href=\"http", "<link", "<script", "<img", "<iframe"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn every_mark_leads_to_its_evidence_and_back() {
    let page = page_of("\"We will never be rushed & sold,\" Mary Lund said on 3 May 1911. It cost $4m.\n", STORY);
    let marks = page.matches("id=\"mark-").count();
    assert!(marks >= 4, "{page}");
    assert_eq!(page.matches("id=\"evidence-").count(), marks);
    for number in 1..=marks {
        for needed in [
            format!("id=\"mark-{number}\" href=\"#evidence-{number}\""),
            format!("id=\"evidence-{number}\""),
            format!("<a href=\"#mark-{number}\">"),
        ] {
            assert_eq!(page.matches(&needed).count(), 1, "{needed}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_of_a_draft_or_story_makes_markup(
        draft in "(\\PC|[<>&\"'/=\n ]|<script>|</p>|-->|\"We will not|Lund|on Tuesday|&lt;){0,40}",
        story in "(\\PC|[<>&\"'/\n ]|<img src=x onerror=y>|Maria Lund said|\"We will not){0,30}",
    ) {
        let page = page_of(&draft, &story);
        for tag in tags(&page) {
            prop_assert!(OWN.contains(&tag.as_str()), "<{}> in {}", tag, page);
        }
        prop_assert_eq!(page.matches("<a ").count(), page.matches("</a>").count());
    }
}
