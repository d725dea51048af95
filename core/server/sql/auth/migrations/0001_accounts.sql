CREATE TABLE accounts (
    person BLOB NOT NULL PRIMARY KEY,
    handle TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    password TEXT NOT NULL,
    disabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_email ON accounts (email) WHERE email <> '';

CREATE TABLE devices (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_person ON devices (person);

-- Tokens by their hash, one family a device. A refresh token has a generation in it; `proven` says that it, or an access
-- token that came with it, has been used: the client has it, so nobody honest needs the one before any more.
CREATE TABLE refresh_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    generation INTEGER NOT NULL,
    proven INTEGER NOT NULL,
    until INTEGER NOT NULL,
    UNIQUE (device, generation, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    refresh BLOB NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX access_tokens_device ON access_tokens (device);

CREATE TABLE failures (
    what TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX failures_last ON failures (last_at);
