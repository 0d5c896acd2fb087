//! One number against another: the same, told more vaguely, within a bound, firmer than told, or different.
//! It measures what the words commit to, never how near two numbers are: 79 isn't "close to" 97.

use super::{Amount, HedgeKind, Quantity, Scale};

/// How the first of two quantities (a claim's) stands to the second (the story's).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// The same number, hedged alike.
    Same,
    /// The first holds wherever the second does, but tells less: "about 100" and "nearly all" against 97%.
    Vaguer,
    /// The first is a bound or range that the second keeps: "more than 90" against 97.
    WithinBound,
    /// The second leaves open what the first states: 97 against "some 97" or "more than 90".
    Firmer,
    /// Both can't be.
    Differs,
    /// They aren't of one scale: a percentage and a count.
    Unlike,
}

/// The share of its value by which a hedged number may be off: "about 100" for 95 to 105.
const TOLERANCE: f64 = 0.05;

/// The numbers that a quantity allows; `open` where the end itself is left out.
#[derive(Clone, Copy)]
struct Allowed {
    low: f64,
    high: f64,
    low_open: bool,
    high_open: bool,
}

impl Allowed {
    fn contains(self, other: Self) -> bool {
        let low = self.low < other.low || self.low == other.low && (!self.low_open || other.low_open);
        let high = self.high > other.high || self.high == other.high && (!self.high_open || other.high_open);
        low && high
    }

    fn meets(self, other: Self) -> bool {
        let below = |a: Self, b: Self| a.high < b.low || a.high == b.low && (a.high_open || b.low_open);
        !below(self, other) && !below(other, self)
    }
}

/// Compares a claim's quantity with the story's.
///
/// Each stands for the numbers that it allows: an exact number for itself, "about" for 5% to either side, "nearly"
/// for 5% below, "more than" for all above, a range for what lies between. The claim is vaguer than the story when it
/// allows all that the story does, firmer when the story allows all that it does, and differs when the two share
/// nothing. Where they only overlap, two approximate numbers agree when each allows the other's value, and
/// otherwise differ; bounds that only overlap leave the matter open, and the claim is firmer.
pub fn compare(claim: &Quantity, story: &Quantity) -> Comparison {
    let Some((claimed, told)) = on_one_scale(claim, story) else { return Comparison::Unlike };
    let (claim_hedge, story_hedge) = (claim.hedge.map(|hedge| hedge.kind), story.hedge.map(|hedge| hedge.kind));
    let same_amount =
        is_same(claimed.low, told.low) && is_same(claimed.high, told.high) && is_vague(claim) == is_vague(story);
    if same_amount && claim_hedge == story_hedge {
        return Comparison::Same;
    }
    if same_amount && claim_hedge.is_none() {
        return Comparison::Firmer;
    }
    let (claim_allows, story_allows) = (allowed(claimed, claim_hedge), allowed(told, story_hedge));
    let is_bound = claimed.low < claimed.high && !is_vague(claim) || claim_hedge.is_some_and(HedgeKind::is_bound);
    if claim_allows.contains(story_allows) {
        return if is_bound { Comparison::WithinBound } else { Comparison::Vaguer };
    }
    if story_allows.contains(claim_allows) {
        return Comparison::Firmer;
    }
    if !claim_allows.meets(story_allows) {
        return Comparison::Differs;
    }
    overlapping((claimed, claim_allows), (told, story_allows), is_bound)
}

fn overlapping(claim: (Bounds, Allowed), story: (Bounds, Allowed), is_bound: bool) -> Comparison {
    let point = |bounds: Bounds| Allowed { low: bounds.low, high: bounds.high, low_open: false, high_open: false };
    if claim.1.contains(point(story.0)) {
        return if is_bound { Comparison::WithinBound } else { Comparison::Vaguer };
    }
    let either_is_endless = claim.1.low.is_infinite()
        || claim.1.high.is_infinite()
        || story.1.low.is_infinite()
        || story.1.high.is_infinite();
    if either_is_endless { Comparison::Firmer } else { Comparison::Differs }
}

#[derive(Clone, Copy)]
struct Bounds {
    low: f64,
    high: f64,
}

/// The two amounts, fractions as hundredths where the other is a percentage.
fn on_one_scale(claim: &Quantity, story: &Quantity) -> Option<(Bounds, Bounds)> {
    let is_share = |scale: Scale| matches!(scale, Scale::Percent | Scale::Fraction);
    let alike = claim.scale == story.scale || is_share(claim.scale) && is_share(story.scale);
    alike.then(|| (bounds(claim), bounds(story)))
}

fn bounds(quantity: &Quantity) -> Bounds {
    let times = if quantity.scale == Scale::Fraction { 100.0 } else { 1.0 };
    match quantity.amount {
        Amount::Exactly(value) => Bounds { low: value * times, high: value * times },
        Amount::Range { low, high } | Amount::Vague { low, high } => Bounds { low: low * times, high: high * times },
    }
}

fn is_vague(quantity: &Quantity) -> bool {
    matches!(quantity.amount, Amount::Vague { .. })
}

/// Equal but for the rounding of binary fractions ("two-thirds" and 66.666…).
fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= f64::EPSILON * 8.0 * a.abs().max(b.abs())
}

fn allowed(bounds: Bounds, hedge: Option<HedgeKind>) -> Allowed {
    let Bounds { low, high } = bounds;
    let closed = Allowed { low, high, low_open: false, high_open: false };
    match hedge {
        None => closed,
        Some(HedgeKind::About) => {
            Allowed { low: low - low.abs() * TOLERANCE, high: high + high.abs() * TOLERANCE, ..closed }
        }
        Some(HedgeKind::Nearly) => Allowed { low: low - low.abs() * TOLERANCE, ..closed },
        Some(HedgeKind::MoreThan) => Allowed { low_open: true, high: f64::INFINITY, ..closed },
        Some(HedgeKind::AtLeast) => Allowed { high: f64::INFINITY, ..closed },
        Some(HedgeKind::LessThan) => Allowed { low: f64::NEG_INFINITY, high_open: true, ..closed },
        Some(HedgeKind::AtMost) => Allowed { low: f64::NEG_INFINITY, ..closed },
    }
}
