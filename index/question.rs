//! Words typed → [`Question`]: what is asked for, of whom, about what.
