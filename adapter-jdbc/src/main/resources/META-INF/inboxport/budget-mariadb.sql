-- Table of the shared request budget, for MariaDB 10.6 or newer and MySQL 8 or newer.
-- One row for each account. The budget needs SELECT, INSERT and UPDATE on it, and no more.
-- The names of accounts are told apart by case; only InnoDB locks a row and commits.
CREATE TABLE IF NOT EXISTS inboxport_budget (
  account VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  ledger MEDIUMBLOB NOT NULL,
  version BIGINT NOT NULL
) ENGINE = InnoDB;
