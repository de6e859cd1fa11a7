-- Table of the outbox, for MariaDB 10.6 or newer and MySQL 8 or newer.
-- One row for each write. The outbox needs SELECT, INSERT, UPDATE and DELETE on it, and no more.
-- Times are milliseconds since 1970, UTC, by the clock of the database.
-- Names and ids are told apart by case; only InnoDB locks a row and commits.
CREATE TABLE IF NOT EXISTS inboxport_outbox (
  position BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  business_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  conversation VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  line VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  operation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  phase VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content MEDIUMBLOB,
  attempts INTEGER NOT NULL,
  holder VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin,
  held_until BIGINT,
  begun_at BIGINT,
  ended_by BIGINT,
  newest_before VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  created_at BIGINT NOT NULL,
  due_at BIGINT,
  changed_at BIGINT NOT NULL,
  note VARCHAR(500) CHARACTER SET utf8mb4 NOT NULL,
  UNIQUE KEY inboxport_outbox_key (account, business_key),
  KEY inboxport_outbox_phase (account, phase, position),
  KEY inboxport_outbox_line (account, line, position)
) ENGINE = InnoDB;
