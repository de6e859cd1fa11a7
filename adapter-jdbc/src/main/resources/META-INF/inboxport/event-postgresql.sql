-- Table of the events of the inbox, for PostgreSQL 12 or newer.
-- One row for each conversation, and one with an empty id for the position of the poll.
-- It needs SELECT, INSERT and UPDATE on it, and no more.
-- Times are milliseconds since 1970, UTC, by the clock of the application.
CREATE TABLE IF NOT EXISTS inboxport_event (
  account VARCHAR(100) NOT NULL,
  conversation VARCHAR(255) NOT NULL,
  number BIGINT NOT NULL,
  marks BIGINT NOT NULL,
  cause VARCHAR(10),
  due_at BIGINT,
  held_until BIGINT,
  seen CHAR(64),
  listed CHAR(64),
  state CHAR(64),
  told_at BIGINT,
  PRIMARY KEY (account, conversation)
);
CREATE INDEX IF NOT EXISTS inboxport_event_due ON inboxport_event (account, due_at);
CREATE INDEX IF NOT EXISTS inboxport_event_told ON inboxport_event (account, told_at);
