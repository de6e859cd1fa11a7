package io.inboxport.testkit.junit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Inboxes of one test, by name, each made when it is first asked for. JUnit closes them with the
 * test, also if the test never began.
 */
final class TestInboxes implements AutoCloseable {
  private final InboxExtension.Builder settings;
  private final Map<String, TestInbox> byName = new TreeMap<>();

  TestInboxes(InboxExtension.Builder settings) {
    this.settings = settings;
  }

  synchronized TestInbox named(String name) {
    return byName.computeIfAbsent(name, n -> new TestInbox(n, settings));
  }

  synchronized List<String> unmetFaults() {
    return byName.values().stream().flatMap(inbox -> inbox.unmetFaults().stream()).toList();
  }

  synchronized String report() {
    return byName.values().stream().map(TestInbox::report).collect(Collectors.joining("\n"));
  }

  @Override
  public synchronized void close() {
    byName.values().forEach(TestInbox::close);
  }
}
