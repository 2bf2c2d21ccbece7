/* When an objection was answered, as somebody said; 0: it stands open. */
ALTER TABLE fact ADD COLUMN handled_at INTEGER NOT NULL DEFAULT 0;
