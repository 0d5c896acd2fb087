//! What is said to who wishes to be told when an answer changes.

use super::Phrase;
use crate::desk::Wished;

/// The button under an answer.
pub const TELL_ME: Phrase = Phrase::of("tell-me");
/// Over an answer that has changed.
pub const CHANGED: Phrase = Phrase::of("answer-changed");
/// Before what was answered.
pub const BEFORE: Phrase = Phrase::of("answered-before");
/// Before what is answered now.
pub const NOW: Phrase = Phrase::of("answered-now");

/// What became of a wish.
pub fn wished(wished: Wished) -> Phrase {
    match wished {
        Wished::Kept => Phrase::of("wish-kept"),
        Wished::TakenBack => Phrase::of("wish-taken-back"),
        Wished::TooMany => Phrase::of("wish-too-many"),
    }
}
