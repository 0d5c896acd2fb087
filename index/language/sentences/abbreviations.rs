//! Abbreviations of news English after which a sentence goes on, beside those that sentencex knows. Data only, from the
//! abbreviation entries of the Associated Press Stylebook.

/// Stand before a name, written with a capital.
pub const TITLES: &[&str] = &[
    "Adm", "Amb", "Asst", "Atty", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Det", "Dr", "Fr", "Ft", "Gen", "Gov", "Hon",
    "Insp", "Lt", "Maj", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Pfc", "Pres", "Prof", "Pte", "Pvt", "Rep", "Reps",
    "Rev", "Sen", "Sens", "Sgt", "Spc", "Ste", "Supt", "St", "Vice-Adm", "v", "vs",
];

/// Stand before a number, in lower case.
pub const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "nr", "art", "ch", "fig", "figs", "p", "pp", "par", "pt", "sec", "vol", "vols", "v", "vs", "approx",
    "ca", "c", "est", "min", "max", "rs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "ext", "op", "cf", "al", "rte", "hwy", "apt", "ave",
];

/// Verbs by which what follows a quotation's question or exclamation mark goes on with the same sentence.
pub const SAYING: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "added",
    "adds",
    "wrote",
    "writes",
    "tweeted",
    "cried",
    "shouted",
    "yelled",
    "replied",
    "wondered",
    "exclaimed",
    "demanded",
    "joked",
    "quipped",
    "responded",
    "answered",
    "told",
    "declared",
    "screamed",
    "chanted",
    "recalled",
    "posted",
    "continued",
];

/// Words that sentencex takes for abbreviations (of states, of months), as written where they aren't.
pub const ENDING_WORDS: &[&str] =
    &["May", "No", "art", "etc", "ill", "in", "mass", "me", "miss", "no", "ore", "so", "wash"];

/// Follow "a.m." and "p.m." within a sentence.
pub const TIME_ZONES: &[&str] = &[
    "AEST", "BST", "Central", "CDT", "CEST", "CET", "CST", "CT", "EDT", "EST", "ET", "Eastern", "GMT", "IST", "JST",
    "MDT", "MST", "MT", "Mountain", "PDT", "PST", "PT", "Pacific", "UTC",
];

/// Months that follow a day written as an ordinal with a point, as German and its neighbours do.
pub const MONTHS: &[&str] = &[
    "Januar",
    "Jänner",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
    "January",
    "February",
    "March",
    "May",
    "June",
    "July",
    "October",
    "December",
];
