-- The list of bookmarks is paged by the order in which they were made.
CREATE INDEX bookmark_order ON "bookmark" (scope, ord);
