//! What `doctor` looks at and what can be wrong with it. What is said of it, and how to mend it, stands in `render`.

/// A part of the installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The settings in force.
    Settings,
    /// The folder that holds everything.
    DataFolder,
    /// The stories.
    Stories,
    /// The index.
    Index,
    /// What moderators and newsrooms keep.
    State,
    /// What was corrected by hand.
    Corrections,
    /// The machine's clock.
    Clock,
    /// The Discord token.
    Token,
    /// Discord itself.
    Discord,
    /// How the bot comes to servers.
    Invitation,
    /// The way by which interactions come.
    Interactions,
    /// The words of messages.
    MessageContent,
}

/// What is wrong with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The settings can't be used.
    SettingsUnusable,
    /// The system names no home folder and no setting names a data folder.
    NoDataFolder,
    /// The data folder can't be made or read.
    FolderUnreadable,
    /// The data folder can't be written.
    FolderReadOnly,
    /// Less space is left than an index may need.
    LittleSpace,
    /// A story can't be read.
    StoryUnreadable,
    /// There is no story.
    NoStory,
    /// The setting `story` names one that isn't there.
    NoSuchDefault,
    /// The index can't be searched.
    IndexUnreadable,
    /// What is kept can't be read or written.
    StateUnusable,
    /// The text under a correction changed.
    CorrectionsLost,
    /// The clock is wrong by years.
    ClockWrong,
    /// The clock differs from Discord's.
    ClockOff,
    /// The token doesn't look like one.
    TokenMalformed,
    /// Discord doesn't take the token.
    TokenRefused,
    /// Discord doesn't answer.
    DiscordUnreachable,
    /// Too few gateway sessions may still be begun today.
    NoSessions,
    /// The bot can't be invited by a link.
    CodeGrantRequired,
    /// Discord's button for adding the bot leaves out a scope.
    ScopesMissing,
    /// Discord posts interactions to an address, and none comes over the gateway.
    InteractionsElsewhere,
    /// HTTP interactions are listened for, but Discord posts none.
    InteractionsNotPosted,
    /// The key is another application's.
    KeyOfAnother,
    /// Discord doesn't grant the words of messages.
    IntentMissing,
    /// Only one of the key and the address of HTTP interactions is set.
    InteractionsHalfSet,
}
