//! The data folder: stories as given, and the index built from them. The engine's only input and output.
