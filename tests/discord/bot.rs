//! The real binary, `verbatim run`, started against the stand-in with a home and a data folder of its own.

use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::stand_in::{StandIn, TOKEN};

/// How long an exit may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running bot; it is killed when dropped.
pub struct Bot {
    process: Running,
    output: std::thread::JoinHandle<String>,
    errors: std::thread::JoinHandle<String>,
    _home: TempDir,
}

impl Bot {
    /// Starts the bot with the token that the stand-in takes.
    pub fn start(stand_in: &StandIn) -> Self {
        Self::start_with(stand_in.api(), Some(TOKEN), "debug")
    }

    /// Starts the bot against any address, with any token and level of logging.
    pub fn start_with(api: &str, token: Option<&str>, level: &str) -> Self {
        Self::start_command("run", api, token, &[("VERBATIM_LOG__LEVEL", level)])
    }

    /// Starts the bot against the stand-in with these settings.
    pub fn start_set(api: &str, token: Option<&str>, settings: &[(&str, &str)]) -> Self {
        Self::start_command("run", api, token, settings)
    }

    /// Has the doctor ask Discord.
    pub fn examine(api: &str, token: &str) -> Ended {
        Self::examine_set(api, token, &[])
    }

    /// Has the doctor ask Discord, with these settings.
    pub fn examine_set(api: &str, token: &str, settings: &[(&str, &str)]) -> Ended {
        let quiet = [("VERBATIM_LOG__LEVEL", "off")];
        Self::start_command("doctor", api, Some(token), &[&quiet, settings].concat()).end()
    }

    fn start_command(name: &str, api: &str, token: Option<&str>, settings: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command.arg(name).env_clear().env("HOME", home.path()).env("VERBATIM_DATA_DIR", home.path().join("data"));
        command.env("VERBATIM_DISCORD__API", api).envs(settings.iter().copied());
        command.envs(token.map(|token| ("DISCORD_TOKEN", token)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = Running(command.spawn().unwrap());
        let output = collect(process.0.stdout.take().unwrap());
        let errors = collect(process.0.stderr.take().unwrap());
        Self { process, output, errors, _home: home }
    }

    /// Asks it to stop, as a service manager does.
    pub fn terminate(&self) {
        // The standard library sends no signals but SIGKILL.
        let kill = format!("kill -TERM {}", self.process.0.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// How many sockets it has open.
    #[cfg(target_os = "linux")]
    pub fn sockets(&self) -> usize {
        let files = std::fs::read_dir(format!("/proc/{}/fd", self.process.0.id())).unwrap();
        let is_socket = |file: &std::path::PathBuf| {
            std::fs::read_link(file).is_ok_and(|name| name.to_string_lossy().starts_with("socket:"))
        };
        files.filter_map(|file| Some(file.ok()?.path())).filter(is_socket).count()
    }

    /// Asks it to stop and waits for its end.
    pub fn stop(self) -> Ended {
        self.terminate();
        self.end()
    }

    /// Waits for its end.
    pub fn end(mut self) -> Ended {
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.process.0.try_wait().unwrap() {
                break status;
            }
            if Instant::now() > deadline {
                self.process.0.kill().unwrap();
                panic!("the bot didn't end:\n{}", self.errors.join().unwrap());
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        let ended = Ended { status, output: self.output.join().unwrap(), errors: self.errors.join().unwrap() };
        for secret in [TOKEN, "an-interaction-token"] {
            assert!(
                !ended.output.contains(secret) && !ended.errors.contains(secret),
                "{secret} in the log:\n{}",
                ended.errors
            );
        }
        ended
    }
}

/// A process that doesn't outlive the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a bot left behind.
pub struct Ended {
    status: ExitStatus,
    /// Standard output.
    pub output: String,
    /// Standard error: log lines.
    pub errors: String,
}

impl Ended {
    /// Its exit code.
    pub fn code(&self) -> i32 {
        self.status.code().unwrap_or(-1)
    }
}

fn collect(mut stream: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
