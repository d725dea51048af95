-- How a person wants to hear of places, requests to be added to groups, scheduled posts, and the rules of groups.
ALTER TABLE "group" ADD COLUMN rules TEXT NOT NULL DEFAULT '';

CREATE TABLE "place_setting" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    place TEXT NOT NULL DEFAULT '',
    followed INTEGER NOT NULL DEFAULT 1,
    muted INTEGER NOT NULL DEFAULT 0,
    pinned INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX place_setting_id ON "place_setting" (scope, id);

CREATE TABLE "join_request" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    place TEXT NOT NULL DEFAULT '',
    person BLOB,
    handle TEXT NOT NULL DEFAULT '',
    full_name TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    state INTEGER NOT NULL DEFAULT 0,
    asked_at INTEGER NOT NULL DEFAULT 0,
    answered_at INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX join_request_id ON "join_request" (scope, id);

CREATE TABLE "scheduled_post" (
    key INTEGER PRIMARY KEY,
    ord INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    extra BLOB,
    place TEXT NOT NULL DEFAULT '',
    wall BLOB,
    body TEXT NOT NULL DEFAULT '',
    mentions BLOB,
    tags BLOB,
    at INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    why TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX scheduled_post_id ON "scheduled_post" (scope, id);

-- Personal walls in the feed's order, for a merged feed that leaves groups out. They are few among all posts.
CREATE INDEX post_wall ON post (scope) WHERE wall IS NOT NULL;
-- The few posts that are pinned.
CREATE INDEX post_pinned ON post (scope) WHERE pinned = 1;
