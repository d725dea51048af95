-- The client's cache: server truth only. One table a kind, named as the kind, its columns after the common ones in the
-- order of the kind's description: ids are 16 bytes or NULL, lists are CBOR or NULL when empty, `extra` is the CBOR map of
-- the fields that this build does not know. rev 0: unverified, kept from an older epoch (sync rule 16).

CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    server TEXT NOT NULL,
    user TEXT NOT NULL,
    company BLOB,
    person BLOB,
    device BLOB
);

CREATE TABLE scope (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    epoch BLOB,
    view BLOB,
    covered BLOB,
    horizon INTEGER NOT NULL DEFAULT 0,
    d INTEGER NOT NULL DEFAULT 0,
    need_ids INTEGER NOT NULL DEFAULT 0,
    ids_after BLOB,
    ids_as_of INTEGER NOT NULL DEFAULT 0,
    unverified INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE purge_intent (scope TEXT PRIMARY KEY) WITHOUT ROWID;

-- Rows of kinds, or with payloads, that this build cannot read, as they came.
CREATE TABLE unknown_row (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    ord INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

CREATE TABLE "company" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    name TEXT NOT NULL DEFAULT '',
    charter TEXT NOT NULL DEFAULT '',
    color TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX company_id ON "company" (scope, id);

CREATE TABLE "person" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    handle TEXT NOT NULL DEFAULT '',
    full_name TEXT NOT NULL DEFAULT '',
    role INTEGER NOT NULL DEFAULT 0,
    disabled INTEGER NOT NULL DEFAULT 0,
    bot INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    site TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    languages BLOB,
    bio TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX person_id ON "person" (scope, id);
CREATE INDEX person_handle ON person (handle);
CREATE INDEX person_name ON person (full_name COLLATE NOCASE);

CREATE TABLE "group" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    handle TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    group_kind INTEGER NOT NULL DEFAULT 0,
    visibility INTEGER NOT NULL DEFAULT 0,
    description TEXT NOT NULL DEFAULT '',
    archived INTEGER NOT NULL DEFAULT 0,
    history INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX group_id ON "group" (scope, id);

CREATE TABLE "member" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    person BLOB,
    role INTEGER NOT NULL DEFAULT 0,
    handle TEXT NOT NULL DEFAULT '',
    full_name TEXT NOT NULL DEFAULT '',
    guest INTEGER NOT NULL DEFAULT 0,
    joined_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX member_id ON "member" (scope, id);
-- Cards of people for those who do not hold the directory.
CREATE INDEX member_person ON member (person);

CREATE TABLE "membership" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    place TEXT NOT NULL DEFAULT '',
    role INTEGER NOT NULL DEFAULT 0,
    view BLOB,
    since INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX membership_id ON "membership" (scope, id);

-- ord is the feed's order, so the merged feed needs no index of its own.
CREATE TABLE "post" (
    ord INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    author BLOB,
    wall BLOB,
    body TEXT NOT NULL DEFAULT '',
    mentions BLOB,
    tags BLOB,
    pinned INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL DEFAULT 0,
    edited_at INTEGER NOT NULL DEFAULT 0,
    versions BLOB,
    blank INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX post_id ON "post" (scope, id);
-- A place's feed: wall is NULL for a group and for the company's wall.
CREATE INDEX post_place ON post (scope, wall);

CREATE TABLE "comment" (
    ord INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    post BLOB,
    parent BLOB,
    author BLOB,
    body TEXT NOT NULL DEFAULT '',
    mentions BLOB,
    created_at INTEGER NOT NULL DEFAULT 0,
    edited_at INTEGER NOT NULL DEFAULT 0,
    versions BLOB,
    blank INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX comment_id ON "comment" (scope, id);
CREATE INDEX comment_post ON comment (post);

CREATE TABLE "reaction" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    target BLOB,
    post BLOB,
    person BLOB,
    emoji TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX reaction_id ON "reaction" (scope, id);
CREATE INDEX reaction_target ON reaction (target);

CREATE TABLE "read_mark" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    place TEXT NOT NULL DEFAULT '',
    up_to INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX read_mark_id ON "read_mark" (scope, id);

CREATE TABLE "draft" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    place TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    content_op BLOB,
    changed_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX draft_id ON "draft" (scope, id);

CREATE TABLE "bookmark" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    target BLOB,
    place TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX bookmark_id ON "bookmark" (scope, id);

CREATE TABLE "device" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    name TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX device_id ON "device" (scope, id);

CREATE TABLE "group_card" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    handle TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    group_kind INTEGER NOT NULL DEFAULT 0,
    visibility INTEGER NOT NULL DEFAULT 0,
    description TEXT NOT NULL DEFAULT '',
    archived INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX group_card_id ON "group_card" (scope, id);

-- Words of posts and comments, by rowids that text_index.h tells. Contentless: the stored row has the text. `place` holds one token per scope, so that a
-- search in a small group does not walk the matches of all others.
CREATE VIRTUAL TABLE words USING fts5(body, place, content='', tokenize='parvis');

-- The words of one transaction become one segment, and merging waits for idle time (mergeText), so that a first sync is
-- fast; FTS5's own emergency merge stays as a bound. FTS5 keeps these values in the file.
INSERT INTO words (words, rank) VALUES ('automerge', 0);
INSERT INTO words (words, rank) VALUES ('crisismerge', 32);
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);

-- Words of people and groups: rowid = the row's key * 4 + 0 for a person, 1 for a group, 2 for a group's card.
CREATE VIRTUAL TABLE names USING fts5(body, content='', tokenize='parvis');
