//! Promises to the user, through the binary and public names only.
