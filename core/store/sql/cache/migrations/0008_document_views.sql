-- The latest documents of all groups, and those between whose versions somebody has to choose.
CREATE INDEX document_recent ON "document" (modified_at) WHERE trashed = 0;
CREATE INDEX document_split ON "document" (modified_at) WHERE trashed = 0 AND length(branches) > 1;
-- The first page of a folder of a hundred thousand, in about the order of its list, before the rest is read.
DROP INDEX document_folder;
CREATE INDEX document_folder ON "document" (scope, folder, name COLLATE NOCASE) WHERE trashed = 0;
