//! Sentences that stand for a story: extractive, in the story's own order.
