package io.inboxport.jdbc;

class SqliteOutboxCrashTest extends MemoryOutboxCrash {
  SqliteOutboxCrashTest() {
    super("jdbc:sqlite:file:crash?mode=memory&cache=shared");
  }
}
