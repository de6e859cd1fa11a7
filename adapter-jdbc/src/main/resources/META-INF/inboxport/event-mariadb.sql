-- Table of the events of the inbox, for MariaDB 10.6 or newer and MySQL 8 or newer.
-- One row for each conversation, and one with an empty id for the position of the poll.
-- It needs SELECT, INSERT and UPDATE on it, and no more.
-- Times are milliseconds since 1970, UTC, by the clock of the application.
-- Names and ids are told apart by case; only InnoDB locks a row and commits.
CREATE TABLE IF NOT EXISTS inboxport_event (
  account VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  conversation VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  number BIGINT NOT NULL,
  marks BIGINT NOT NULL,
  cause VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
  due_at BIGINT,
  held_until BIGINT,
  seen CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  listed CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  state CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  told_at BIGINT,
  PRIMARY KEY (account, conversation),
  KEY inboxport_event_due (account, due_at),
  KEY inboxport_event_told (account, told_at)
) ENGINE = InnoDB;
