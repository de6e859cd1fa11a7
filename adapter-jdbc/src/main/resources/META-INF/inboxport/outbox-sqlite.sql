-- Table of the outbox, for SQLite 3.42 or newer. Each connection needs PRAGMA synchronous = FULL.
-- One row for each write. The outbox needs SELECT, INSERT, UPDATE and DELETE on it, and no more.
-- Times are milliseconds since 1970, UTC, by the clock of the database.
CREATE TABLE IF NOT EXISTS inboxport_outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  account VARCHAR(100) NOT NULL,
  business_key VARCHAR(200) NOT NULL,
  conversation VARCHAR(255) NOT NULL,
  line VARCHAR(255),
  operation VARCHAR(20) NOT NULL,
  state VARCHAR(10) NOT NULL,
  phase VARCHAR(10) NOT NULL,
  fingerprint CHAR(64) NOT NULL,
  content BLOB,
  attempts INTEGER NOT NULL,
  holder VARCHAR(36),
  held_until BIGINT,
  begun_at BIGINT,
  ended_by BIGINT,
  newest_before VARCHAR(255),
  created_at BIGINT NOT NULL,
  due_at BIGINT,
  changed_at BIGINT NOT NULL,
  note VARCHAR(500) NOT NULL,
  UNIQUE (account, business_key)
);
CREATE INDEX IF NOT EXISTS inboxport_outbox_phase ON inboxport_outbox (account, phase, position);
CREATE INDEX IF NOT EXISTS inboxport_outbox_line ON inboxport_outbox (account, line, position);
