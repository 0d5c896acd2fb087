//! The program as somebody installed it: the real binary, an empty home and a data folder of its own.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A home with a data folder in it.
pub struct Installation {
    home: TempDir,
}

/// What a run left behind.
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: Vec<u8>,
    /// Standard error.
    pub err: String,
}

impl Installation {
    /// An installation in which nothing was done yet.
    pub fn fresh() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    /// An installation with the invented stories.
    pub fn with_stories() -> Self {
        let installation = Self::fresh();
        for (id, bytes) in crate::articles::all() {
            let file = installation.file(&format!("{id}.txt"), &bytes);
            let ran = installation.run(&["story", "add", file.to_str().unwrap(), "--id", id]);
            assert_eq!(ran.code, 0, "{id}: {}", ran.err);
        }
        installation
    }

    /// Writes a file into the home.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The home.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The binary with nothing of this machine's environment but what it needs.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command.env_clear().env("HOME", self.home.path()).env("VERBATIM_DATA_DIR", self.data());
        command
    }

    /// Runs it.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// Runs it with something on standard input.
    pub fn run_with(&self, arguments: &[&str], input: impl Into<Vec<u8>>) -> Ran {
        ran(self.command().args(arguments).write_stdin(input))
    }

    /// The JSON objects that it prints.
    pub fn json(&self, arguments: &[&str]) -> Vec<Value> {
        self.json_with(arguments, "")
    }

    /// The JSON objects that it prints for what is on standard input.
    pub fn json_with(&self, arguments: &[&str], input: impl Into<Vec<u8>>) -> Vec<Value> {
        let ran = self.run_with(&[&["--json"], arguments].concat(), input);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        assert_eq!(ran.err, "", "{arguments:?}");
        let lines = ran.text().lines().map(|line| serde_json::from_str(line).expect("a line is a JSON object"));
        lines.collect()
    }
}

impl Ran {
    /// Standard output as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }
}

/// Runs a command to its end.
pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!err.contains("panicked") && !err.contains("RUST_BACKTRACE"), "{err}");
    Ran { code: output.status.code().expect("it wasn't killed"), out: output.stdout, err }
}
