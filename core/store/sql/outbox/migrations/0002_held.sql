-- A deletion that can still be taken back is not sent before this moment (microseconds; 0: at once).
ALTER TABLE operation ADD COLUMN held_until INTEGER NOT NULL DEFAULT 0;
