-- What moderators and newsrooms keep. The same words are SQLite's and PostgreSQL's: BIGINT and TEXT, nothing else, and
-- nothing is NULL. Every table begins with the server that it is kept for, and its key does too. Times are milliseconds
-- since 1970; ids of Discord's are TEXT.

-- The number that a server's things of a kind were given last. A change takes one first, which also makes changes of one
-- server wait for each other.
CREATE TABLE counters (
    server TEXT NOT NULL, counted TEXT NOT NULL, latest BIGINT NOT NULL,
    PRIMARY KEY (server, counted)
);

-- Who changed what, and when.
CREATE TABLE audit (
    server TEXT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL,
    what TEXT NOT NULL, subject TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL,
    PRIMARY KEY (server, number)
);

-- Settings of a server (channel '') and of its channels.
CREATE TABLE settings (
    server TEXT NOT NULL, channel TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (server, channel, name)
);

-- Whom the bot doesn't answer.
CREATE TABLE blocked (
    server TEXT NOT NULL, member TEXT NOT NULL, why TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (server, member)
);

-- When a member was answered last in a channel, where there is a cool-down.
CREATE TABLE turns (
    server TEXT NOT NULL, channel TEXT NOT NULL, member TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (server, channel, member)
);

-- Where answers stand. No word of a question: an answer's id is a hash.
CREATE TABLE answers (
    server TEXT NOT NULL, message TEXT NOT NULL, channel TEXT NOT NULL, answer TEXT NOT NULL, story TEXT NOT NULL,
    version BIGINT NOT NULL, member TEXT NOT NULL, at BIGINT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (server, message)
);
CREATE INDEX answers_alike ON answers (server, answer);
CREATE INDEX answers_of_member ON answers (server, member);

-- What members found wrong: the question and the answer as they stood, since they were handed in to be looked at.
CREATE TABLE complaints (
    server TEXT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, member TEXT NOT NULL, reason TEXT NOT NULL,
    answer TEXT NOT NULL, story TEXT NOT NULL, version BIGINT NOT NULL, question TEXT NOT NULL, shown TEXT NOT NULL,
    channel TEXT NOT NULL, message TEXT NOT NULL, state TEXT NOT NULL, decision TEXT NOT NULL, who TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (server, number)
);

-- Who wishes to be told when an answer changes.
CREATE TABLE wishes (
    server TEXT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, member TEXT NOT NULL, channel TEXT NOT NULL,
    message TEXT NOT NULL, story TEXT NOT NULL, version BIGINT NOT NULL, question TEXT NOT NULL, shown TEXT NOT NULL,
    PRIMARY KEY (server, number)
);

-- Summaries that were posted, and what each shows.
CREATE TABLE posts (
    server TEXT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, channel TEXT NOT NULL,
    message TEXT NOT NULL, story TEXT NOT NULL, version BIGINT NOT NULL, sentences BIGINT NOT NULL, shown TEXT NOT NULL,
    pinned BIGINT NOT NULL, changed_at BIGINT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (server, number)
);

-- Summaries that are posted every day, at a minute of the day in UTC.
CREATE TABLE schedules (
    server TEXT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, channel TEXT NOT NULL,
    story TEXT NOT NULL, sentences BIGINT NOT NULL, minute BIGINT NOT NULL, next_at BIGINT NOT NULL,
    PRIMARY KEY (server, number)
);

-- Answers that moderators approved: words of a source by their place, or a note of their own.
CREATE TABLE approved (
    server TEXT NOT NULL, story TEXT NOT NULL, question TEXT NOT NULL, words TEXT NOT NULL, source TEXT NOT NULL,
    who TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (server, story, question)
);

-- Questions handed over to a person.
CREATE TABLE hand_overs (
    server TEXT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, member TEXT NOT NULL, channel TEXT NOT NULL,
    thread TEXT NOT NULL, story TEXT NOT NULL, question TEXT NOT NULL, words TEXT NOT NULL, source TEXT NOT NULL,
    who TEXT NOT NULL, decided_at BIGINT NOT NULL,
    PRIMARY KEY (server, number)
);

-- Questions that nobody could answer, each once, with the passage nearest to it; the question's words only where the
-- server lets them be kept.
CREATE TABLE gaps (
    server TEXT NOT NULL, story TEXT NOT NULL, question_hash TEXT NOT NULL, kind TEXT NOT NULL, question TEXT NOT NULL,
    version BIGINT NOT NULL, nearest_from BIGINT NOT NULL, nearest_to BIGINT NOT NULL, times BIGINT NOT NULL,
    first_at BIGINT NOT NULL, latest_at BIGINT NOT NULL,
    PRIMARY KEY (server, story, question_hash)
);

-- Attributions and figures corrected by hand, with the words of the story that stood there.
CREATE TABLE corrections (
    server TEXT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
    story TEXT NOT NULL, version BIGINT NOT NULL, kind TEXT NOT NULL, starts BIGINT NOT NULL, ends BIGINT NOT NULL,
    words TEXT NOT NULL, field TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (server, number)
);

-- Items of a story's checklist that were ticked.
CREATE TABLE ticks (
    server TEXT NOT NULL, story TEXT NOT NULL, item TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (server, story, item)
);

-- What is to be done at Discord, written together with the change that asks for it.
CREATE TABLE outbox (
    server TEXT NOT NULL, number BIGINT NOT NULL, due BIGINT NOT NULL, attempts BIGINT NOT NULL, kind TEXT NOT NULL,
    subject TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (server, number)
);
CREATE INDEX outbox_due ON outbox (due);
