package io.inboxport.http;

import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.SteppedTime;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** Gateways in front of a sandbox, for tests that must not wait. */
public final class SandboxGateways {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private SandboxGateways() {}

  /** A gateway of an account of its own, which no limit and no earlier failure holds back. */
  public static HttpInboxGateway unhurried(Sandbox sandbox) {
    return builder(sandbox).budget(new NoBudget()).attempts(2).build();
  }

  /** The same over this client. */
  static HttpInboxGateway unhurried(Sandbox sandbox, OkHttpClient client) {
    return builder(sandbox).budget(new NoBudget()).attempts(2).client(client).build();
  }

  /** A gateway with all that it has by default, on a time that can leap; for one thread. */
  public static Leaping leaping(Sandbox sandbox) {
    var time = new SteppedTime();
    var accounts = new AccountRegistry(time, time.clock());
    return new Leaping(builder(sandbox).accounts(accounts).attempts(1).build(), time);
  }

  private static HttpInboxGateway.Builder builder(Sandbox sandbox) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001-" + ACCOUNTS.incrementAndGet(), "key"))
        .baseUrl(sandbox.url())
        .clock(sandbox.clock());
  }

  /** A gateway, and the time it goes by. */
  public static final class Leaping implements AutoCloseable {
    private final HttpInboxGateway gateway;
    private final SteppedTime time;

    private Leaping(HttpInboxGateway gateway, SteppedTime time) {
      this.gateway = gateway;
      this.time = time;
    }

    public HttpInboxGateway gateway() {
      return gateway;
    }

    /** Leaves behind every limit, block and failure that calls so far have brought about. */
    public void leap() {
      time.pass(Duration.ofMinutes(2));
    }

    @Override
    public void close() {
      gateway.close();
    }
  }

  private static final class NoBudget implements RequestBudget {
    @Override
    public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
      return () -> {};
    }

    @Override
    public void block(Duration pause) {
      // The pauses of the sandbox are on its clock, which the test sets.
    }
  }
}
