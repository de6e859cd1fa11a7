-- Table of the deliveries of webhooks, for H2 2.2 or newer. Append ;WRITE_DELAY=0 to the URL of the database.
-- One row for each delivery. It needs SELECT, INSERT, UPDATE and DELETE on it, and no more.
-- Times are milliseconds since 1970, UTC, by the clock of the application.
CREATE TABLE IF NOT EXISTS inboxport_delivery (
  account VARCHAR(100) NOT NULL,
  digest CHAR(64) NOT NULL,
  seen_at BIGINT NOT NULL,
  claimed_until BIGINT,
  PRIMARY KEY (account, digest)
);
CREATE INDEX IF NOT EXISTS inboxport_delivery_seen ON inboxport_delivery (account, seen_at);
