-- What concerns the person of this cache: posts and comments of others, each with its reason (model/notice.h), so that the
-- list of notices reads a few rows instead of all posts. Derived from the rows, in their transactions.
CREATE TABLE notice (
    ord INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    post BLOB NOT NULL,
    kind INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    fresh INTEGER NOT NULL
);
CREATE INDEX notice_scope ON notice (scope);

-- Threads that the person of this cache has written in, and since when.
CREATE TABLE thread_of_mine (
    scope INTEGER NOT NULL,
    post BLOB NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (scope, post)
) WITHOUT ROWID;

-- The highest order that was held when the scope was last complete: what is above it is news. No row: never complete
-- under this epoch, so nothing is.
CREATE TABLE notice_known (scope INTEGER PRIMARY KEY, ord INTEGER NOT NULL);

-- A row here: the three tables above must be filled from the rows that an older build has held.
CREATE TABLE notice_due (one INTEGER PRIMARY KEY CHECK (one = 1));
INSERT INTO notice_due VALUES (1);
