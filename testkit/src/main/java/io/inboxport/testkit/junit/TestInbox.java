package io.inboxport.testkit.junit;

import io.inboxport.Inbox;
import io.inboxport.call.Operation;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.port.InboxGateway;
import io.inboxport.testkit.report.BackendReport;
import io.inboxport.testkit.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One inbox of one test: a clock, the backend that runs on it, and what stands before it. */
final class TestInbox {
  /** The types of parameters that it serves. */
  static final Set<Class<?>> TYPES =
      Set.of(
          Inbox.class,
          InMemoryInboxGateway.class,
          InboxGateway.class,
          Sandbox.class,
          SettableClock.class);

  private static final int MOST_REQUESTS = 50;

  private final String name;
  private final InboxExtension.Builder settings;
  private final SettableClock clock;
  private final InMemoryInboxGateway backend;
  private @Nullable Sandbox sandbox;

  TestInbox(String name, InboxExtension.Builder settings) {
    this.name = name;
    this.settings = settings;
    this.clock = SettableClock.at(settings.start);
    this.backend = InMemoryInboxGateway.builder().clock(clock).behavior(settings.behavior).build();
    settings.filling.fill(backend, clock);
    backend.attempts().clear();
  }

  /** The object of one of the {@link #TYPES}. */
  Object get(Class<?> type) {
    if (type == Inbox.class) {
      return Inbox.over(backend);
    } else if (type == Sandbox.class) {
      return sandbox();
    }
    return type == SettableClock.class ? clock : backend;
  }

  private Sandbox sandbox() {
    if (sandbox == null) {
      sandbox = settings.sandbox.apply(Sandbox.builder()).twin(backend, clock).start();
    }
    return sandbox;
  }

  /** Returns a line for each planned fault that too few calls met. */
  List<String> unmetFaults() {
    var lines = new ArrayList<String>();
    backend
        .faults()
        .unmet()
        .forEach(f -> lines.add(unmet(f.operation(), f.fault(), f.times(), f.met())));
    if (sandbox != null) {
      sandbox
          .faults()
          .unmet()
          .forEach(f -> lines.add(unmet(f.operation(), f.fault(), f.times(), f.met())));
    }
    return lines;
  }

  private String unmet(Operation operation, Object fault, int times, int met) {
    var calls =
        times == Integer.MAX_VALUE ? "every call" : times + (times == 1 ? " call" : " calls");
    return called() + operation + ": " + fault + " for " + calls + ", met by " + met;
  }

  /** Returns what came to it, in lines. */
  String report() {
    var report = BackendReport.of(backend);
    var text = (settings.hidingTexts ? report.hidingTexts() : report).text();
    return (name.isEmpty() ? "" : "Inbox \"" + name + "\"\n") + text + requests();
  }

  private String requests() {
    if (sandbox == null) {
      return "";
    }
    var requests = sandbox.received().requests();
    var lines = new StringBuilder();
    var total = sandbox.received().total();
    lines.append(total == 0 ? "HTTP requests: none\n" : "HTTP requests (" + total + "):\n");
    requests.stream()
        .skip(Math.max(0, requests.size() - MOST_REQUESTS))
        .forEach(request -> lines.append("  " + request + "\n"));
    sandbox.faults().fired().forEach(fired -> lines.append("  " + fired + "\n"));
    return lines.toString();
  }

  private String called() {
    return name.isEmpty() ? "" : "Inbox \"" + name + "\", ";
  }

  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
