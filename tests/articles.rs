//! Invented stories, each with something that offsets or reading could trip over.

/// A news story in plain text, with speech, figures and a dispute.
pub const HARBOUR: &str = "\
Harbour council puts off bridge vote

The council of Port Elsin has put off a vote on a new bridge until March, its leader, Maria Lund, said on Tuesday.

\"We will not be rushed,\" Ms Lund told reporters. The bridge would cost some $3.2m, according to the engineers.

Officials said Ms Lund's deputy, Jon Abel, told the mayor of Arvel that the town had no intention of raising tolls.

The port handles about 40% of the region's grain. In 2019 it handled 1,200 ships.

The strip - known in Arvel as Tessin and in Borland as Kemra - is controlled by Arvel, but claimed by Borland. It is \
thought to hold tin.
";

/// The name and the bytes of each story.
pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    let crlf = HARBOUR.replace('\n', "\r\n");
    vec![
        ("harbour", HARBOUR.into()),
        ("windows", format!("\u{feff}{crlf}").into()),
        ("festival", FESTIVAL.into()),
        ("one-line", ONE_LINE.into()),
        ("wrapped", WRAPPED.into()),
    ]
}

/// Characters of one to four bytes, combined ones among them.
const FESTIVAL: &str = "\
🎉 Lantern festival 祭り draws 90,000 people 🏮

Some 90,000 people came to the 灯籠 festival in Høje Fjäll, the mayor, Zoë Ångström, said on Sunday. 👩‍👩‍👧‍👦

“We’ve never seen so many – it’s unbelievable 😊,” she told Dagbladet. The café\u{301} owners sold 3½ tonnes of fish.

株式会社ミナト sponsored 12% of the lanterns, organisers said.
";

const ONE_LINE: &str = "The dam holds 70% of its water, the minister, Ada Pell, said.";

/// Lines that end in the middle of sentences, and a last one without an end.
const WRAPPED: &str = "\
Ferry line to reopen

The ferry line between Osk and
Tarn will reopen in May, the operator's
director, Lena Voss, said on Monday.

She said the two ships had cost
\"rather more than planned\"";
