package io.inboxport.app;

import com.google.inject.Module;
import io.inboxport.app.GlobalOptions.Backend;
import io.inboxport.call.InboxWrite;
import io.inboxport.inmemory.InMemoryOutboxStore;
import io.inboxport.inmemory.guice.InMemoryInboxModule;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxStore;
import io.inboxport.port.InboxGateway;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Choice of the backend that a session works on, and its module. */
final class BackendChoice {
  static final String ACCOUNT = "OKTOPOST_ACCOUNT_ID";
  static final String KEY = "OKTOPOST_API_KEY";

  private final CommandSession session;
  private final Backend backend;
  private final boolean isDefault;

  private BackendChoice(CommandSession session, Backend backend, boolean isDefault) {
    this.session = session;
    this.backend = backend;
    this.isDefault = isDefault;
  }

  /**
   * Refuses a write on demo data that was not asked for: it would tell of a success that no
   * customer ever sees.
   */
  void refuseWriteOnDemoData() {
    if (isDefault && backend == Backend.MEMORY) {
      throw new IllegalArgumentException(
          "Nothing was sent: this would change demo data only, not your inbox. Set "
              + ACCOUNT
              + " and "
              + KEY
              + ", or try it on the demo data with --backend memory.");
    }
  }

  /**
   * Chooses what the line asks for; else the API as soon as a server or an account is named, and
   * the demo data otherwise.
   */
  static BackendChoice of(CommandSession session) {
    var options = session.options();
    var console = session.console();
    boolean account = !console.variable(ACCOUNT).isEmpty();
    boolean key = !console.variable(KEY).isEmpty();
    if (options.backend == Backend.MEMORY && options.baseUrl != null) {
      throw new IllegalArgumentException(
          "--base-url and --backend memory contradict each other: leave one out.");
    }
    if (options.backend == Backend.MEMORY && options.budget != null) {
      throw new IllegalArgumentException(
          "--budget and --backend memory contradict each other: leave one out.");
    }
    if (options.backend != null) {
      return new BackendChoice(session, options.backend, false);
    }
    boolean url = options.baseUrl != null || !console.variable("OKTOPOST_BASE_URL").isEmpty();
    if ((account && key) || url) {
      return new BackendChoice(session, Backend.HTTP, true);
    }
    if (account || key) {
      session.warn(
          (account ? KEY : ACCOUNT) + " is not set: this is demo data in memory, not your inbox.");
    } else {
      session.hint(
          "Demo data in memory; nothing is kept. Your inbox: set " + ACCOUNT + " and " + KEY + ".");
    }
    return new BackendChoice(session, Backend.MEMORY, true);
  }

  Module module() {
    // A class of its own each, so that demo data never waits for the HTTP stack to load.
    return backend == Backend.HTTP ? HttpBackend.module(session) : MemoryBackend.module();
  }

  /** The time at the backend: the demo data has its own. */
  Clock clock() {
    return backend == Backend.HTTP
        ? session.console().clock()
        : Clock.fixed(DemoInbox.NOW, ZoneOffset.UTC);
  }

  /**
   * Returns the place in which requests are counted.
   *
   * @throws IllegalArgumentException when the demo data answers, which nothing limits
   */
  BudgetChoice budget() {
    if (backend == Backend.MEMORY) {
      throw new IllegalArgumentException(
          "Demo data in memory has no request budget. Set " + ACCOUNT + " and " + KEY + ".");
    }
    return HttpBackend.budget(session);
  }

  /** Returns the store of the outbox: the file of the user, or memory for the demo data. */
  OutboxStore outboxStore(InboxGateway gateway) {
    return backend == Backend.HTTP
        ? HttpBackend.outboxFile(session).store(HttpBackend.outboxAccount(session))
        : MemoryBackend.outboxStore(gateway);
  }

  /**
   * Returns the outbox file of the user.
   *
   * @throws IllegalArgumentException when the demo data answers, of which nothing is kept
   */
  OutboxFile outboxFile() {
    if (backend == Backend.MEMORY) {
      throw new IllegalArgumentException(
          "Demo data in memory keeps no outbox. Set " + ACCOUNT + " and " + KEY + ".");
    }
    return HttpBackend.outboxFile(session);
  }

  /** Takes a write in hand, until its fate is told. */
  WriteInHand inHand(
      SessionOutbox outbox,
      InboxWrite write,
      @Nullable OutboxKey named,
      WriteInHand.StopTeller stopped) {
    return backend == Backend.HTTP
        ? new WriteInHand(
            outbox,
            write,
            named,
            WriteMarks.of(session.console()),
            HttpBackend.outboxAccount(session),
            stopped)
        : new WriteInHand(outbox, write, named, null, "", stopped);
  }

  /** Returns how to look at a write that was kept; empty for the demo data. */
  String whereToLook(OutboxKey key) {
    return backend == Backend.HTTP
        ? " What is known is kept: \"inbox outbox show " + key + "\"."
        : "";
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return backend.toString();
  }

  /** Returns whether demo data answers, and not the API. */
  boolean isDemo() {
    return backend == Backend.MEMORY;
  }

  /** Returns the owner of the inbox, without a call. */
  String owner() {
    return backend == Backend.HTTP ? HttpBackend.owner(session) : "demo";
  }

  private static final class MemoryBackend {
    static Module module() {
      return new InMemoryInboxModule(DemoInbox.create());
    }

    static OutboxStore outboxStore(InboxGateway gateway) {
      return new InMemoryOutboxStore(gateway.clock());
    }
  }
}
