use proptest::prelude::*;

use super::*;
use crate::article::{self, Format};
use crate::extract::Extracted;
use crate::span::Source;

/// Reads a story; its first line is a headline unless it ends as a sentence does.
fn names(text: &str) -> (Document, Extracted) {
    let source = Source::new(text).unwrap();
    let document = Document::new(article::read(source, Format::Plain));
    let mut extracted = Extracted::default();
    extract(&document, &mut extracted);
    (document, extracted)
}

fn lines(text: &str) -> String {
    let (document, extracted) = names(text);
    extracted.names.iter().map(|name| line(&document, name)).collect()
}

fn line(document: &Document, name: &Name) -> String {
    let mut line = format!("{:?}: {}", name.kind, document.text(name.canonical));
    name.country.iter().for_each(|code| line += &format!(" [{code}]"));
    name.pronoun.iter().for_each(|pronoun| line += &format!(" ({pronoun:?})"));
    line += &format!(" x{}", name.mentions.len());
    for alias in &name.aliases {
        line += &format!(" | {:?} {}", alias.reason, document.text(alias.span));
    }
    for role in &name.roles {
        line += &format!(" | role <{}>", document.text(role.span));
    }
    for reference in &name.references {
        line += &format!(" | stands for it <{}>", document.text(reference.span));
    }
    line + "\n"
}

#[test]
fn a_surname_is_the_full_name_before_it() {
    insta::assert_snapshot!(lines("The harbour reopened on Monday. Petra Novak said the work was done. Mr Quill, the port's owner, thanked her. \
        Later Novak left. \"We are glad,\" Ms Novak said."), @r#"
        Person: Petra Novak (She) x3 | PartOfName Novak
        Person: Quill (He) x1 | role <the port's owner>
        "#);
}

#[test]
fn two_people_with_one_surname_stay_apart() {
    insta::assert_snapshot!(lines("A boy was praised. Tomas Weller built a clock. His father Adam Lee Weller was proud. \
        Sara Weller, 41, a baker from Kent, watched. Mrs Weller smiled. Tomas Weller waved."), @r#"
        Person: Tomas Weller (He) x2
        Person: Adam Lee Weller (He) x1 | role <His father>
        Person: Sara Weller (She) x2 | PartOfName Weller | role <a baker from Kent>
        Other: Kent x1
        "#);
}

#[test]
fn titles_and_appositions_are_roles() {
    insta::assert_snapshot!(lines("Talks went on. US Secretary of State Nora Brandt met Foreign Minister Okoye in Vienna. \
        Jane Doe, the chief executive of Quarry Holdings, agreed. The union's leader, Ravi Menon, said no. \
        Former spokesman Karl Brunn left. Ida Moss is the mayor of Lowtown. \"Yes,\" said the secretary of state."), @r#"
        Country: US [US] (It) x1
        Person: Nora Brandt (She) x1 | role <US Secretary of State> | stands for it <the secretary of state>
        Person: Okoye x1 | role <Foreign Minister>
        Place: Vienna (It) x1
        Person: Jane Doe (She) x1 | role <the chief executive of Quarry Holdings>
        Body: Quarry Holdings (It) x1
        Person: Ravi Menon (He) x1 | role <The union's leader>
        Person: Karl Brunn (He) x1 | role <Former spokesman>
        Person: Ida Moss (She) x1 | role <the mayor of Lowtown>
        Other: Lowtown x1
        "#);
}

#[test]
fn a_counterpart_who_speaks_to_an_office_speaks_to_its_holder() {
    insta::assert_snapshot!(lines("The US trade secretary was pleased. Officials said Nora Brandt's Kenyan counterpart, Daniel Okoye, told the US trade secretary \
        that tea would flow."), @r#"
        Country: US [US] (It) x2
        Person: Nora Brandt (She) x1 | stands for it <The US trade secretary> | stands for it <the US trade secretary>
        Country: Kenyan [KE] (It) x1
        Person: Daniel Okoye (He) x1 | role <Nora Brandt's Kenyan counterpart>
        "#);
    insta::assert_snapshot!(lines("Officials said Nora Brandt's Kenyan counterpart, Daniel Okoye, told the Kenyan trade secretary that tea would flow."), @r#"
        Person: Nora Brandt (She) x1
        Country: Kenyan [KE] (It) x2
        Person: Daniel Okoye (He) x1 | role <Nora Brandt's Kenyan counterpart>
        "#);
}

#[test]
fn a_role_that_two_people_hold_stands_for_neither() {
    insta::assert_snapshot!(lines("They met. Finland's finance minister, Aino Salo, and the finance minister, Lars Holm, spoke. The finance minister then left."), @r#"
        Country: Finland [FI] (It) x1
        Person: Aino Salo (She) x1 | role <Finland's finance minister>
        Person: Lars Holm (He) x1 | role <the finance minister>
        "#);
}

#[test]
fn words_for_a_country_are_one_name() {
    insta::assert_snapshot!(lines("Turkey welcomed the offer. Turkish officials flew to Athens, and Ankara said it would sign. \
        They ate turkey. The Greeks told us to wait."), @r#"
        Country: Turkey [TR] (It) x3 | CountryWord Turkish | CountryWord Ankara
        Place: Athens (It) x1
        Country: Greeks [GR] (It) x1
        "#);
}

#[test]
fn a_person_may_bear_a_country_s_or_capital_s_word() {
    insta::assert_snapshot!(lines("It rained. Valeska Paris sang with Chad Turner and Jordan Hill in Paris. Paris thanked the crowd. \
        Chad sent troops. Officials from Georgia left."), @r#"
        Person: Valeska Paris (She) x2 | PartOfName Paris
        Person: Chad Turner (He) x1
        Person: Jordan Hill x1
        Place: Paris (It) x1
        Country: Chad [TD] (It) x1
        Country: Georgia [GE] (It) x1
        "#);
}

#[test]
fn a_party_tag_a_date_or_shouting_is_no_name() {
    insta::assert_snapshot!(lines("It rained. Sen. Ida Moss (R-Texas) spoke on July 4. In July nobody came. YOU must vote, she said, NOW."), @r#"
        Person: Ida Moss (She) x1 | role <Sen.>
        Place: Texas (It) x1
        "#);
}

#[test]
fn a_sentence_full_of_names_is_no_headline() {
    insta::assert_snapshot!(lines("It rained. Turkish President Orhan Demir and German Chancellor Ulla Brandt met. \
        Wep, or the World Egg Panel, dined."), @r#"
        Country: Turkish [TR] (It) x1
        Person: Orhan Demir (He) x1 | role <Turkish President>
        Country: German [DE] (It) x1
        Person: Ulla Brandt (She) x1 | role <German Chancellor>
        Other: World Egg Panel x1
        "#);
}

#[test]
fn the_story_states_aliases() {
    insta::assert_snapshot!(lines("The rock is known in Norway as Skarvoya and in Iceland as Hvalsey. \
        The World Kelp Council (WKC) met. The WKC voted. Ilse Brandt, also known as Red Ilse, sang."), @r#"
        Country: Norway [NO] (It) x1
        Other: Skarvoya x2 | StatedByStory Hvalsey
        Country: Iceland [IS] (It) x1
        Body: World Kelp Council (It) x3 | Acronym WKC
        Person: Ilse Brandt (She) x2 | StatedByStory Red Ilse
        "#);
}

#[test]
fn the_beginning_of_a_sentence_makes_no_name() {
    insta::assert_snapshot!(lines("Protesters gathered early. Police said little. However, nobody came. On Monday it rained in May. It is over."), @"");
}

#[test]
fn a_headline_in_capitals_names_what_the_story_names() {
    insta::assert_snapshot!(lines("Harbour Chief Novak Says Ferry Will Sail To Norway\n\nThe ferry will sail, Petra Novak said on Friday."), @r#"
        Person: Petra Novak (She) x2 | PartOfName Novak
        Country: Norway [NO] (It) x1
        "#);
}

#[test]
fn bodies_and_places_are_told_apart() {
    insta::assert_snapshot!(lines("The plan was filed in Lowtown. The Ministry of Trade and Industry, the University of Oslo and Brightwater Ltd signed it. \
        A copy hangs near Lake Hallen and on Orchard Street. The Harbour Times printed it, and a spokesman for Brightwater agreed."), @r#"
        Place: Lowtown (It) x1
        Body: Ministry of Trade and Industry (It) x1
        Body: University of Oslo (It) x1
        Body: Brightwater Ltd (It) x2 | PartOfName Brightwater
        Place: Lake Hallen (It) x1
        Place: Orchard Street (It) x1
        Body: Harbour Times (It) x1
        "#);
}

#[test]
fn a_span_finds_the_name_it_means() {
    let (document, extracted) =
        names("It was late. Nora Brandt's Kenyan counterpart, Daniel Okoye, told reporters of Mombasa's tea.");
    let text = document.source().text();
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        let span = document.source().span(start..start + words.len()).unwrap();
        extracted.name_at(span).map(|name| document.text(name.canonical))
    };
    assert_eq!(at("Nora Brandt's Kenyan counterpart, Daniel Okoye"), Some("Daniel Okoye"));
    assert_eq!(at("Brandt"), Some("Nora Brandt"));
    assert_eq!(at("Kenyan counterpart"), Some("Kenyan"));
    assert_eq!(at("It was late"), None);
}

#[test]
fn capital_words_are_no_person_without_evidence() {
    insta::assert_snapshot!(lines("The work began. Osprey Holm denied it. Brewin Lodge said no. \
        Shares of Credit Nord fell. The journal Nature Waning printed it. The American group Otto Brands agreed. \
        Its rival, Dahlia Dairies, did not."), @r#"
        Other: Osprey Holm x1
        Other: Brewin Lodge x1
        Other: Credit Nord x1
        Body: Nature Waning (It) x1
        Country: American [US] (It) x1
        Body: Otto Brands (It) x1
        Body: Dahlia Dairies (It) x1 | role <Its rival>
        "#);
}

#[test]
fn storms_places_teams_and_charities_are_no_people() {
    insta::assert_snapshot!(lines("It rained. Storm Greta hit the coast, and two died in San Ugo. Greta passed. \
        Sutton, who had not lost, went home. Sutton were tired while Brackton host Holm on Sunday. \
        Marsh Kin, a charity, helped. Holm Kin sold shares. Its chief left. \
        African Americans, who voted, waited. In New York, 24, a record, were hurt."), @r#"
        Other: Storm Greta x1
        Place: San Ugo (It) x1
        Other: Greta x1
        Other: Brackton x1
        Other: Holm x1
        Body: Marsh Kin (It) x1
        Body: Holm Kin (It) x1
        Other: African Americans x1
        Place: New York (It) x1
        "#);
}

#[test]
fn what_is_said_beside_unknown_words_makes_them_a_person() {
    insta::assert_snapshot!(lines("It rained. Zorvan Quell, 54, left. Ostrik Pell, who saw it, wept. Wivvel Tarn's wife sang. \
        Brindo Skarn said he was glad. Yorrick Stell waited. Ms Stell waved. Drusk Holm sat. He slept. Vokka Rind wept. Later, Rind said no. \
        Kwong Chun-yu voted."), @r#"
        Person: Zorvan Quell x1
        Person: Ostrik Pell x1
        Person: Wivvel Tarn x1
        Person: Brindo Skarn (He) x1
        Person: Yorrick Stell (She) x2 | PartOfName Stell
        Person: Drusk Holm (He) x1
        Person: Vokka Rind x2 | PartOfName Rind
        Person: Kwong Chun-yu x1
        "#);
}

#[test]
fn a_title_s_word_before_a_surname_is_a_given_name_after_a_role() {
    insta::assert_snapshot!(lines("It rained. Former Sutton striker Dean Marlow spoke. Sutton boss Stuart Holm and Otto chairwoman Dame Ada Moe left. \
        Ohio Congressman Pete King stayed. Dean Anna Moss met King Harald. Dean Tarn smiled."), @r#"
        Other: Sutton x2
        Person: Dean Marlow (He) x1 | role <Former Sutton striker>
        Person: Stuart Holm (He) x1 | role <Sutton boss>
        Other: Otto x1
        Person: Ada Moe (She) x1 | role <Otto chairwoman>
        Place: Ohio (It) x1
        Person: Pete King (He) x1 | role <Ohio Congressman>
        Person: Anna Moss (She) x1 | role <Dean>
        Person: Harald (He) x1 | role <King>
        Person: Dean Tarn (He) x1
        "#);
}

#[test]
fn a_possessive_within_a_body_s_name_doesn_t_part_it() {
    insta::assert_snapshot!(lines("It rained. She works at King’s College London. The Alzheimer’s Alliance and St Mary's Hospital agreed. \
        Norway's Parliament and the UN's Council met. Petra Novak's Office of Tea closed."), @r#"
        Body: King’s College London (It) x1
        Body: Alzheimer’s Alliance (It) x1
        Body: St Mary's Hospital (It) x1
        Country: Norway [NO] (It) x1
        Other: Parliament x1
        Body: UN (It) x1
        Other: Council x1
        Person: Petra Novak (She) x1
        Body: Office of Tea (It) x1
        "#);
}

#[test]
fn a_firm_s_short_name_is_the_firm_s_though_a_founder_bears_it() {
    insta::assert_snapshot!(lines("It rained. Halden Foods refused. Isobel Halden agreed. Halden fell. Ms Halden sold."), @r#"
        Body: Halden Foods (It) x2 | PartOfName Halden
        Person: Isobel Halden (She) x2 | PartOfName Halden
        "#);
}

proptest! {
    #[test]
    fn every_span_is_a_slice_of_any_text(text in "(\\PC{0,40}|[A-Z][a-z]{0,5}|known in|as|,|\\(|\\)|the |Mr |President |, 54, |US|Korea|'s|\\. |\n| ){0,30}") {
        let (document, extracted) = names(&text);
        for name in &extracted.names {
            let aliases = name.aliases.iter().flat_map(|alias| [alias.span, alias.evidence]);
            let roles = name.roles.iter().flat_map(|role| [role.span, role.evidence]);
            let references = name.references.iter().flat_map(|reference| [reference.span, reference.evidence]);
            for span in name.mentions.iter().copied().chain([name.canonical]).chain(aliases).chain(roles).chain(references) {
                prop_assert!(document.source().text().get(span.range()).is_some_and(|words| !words.is_empty()));
            }
            prop_assert!(name.mentions.is_sorted());
            prop_assert!(name.mentions.iter().all(|span| extracted.name_at(*span).is_some()));
        }
    }
}
