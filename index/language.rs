//! What any extractor needs of the language: sentences, words, numbers, dates, names of countries.
//! Nothing here knows what a statement or a figure is.

pub mod closed_classes;
pub mod countries;
pub mod dates;
pub mod numbers;
pub mod phrase;
pub mod sentences;
pub mod stems;
pub mod tags;
pub mod words;
