-- Table of the shared request budget, for PostgreSQL 12 or newer.
-- One row for each account. The budget needs SELECT, INSERT and UPDATE on it, and no more.
CREATE TABLE IF NOT EXISTS inboxport_budget (
  account VARCHAR(100) NOT NULL PRIMARY KEY,
  ledger BYTEA NOT NULL,
  version BIGINT NOT NULL
);
