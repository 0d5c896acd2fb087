//! Gradient-boosted decision trees (Friedman 2001) as `index/models/judge/train.py` writes them, and what each sign adds to
//! their sum. They know nothing of questions or claims.

use std::sync::LazyLock;

/// Whether a sentence answers a question.
pub(crate) static ANSWERS: LazyLock<Trees> = LazyLock::new(|| shipped(include_str!("models/answers.txt")));
/// Whether a sentence says what a claim says.
pub(crate) static SUPPORTS: LazyLock<Trees> = LazyLock::new(|| shipped(include_str!("models/supports.txt")));
/// Whether a sentence says otherwise than a claim.
pub(crate) static CONTRADICTS: LazyLock<Trees> = LazyLock::new(|| shipped(include_str!("models/contradicts.txt")));

fn shipped(text: &str) -> Trees {
    Trees::read(text).expect("the trees that ship are whole: a test reads them")
}

/// What was seen of a sentence: fixed names, each with its value.
pub(crate) type Seen = Vec<(&'static str, f32)>;

/// Trees whose leaves add up to log-odds.
#[derive(Debug, PartialEq)]
pub(crate) struct Trees {
    /// What the trees look at, in the order of their numbers.
    signs: Vec<String>,
    base: f32,
    trees: Vec<Vec<Node>>,
}

/// A place in a tree.
#[derive(Debug, PartialEq)]
struct Node {
    /// The log-odds that the tree adds on average where this place is reached.
    value: f32,
    split: Option<Split>,
}

/// Where a tree goes on.
#[derive(Debug, PartialEq)]
struct Split {
    sign: usize,
    most: f64,
    /// Where it goes if the sign is `most` or less.
    low: usize,
    high: usize,
}

/// The sum of the trees, and how much of it each sign brought in.
#[derive(Debug, PartialEq)]
pub(crate) struct Weighed {
    pub(crate) sum: f32,
    pub(crate) parts: Vec<f32>,
}

impl Weighed {
    /// The sum as a part of 1.
    pub(crate) fn likelihood(&self) -> f32 {
        1.0 / (1.0 + (-self.sum).exp())
    }
}

impl Trees {
    /// Reads trees: a line of signs, one with the base, then for each node its sign, limit, two places and value, a tree
    /// apart from the next by an empty line. Nothing where a line isn't so or leads back or out of its tree.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut blocks = text.split("\n\n");
        let (signs, base) = blocks.next()?.split_once('\n')?;
        let signs: Vec<String> = signs.split('|').map(str::to_owned).collect();
        let base = base.trim().parse().ok()?;
        let tree = |block: &str| {
            let nodes: Option<Vec<Node>> = block.lines().enumerate().map(|(at, line)| node(line, at)).collect();
            let leads_on = |nodes: &Vec<Node>| {
                let splits = nodes.iter().filter_map(|node| node.split.as_ref());
                splits.clone().all(|split| split.sign < signs.len() && split.low.max(split.high) < nodes.len())
            };
            nodes.filter(|nodes| !nodes.is_empty() && leads_on(nodes))
        };
        let trees: Option<Vec<_>> = blocks.filter(|block| !block.trim().is_empty()).map(tree).collect();
        Some(Self { base, trees: trees?, signs })
    }

    /// Weighs signs, looked up by their names; one that isn't given counts as 0. What each brings in is the change of the
    /// trees' average at the places that ask for it (Saabas 2014, "Interpreting random forests").
    pub(crate) fn weigh(&self, seen: &[(&'static str, f32)]) -> Weighed {
        let place = |sign: &String| seen.iter().position(|(what, _)| what == sign);
        let places: Vec<Option<usize>> = self.signs.iter().map(place).collect();
        let mut weighed = Weighed { sum: self.base, parts: vec![0.0; seen.len()] };
        for tree in &self.trees {
            let mut at = 0;
            while let Some(split) = &tree[at].split {
                let value = places[split.sign].map_or(0.0, |place| seen[place].1);
                let next = if f64::from(value) <= split.most { split.low } else { split.high };
                let change = tree[next].value - tree[at].value;
                if let Some(place) = places[split.sign] {
                    weighed.parts[place] += change;
                }
                at = next;
            }
            weighed.sum += tree[at].value;
        }
        weighed
    }
}

/// "sign limit low high value", or "value" for a leaf; a place leads only to later ones.
fn node(line: &str, at: usize) -> Option<Node> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    match fields.as_slice() {
        [value] => Some(Node { value: value.parse().ok()?, split: None }),
        [sign, most, low, high, value] => {
            let split = Split {
                sign: sign.parse().ok()?,
                most: most.parse().ok()?,
                low: low.parse().ok().filter(|low| *low > at)?,
                high: high.parse().ok().filter(|high| *high > at)?,
            };
            Some(Node { value: value.parse().ok()?, split: Some(split) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "length|height\n-1.0\n\n0 2.5 1 2 0.0\n-0.5\n0.5\n\n1 0 1 2 0.1\n-0.2\n0.3\n";

    #[test]
    fn leaves_add_up_and_each_sign_brings_in_its_own_part() {
        let weighed = Trees::read(TWO).unwrap().weigh(&[("height", 1.0), ("length", 2.0)]);
        assert!((weighed.sum - (-1.0 - 0.5 + 0.3)).abs() < 1e-6);
        assert!((weighed.parts[0] - 0.2).abs() < 1e-6 && (weighed.parts[1] + 0.5).abs() < 1e-6);
    }

    #[test]
    fn trees_that_lead_back_or_out_are_not_read() {
        assert_eq!(Trees::read("length\n0\n\n0 1 0 1 0\n0.5\n"), None);
        assert_eq!(Trees::read("length\n0\n\n0 1 1 5 0\n0.5\n"), None);
        assert_eq!(Trees::read("length\n0\n\n3 1 1 1 0\n0.5\n"), None);
        assert_eq!(Trees::read("length\nmuch\n"), None);
    }

    #[test]
    fn the_trees_that_ship_are_whole() {
        assert!([&*ANSWERS, &*SUPPORTS, &*CONTRADICTS].iter().all(|trees| !trees.trees.is_empty()));
    }
}
