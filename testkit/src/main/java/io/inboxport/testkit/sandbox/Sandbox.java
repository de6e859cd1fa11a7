package io.inboxport.testkit.sandbox;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.fixtures.DemoInbox;
import io.inboxport.testkit.http.HttpDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The twin behind a real HTTP door on the loopback interface, speaking the vendor's documented API,
 * for clients in any language.
 *
 * <p>It is driven from Java by these methods, and from anywhere by the admin path {@code /-/…}
 * beside the API, described in docs/sandbox.md.
 *
 * <p>Thread-safe. Its threads are daemons, and {@link #close} leaves none.
 */
public final class Sandbox implements AutoCloseable {
  private final SandboxState state;
  private final @Nullable HeldCertificate certificate;
  private final HttpDoor door;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Sandbox(SandboxState state, @Nullable HeldCertificate certificate, HttpDoor door) {
    this.state = state;
    this.certificate = certificate;
    this.door = door;
  }

  /**
   * Starts a sandbox on a free port with the small data set of {@link DemoInbox}, a ticking clock,
   * no TLS, and any account and key let in.
   *
   * @throws UncheckedIOException when the port cannot be opened
   */
  public static Sandbox start() {
    return builder().start();
  }

  /** Starts building a sandbox. */
  public static Builder builder() {
    return new Builder();
  }

  /** The base URL of the API, which ends in {@code /v2}. */
  public URI url() {
    return door.url().resolve("/v2");
  }

  /** The URL under which the sandbox is driven, which ends in {@code /-/}. */
  public URI adminUrl() {
    return door.url().resolve(AdminRouter.ROOT);
  }

  /** The certificate that a client has to trust, made for this sandbox; empty without TLS. */
  public Optional<X509Certificate> certificate() {
    return Optional.ofNullable(certificate).map(HeldCertificate::certificate);
  }

  /** The same certificate in PEM, as curl's {@code --cacert} takes it; empty without TLS. */
  public Optional<String> certificatePem() {
    return Optional.ofNullable(certificate).map(HeldCertificate::certificatePem);
  }

  /** The twin that serves. Its faults come out on the wire as what they stand for. */
  public InMemoryInboxGateway twin() {
    return state.twin();
  }

  /** The clock of the twin and of the limits. */
  public SettableClock clock() {
    return state.clock();
  }

  /** Requests that came in through the API's door. */
  public ReceivedRequests received() {
    return state.api().received();
  }

  /** The faults that the next calls meet on the wire. */
  public WireFaultPlan faults() {
    return state.api().faults();
  }

  /** Dialect of the sandbox, for what the vendor writes in more than one way. */
  public Dialect dialect() {
    return state.dialect();
  }

  /** Writes in this dialect from now on. */
  public void speak(Dialect dialect) {
    state.speak(Objects.requireNonNull(dialect, "dialect"));
  }

  /** The limits of the calls that are let in; without a limit unless told otherwise. */
  public CallLimits limits() {
    return state.limits();
  }

  /** Lets in no more than this from now on; calls are counted anew. */
  public void limit(CallLimits limits) {
    state.limit(Objects.requireNonNull(limits, "limits"));
  }

  /**
   * Keeps all that the twin holds now under this name, in place of what was kept under it.
   *
   * @throws IllegalArgumentException when there are already 100 other names
   */
  public void snapshot(String name) {
    state.snapshot(name);
  }

  /**
   * Goes back to what was kept under this name; all that is no part of the twin's state stays.
   *
   * @throws IllegalArgumentException when there is no such snapshot
   */
  public void restore(String name) {
    state.restore(name);
  }

  /**
   * Goes back to the start: data, behavior, clock, dialect, limits, faults and counts. Snapshots
   * stay.
   */
  public void reset() {
    state.reset();
  }

  /** Returns when the sandbox is closed. */
  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  /**
   * Hangs up on every client, and returns when its threads have ended: at most 5 seconds later, or
   * sooner if the calling thread is interrupted.
   */
  @Override
  public void close() {
    door.close();
    closed.countDown();
  }

  /** Names the URL. */
  @Override
  public String toString() {
    return "Sandbox[" + url() + "]";
  }

  /** Builds a {@link Sandbox}; not thread-safe. */
  public static final class Builder {
    private int port;
    private boolean tls;
    private boolean empty;
    private BasicAuth auth = BasicAuth.any();
    private @Nullable InMemoryInboxGateway twin;
    private @Nullable SettableClock clock;

    private Builder() {}

    /**
     * The port to listen on; 0, as without this, for any that is free.
     *
     * @throws IllegalArgumentException when it is not between 0 and 65535
     */
    public Builder port(int port) {
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException(
            "The port is " + port + ": give 1 to 65535, or 0 for any that is free.");
      }
      this.port = port;
      return this;
    }

    /** Speaks HTTPS, with a certificate that is made at each start and valid for ten years. */
    public Builder tls() {
      this.tls = true;
      return this;
    }

    /**
     * Lets in only who has these credentials.
     *
     * @throws IllegalArgumentException when one is empty, or the account holds a colon
     */
    public Builder credentials(String account, String key) {
      if (account.isEmpty() || account.indexOf(':') >= 0 || key.isEmpty()) {
        throw new IllegalArgumentException(
            "Account and key cannot be told apart: neither may be empty, and no account has a"
                + " colon.");
      }
      this.auth = BasicAuth.only(account, key);
      return this;
    }

    /** Starts without the demo data: the account, its two users, and nothing else. */
    public Builder empty() {
      this.empty = true;
      return this;
    }

    /**
     * Uses this clock instead of one that ticks. Starting moves it through March 2025 while the
     * demo data is made, and sets it back; {@link Sandbox#reset} sets it to the time it shows now.
     */
    public Builder clock(SettableClock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** Serves this twin as it is, without the demo data. The clock must be the twin's own. */
    public Builder twin(InMemoryInboxGateway twin, SettableClock clock) {
      this.twin = Objects.requireNonNull(twin, "twin");
      return clock(clock);
    }

    /**
     * Opens the door.
     *
     * @throws UncheckedIOException when the port cannot be opened
     */
    public Sandbox start() {
      try {
        return open();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot listen on port " + port + ": give another, or 0 for any that is free.", e);
      }
    }

    private Sandbox open() throws IOException {
      var ownClock = clock == null ? SettableClock.ticking() : clock;
      var start = ownClock.instant();
      Supplier<Instant> timeAtStart = clock == null ? Instant::now : () -> start;
      var served = twin == null ? InMemoryInboxGateway.builder().clock(ownClock).build() : twin;
      if (twin == null && !empty) {
        DemoInbox.fill(served, ownClock);
        // The story was told in its own time; clients live in ours.
        ownClock.set(timeAtStart.get());
      }
      var api = new ApiDoor(served, ownClock, auth);
      var state = new SandboxState(served, ownClock, timeAtStart, api);
      var admin = new AdminRouter(state);
      var certificate = tls ? CertificateMaker.forLoopback() : null;
      var door =
          HttpDoor.open(
              port,
              certificate == null ? null : CertificateMaker.serverSide(certificate),
              new SandboxHandler(admin, api));
      return new Sandbox(state, certificate, door);
    }
  }
}
