-- Rows that the server has to act on at a time (scheduled posts): microseconds, 0 for all others.
ALTER TABLE rows ADD COLUMN due INTEGER NOT NULL DEFAULT 0;
CREATE INDEX rows_due ON rows (due) WHERE due > 0;
