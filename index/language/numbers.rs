//! Numbers as people write them: digits, words, fractions, "bn", and what hedges them.
