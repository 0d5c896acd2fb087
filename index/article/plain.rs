//! Plain text as news sites give it → [`Article`]: lines become pieces, pieces get roles by general rules of shape,
//! place and published conventions. Nothing is changed, and nothing but page furniture is left out.

use super::Article;
use crate::span::Source;

mod captions;
mod pieces;
pub(super) mod roles;
pub(super) mod shape;
pub(super) mod tail;

/// Reads plain text.
pub fn read(source: Source) -> Article {
    let pieces = pieces::pieces(&source);
    let mut article = Article::bare(source.clone());
    roles::assign(&source, &pieces, &mut article);
    article
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::article::rendering::render;

    fn seen(text: &str) -> String {
        render(&read(Source::new(text).unwrap()))
    }

    #[test]
    fn a_broadcasters_page_is_told_apart() {
        assert_snapshot!(seen(
            "Coast News\n\nDockers walk out over plan to automate cranes\n\nimage captionCranes stand idle in the old harbour\n\n\
             Dockers have walked out over a plan to automate cranes, the port has said.\n\n\
             The port said it would talk to the union.\n\nTalks ahead\n\n\
             \"We were never asked,\" said Ann Lee, who leads the union.\n\nMore on this story\n\n  • Ferry runs again after storm\n\n  • Who owns the harbour?\n"
        ), @r#"
        -| Coast News
        H| Dockers walk out over plan to automate cranes
        C| Cranes stand idle in the old harbour
        1| Dockers have walked out over a plan to automate cranes, the port has said.
        2| The port said it would talk to the union.
        S| Talks ahead
        3| "We were never asked," said Ann Lee, who leads the union.
        -| More on this story
        -| Ferry runs again after storm
        -| Who owns the harbour?
        of: Coast News
        "#);
    }

    #[test]
    fn an_agency_report_names_its_writer_place_and_agency() {
        assert_snapshot!(seen(
            "Dockers walk out over crane plan\nBy Jane Doe\nMay 3, 2019 / 2:15 PM\n\n\
             HULL, England, May 3 (Reuters) - Dockers walked out on Friday over a plan to automate cranes.\n\n\
             The port did not comment.\n\nReporting by Jane Doe; editing by John Roe\n\n\
             Our Standards: The Example Trust Principles.\n"
        ), @r"
        H| Dockers walk out over crane plan
        S| By Jane Doe
        S| May 3, 2019 / 2:15 PM
        1| HULL, England, May 3 (Reuters) - Dockers walked out on Friday over a plan to automate cranes.
        2| The port did not comment.
        3| Reporting by Jane Doe; editing by John Roe
        -| Our Standards: The Example Trust Principles.
        by: Jane Doe
        of: Reuters
        on: 2019-05-03
        ");
    }

    #[test]
    fn a_wiki_story_keeps_captions_and_leaves_out_credits() {
        assert_snapshot!(seen(
            "Dockers in Hull walk out\n\nFriday, May 3, 2019\n\nDockers walked out on Friday. The port did not comment.\n\n\
             Dockers at the gate of the port\n\nImage: Jane Doe / Coast Archive.\n\n\
             The old harbour at night. Image: John Roe.\n\nThe union leader wrote:\n\n\"We stay out.\"\n\nThe port wants new cranes.\n"
        ), @r#"
        H| Dockers in Hull walk out
        S| Friday, May 3, 2019
        1| Dockers walked out on Friday. The port did not comment.
        C| Dockers at the gate of the port
        -| Image: Jane Doe / Coast Archive.
        C| The old harbour at night. Image: John Roe.
        2| The union leader wrote:
        3| "We stay out."
        4| The port wants new cranes.
        on: 2019-05-03
        "#);
    }

    #[test]
    fn hard_wrapped_lines_are_joined_into_paragraphs() {
        assert_snapshot!(seen(
            "Dockers walk out over plan to automate the cranes of the\nold harbour\n\nBy Jane Doe\nFriday, May 3, 2019\n\n\
             Dockers have walked out over a plan to automate cranes, the\nport has said. It is the first such strike since the\n\
             harbour was built, and nobody knows how long it will last.\n\nThe port said that it would talk to the union. No day was\nset for it.\n\n\
             * Cranes stand idle in the old harbour, and ships wait in\n  the roads.\n* Ferries run.\n"
        ), @r"
        H| Dockers walk out over plan to automate the cranes of the⏎old harbour
        S| By Jane Doe
        S| Friday, May 3, 2019
        1| Dockers have walked out over a plan to automate cranes, the⏎port has said. It is the first such strike since the⏎harbour was built, and nobody knows how long it will last.
        2| The port said that it would talk to the union. No day was⏎set for it.
        3| Cranes stand idle in the old harbour, and ships wait in⏎  the roads.
        4| Ferries run.
        by: Jane Doe
        on: 2019-05-03
        ");
    }

    #[test]
    fn paragraphs_of_one_line_each_stay_apart_without_blank_lines() {
        assert_snapshot!(seen(
            "Dockers walk out\nDockers have walked out over a plan to automate cranes, the port said.\nThe port will talk to the union.\n\
             \"We were never asked,\" said Ann Lee, who leads the union and has worked in the port for thirty years.\n"
        ), @r#"
        H| Dockers walk out
        1| Dockers have walked out over a plan to automate cranes, the port said.
        2| The port will talk to the union.
        3| "We were never asked," said Ann Lee, who leads the union and has worked in the port for thirty years.
        "#);
    }

    #[test]
    fn a_text_of_one_line_is_one_paragraph_without_a_headline() {
        assert_snapshot!(seen("Dockers walk out over crane plan"), @"1| Dockers walk out over crane plan");
        assert_snapshot!(seen("Dockers walked out. The port did not comment.\n"), @"1| Dockers walked out. The port did not comment.");
        assert_snapshot!(seen(""), @"");
    }

    #[test]
    fn an_article_that_begins_with_sentences_has_no_headline() {
        assert_snapshot!(seen("Dockers walked out on Friday.\n\nThe port did not comment."), @r"
        1| Dockers walked out on Friday.
        2| The port did not comment.
        ");
    }

    #[test]
    fn transcripts_lists_and_tables_stay_body() {
        assert_snapshot!(seen(
            "What the mayor said about cranes\n\nThe mayor spoke on Friday.\n\nMAYOR: The cranes will come.\n\nREPORTER: When?\n\n\
             The port asks for three things:\n\n- New cranes\n- Fewer dockers\n- Longer days\n\n\
             Cranes 12 2018\nCranes 30 2019\n\nThe union asks for none.\n"
        ), @r"
        H| What the mayor said about cranes
        1| The mayor spoke on Friday.
        2| MAYOR: The cranes will come.
        3| REPORTER: When?
        4| The port asks for three things:
        5| New cranes
        6| Fewer dockers
        7| Longer days
        8| Cranes 12 2018
        9| Cranes 30 2019
        10| The union asks for none.
        ");
    }

    #[test]
    fn a_box_of_links_amid_the_story_goes_and_the_story_goes_on() {
        assert_snapshot!(seen(
            "Dockers walk out over crane plan\n\nDockers walked out on Friday over cranes.\n\nRelated\n\nFerry runs again after storm\n\n\
             The port did not comment on the plan, which was made public in April.\n\nAdvertisement\n\nSign up for our newsletter\n\n\
             The union meets on Monday to decide how long the strike is to last.\n\n© 2019 Coast News. All rights reserved.\n"
        ), @r"
        H| Dockers walk out over crane plan
        1| Dockers walked out on Friday over cranes.
        -| Related
        -| Ferry runs again after storm
        2| The port did not comment on the plan, which was made public in April.
        -| Advertisement
        -| Sign up for our newsletter
        3| The union meets on Monday to decide how long the strike is to last.
        -| © 2019 Coast News. All rights reserved.
        ");
    }

    #[test]
    fn a_heading_that_sites_set_over_links_is_the_storys_when_prose_follows() {
        assert_snapshot!(seen(
            "Dockers walk out over crane plan\n\nDockers walked out on Friday over cranes.\n\nMore on the cranes\n\n\
             The cranes were built in 1960, and the port says that they are no longer safe.\n\nThey are painted red.\n"
        ), @r"
        H| Dockers walk out over crane plan
        1| Dockers walked out on Friday over cranes.
        S| More on the cranes
        2| The cranes were built in 1960, and the port says that they are no longer safe.
        3| They are painted red.
        ");
    }

    #[test]
    fn questions_over_paragraphs_are_subheadings() {
        assert_snapshot!(seen(
            "Five things about the cranes\n\nThe port wants new cranes.\n\nWhat are the cranes for?\n\nThey load ships. \
             Each can lift forty tonnes.\n\n\"Why?\"\n\nHe gave no answer to that.\n"
        ), @r#"
        H| Five things about the cranes
        1| The port wants new cranes.
        S| What are the cranes for?
        2| They load ships. Each can lift forty tonnes.
        3| "Why?"
        4| He gave no answer to that.
        "#);
    }

    #[test]
    fn line_ends_of_every_kind_are_read_alike() {
        let text = "Dockers walk out over crane plan\n\nDockers walked out on Friday.\n\nThe port did not comment.\n";
        let expected = seen(text);
        for end in ["\r\n", "\r", "\u{85}", "\u{2028}"] {
            assert_eq!(seen(&text.replace('\n', end)), expected, "{end:?}");
        }
        assert_eq!(seen(&format!("\u{FEFF}{text}")), expected);
        assert_eq!(seen(&text.replace("\n\n", "\u{C}")), expected);
    }

    #[test]
    fn the_address_and_the_day_are_taken_from_lines_of_their_own() {
        assert_snapshot!(seen(
            "Dockers walk out over crane plan\n\nPublished 3 May 2019\nLast updated 5 May 2019\nSource: https://example.org/cranes\n\n\
             Dockers walked out on Friday over cranes.\n"
        ), @r"
        H| Dockers walk out over crane plan
        S| Published 3 May 2019
        S| Last updated 5 May 2019
        -| Source: https://example.org/cranes
        1| Dockers walked out on Friday over cranes.
        on: 2019-05-03
        at: https://example.org/cranes
        ");
    }

    #[test]
    fn a_menu_under_a_sites_name_is_passed_over() {
        assert_snapshot!(seen(
            "The Coast Guardian\n\nNews\nOpinion\n\nDockers walk out over plan to automate cranes\n\nAnn Lee and John Roe\n\
             Fri 3 May 2019 14.05 BST\nFirst published on Fri 3 May 2019 09.12 BST\n\n\
             Dockers have walked out over a plan to automate cranes, the port has said.\n\nTopics\nTrade unions\nReuse this content\n"
        ), @r"
        -| The Coast Guardian
        -| News
        -| Opinion
        H| Dockers walk out over plan to automate cranes
        S| Ann Lee and John Roe
        S| Fri 3 May 2019 14.05 BST
        S| First published on Fri 3 May 2019 09.12 BST
        1| Dockers have walked out over a plan to automate cranes, the port has said.
        -| Topics
        -| Trade unions
        -| Reuse this content
        by: Ann Lee and John Roe
        of: The Coast Guardian
        on: 2019-05-03
        ");
    }

    #[test]
    fn labels_on_lines_of_their_own_are_read_with_the_next_line() {
        assert_snapshot!(seen(
            "Dockers walk out over crane plan\n\nImage source, Getty Images\nImage caption, \nCranes stand idle in the old harbour\n\n\
             Dockers have walked out over a plan to automate cranes, the port has said.\n\n\
             The image caption, it turned out, was wrong.\n\nMedia caption,\nDockers march through the old town\n"
        ), @r"
        H| Dockers walk out over crane plan
        -| Image source, Getty Images
        -| Image caption,
        C| Cranes stand idle in the old harbour
        1| Dockers have walked out over a plan to automate cranes, the port has said.
        2| The image caption, it turned out, was wrong.
        -| Media caption,
        C| Dockers march through the old town
        ");
    }

    #[test]
    fn what_a_story_drew_on_is_no_part_of_it() {
        assert_snapshot!(seen(
            "Dockers in Hull walk out\n\nDockers walked out on Friday.\n\nThe sources of the port's income are few.\n\nSources\n\
             Jane Doe. \"Dockers walk out\" — Coast News, May 3, 2019\nJohn Roe. \"Port silent\" — Daily Post, May 3, 2019\n"
        ), @r#"
        H| Dockers in Hull walk out
        1| Dockers walked out on Friday.
        2| The sources of the port's income are few.
        -| Sources
        -| Jane Doe. "Dockers walk out" — Coast News, May 3, 2019
        -| John Roe. "Port silent" — Daily Post, May 3, 2019
        "#);
    }

    #[test]
    fn a_transcripts_first_turn_is_no_headline_but_a_quoting_title_is() {
        assert_snapshot!(seen("MAYOR: The cranes will come\n\nREPORTER: When?\n\nMAYOR: Soon."), @r"
        1| MAYOR: The cranes will come
        2| REPORTER: When?
        3| MAYOR: Soon.
        ");
        assert_snapshot!(seen("Mayor: Cranes will come soon\n\nThe mayor spoke on Friday of the cranes."), @r"
        H| Mayor: Cranes will come soon
        1| The mayor spoke on Friday of the cranes.
        ");
    }
}
