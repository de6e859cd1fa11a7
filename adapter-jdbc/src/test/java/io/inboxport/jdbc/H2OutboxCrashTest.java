package io.inboxport.jdbc;

class H2OutboxCrashTest extends MemoryOutboxCrash {
  H2OutboxCrashTest() {
    super("jdbc:h2:mem:crash");
  }
}
