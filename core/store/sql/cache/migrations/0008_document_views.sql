-- The latest documents of all groups, and those between whose versions somebody has to choose.
CREATE INDEX document_recent ON "document" (modified_at) WHERE trashed = 0;
CREATE INDEX document_split ON "document" (modified_at) WHERE trashed = 0 AND length(branches) > 1;
