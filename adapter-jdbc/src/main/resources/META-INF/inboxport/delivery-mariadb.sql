-- Table of the deliveries of webhooks, for MariaDB 10.6 or newer and MySQL 8 or newer.
-- One row for each delivery. It needs SELECT, INSERT, UPDATE and DELETE on it, and no more.
-- Times are milliseconds since 1970, UTC, by the clock of the application.
-- Names and ids are told apart by case; only InnoDB locks a row and commits.
CREATE TABLE IF NOT EXISTS inboxport_delivery (
  account VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seen_at BIGINT NOT NULL,
  claimed_until BIGINT,
  PRIMARY KEY (account, digest),
  KEY inboxport_delivery_seen (account, seen_at)
) ENGINE = InnoDB;
