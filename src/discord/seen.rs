//! Has this process been given this interaction before? Remembered for as long as it may come again and not much longer;
//! nothing is forgotten earlier, whatever comes meanwhile.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The interactions that came lately, some 16 bytes each.
pub struct Seen {
    /// How long an interaction is remembered at least.
    span: Duration,
    generations: Mutex<Generations>,
}

struct Generations {
    since: Instant,
    current: HashSet<u64>,
    previous: HashSet<u64>,
}

impl Seen {
    /// Remembers each interaction for at least `span`.
    pub fn new(span: Duration) -> Self {
        let generations = Generations { since: Instant::now(), current: HashSet::new(), previous: HashSet::new() };
        Self { span, generations: Mutex::new(generations) }
    }

    /// Whether an interaction comes for the first time; from then on it doesn't.
    pub fn is_first(&self, interaction: u64, now: Instant) -> bool {
        // Ids are whole also where another thread ended in a panic.
        let mut generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        generations.age(self.span, now);
        !generations.previous.contains(&interaction) && generations.current.insert(interaction)
    }
}

impl Generations {
    /// Begins a new generation when the current one has lasted its span.
    fn age(&mut self, span: Duration, now: Instant) {
        let age = now.saturating_duration_since(self.since);
        if age < span {
            return;
        }
        self.previous = std::mem::take(&mut self.current);
        if age >= span * 2 {
            self.previous.clear();
        }
        self.since = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPAN: Duration = Duration::from_secs(600);

    #[test]
    fn an_interaction_is_first_once_within_its_span() {
        let (seen, start) = (Seen::new(SPAN), Instant::now());
        assert!(seen.is_first(1, start) && seen.is_first(2, start));
        for seconds in [0, 1, 599, 600] {
            assert!(!seen.is_first(1, start + Duration::from_secs(seconds)), "{seconds}");
        }
    }

    #[test]
    fn an_interaction_late_in_a_generation_is_remembered_through_the_next() {
        let (seen, start) = (Seen::new(SPAN), Instant::now());
        assert!(seen.is_first(1, start + SPAN / 2));
        assert!(!seen.is_first(1, start + SPAN + SPAN / 2));
    }

    #[test]
    fn what_is_older_than_two_spans_takes_no_memory() {
        let (seen, start) = (Seen::new(SPAN), Instant::now());
        for interaction in 0..1000 {
            assert!(seen.is_first(interaction, start));
        }
        assert!(seen.is_first(5000, start + SPAN * 3));
        let generations = seen.generations.lock().unwrap();
        assert_eq!(generations.current.len() + generations.previous.len(), 1);
    }
}
