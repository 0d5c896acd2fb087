//! Countries with the words that stand for them: names, demonyms, capitals.
