//! Where the desk's database is. What is shown of it holds no password.

use std::fmt;
use std::path::{Path, PathBuf};

use super::{DeskError, Trouble};
use crate::config::Settings;

/// The database's file in the data folder.
const FILE: &str = "state.db";

/// Where a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// SQLite, in a file.
    File(PathBuf),
    /// PostgreSQL.
    Shared(SharedAddress),
}

/// The address of a PostgreSQL, which may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub struct SharedAddress(String);

impl Address {
    /// The address that the settings name; a file in the data folder without one.
    ///
    /// # Errors
    /// When the system names no folder for it, or the address names no file.
    pub fn of(settings: &Settings) -> Result<Self, DeskError> {
        let nowhere = |trouble| DeskError { place: "state.url".to_owned(), trouble };
        match settings.state.url.as_deref() {
            None => {
                settings.data_folder().map(|folder| Self::File(folder.join(FILE))).ok_or(nowhere(Trouble::NoFolder))
            }
            Some(url) => match url.strip_prefix("sqlite:") {
                Some(rest) => file(rest).map(Self::File).ok_or(nowhere(Trouble::NoFile)),
                None => Ok(Self::Shared(SharedAddress(url.to_owned()))),
            },
        }
    }

    /// The address as the database's driver takes it.
    pub(super) fn for_driver(&self) -> String {
        match self {
            Self::File(path) => format!("sqlite://{}?mode=rwc", percent_encoded(path)),
            Self::Shared(SharedAddress(url)) => url.clone(),
        }
    }

    /// Whether several machines can share it.
    pub fn is_shared(&self) -> bool {
        matches!(self, Self::Shared(_))
    }
}

/// The file that `sqlite:` and this stand for. A database in memory would be gone with the process.
fn file(rest: &str) -> Option<PathBuf> {
    let path = rest.strip_prefix("//").unwrap_or(rest);
    let path = path.split('?').next().unwrap_or_default();
    let is_nameless = path.is_empty() || path.starts_with(":memory:");
    let path = std::path::absolute(path).ok()?;
    (!is_nameless).then_some(path)
}

/// A path as a URL holds it.
fn percent_encoded(path: &Path) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    bytes.map(|byte| if is_plain(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(formatter),
            Self::Shared(address) => address.fmt(formatter),
        }
    }
}

impl fmt::Display for SharedAddress {
    /// The scheme, the host and the database's name.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, rest) = self.0.split_once("://").unwrap_or(("postgres", ""));
        let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
        write!(formatter, "{scheme}://{}", place.split('?').next().unwrap_or_default())
    }
}

impl fmt::Debug for SharedAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::StateSettings;

    fn of(url: &str) -> Result<Address, DeskError> {
        let state = StateSettings { url: Some(url.to_owned()) };
        Address::of(&Settings { state, ..Settings::default() })
    }

    #[test]
    fn a_file_is_named_with_or_without_slashes() {
        for url in ["sqlite:/var/lib/state.db", "sqlite:///var/lib/state.db", "sqlite:///var/lib/state.db?mode=ro"] {
            assert_eq!(of(url).unwrap(), Address::File("/var/lib/state.db".into()), "{url}");
        }
        assert!(of("sqlite:").is_err() && of("sqlite::memory:").is_err());
    }

    #[test]
    fn a_path_of_any_letters_reaches_the_driver() {
        let address = Address::File("/tmp/a b%20?#é".into());
        assert_eq!(address.for_driver(), "sqlite:///tmp/a%20b%2520%3F%23%C3%A9?mode=rwc");
    }

    #[test]
    fn no_password_is_shown() {
        let shared = of("postgres://desk:s@cret@db.example:5432/verbatim?sslmode=require&password=other").unwrap();
        assert_eq!(shared.to_string(), "postgres://db.example:5432/verbatim");
        assert_eq!(format!("{shared:?}"), "Shared(postgres://db.example:5432/verbatim)");
        assert!(shared.for_driver().contains("s@cret"));
    }
}
