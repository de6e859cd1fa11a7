package io.inboxport.testkit.sandbox;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.fixtures.DemoInbox;
import io.inboxport.testkit.http.DoorSettings;
import io.inboxport.testkit.http.HttpDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The twin behind a real HTTP door, on the loopback interface unless told otherwise. It speaks the
 * vendor's documented API, for clients in any language. Web pages are kept out.
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

  /** Goes back to the start in all but the snapshots: data, clock, settings, faults and counts. */
  public void reset() {
    state.reset();
  }

  /** Returns when the sandbox is closed. */
  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  /** Takes no more requests, answers those that have begun within this time, and closes. */
  public void finish(Duration atMost) {
    door.finish(atMost);
    closed.countDown();
  }

  /**
   * Hangs up on every client, and returns when its threads have ended: at most 5 seconds later, or
   * sooner if the calling thread is interrupted.
   */
  @Override
  public void close() {
    door.close();
    state.poster().close();
    closed.countDown();
  }

  /** Names the URL. */
  @Override
  public String toString() {
    return "Sandbox[" + url() + "]";
  }

  /** Builds a {@link Sandbox}; not thread-safe. */
  public static final class Builder {
    private DoorSettings settings = DoorSettings.onLoopback();
    private int port;
    private SandboxAddress address = SandboxAddress.LOOPBACK;
    private @Nullable Consumer<String> log;
    private @Nullable String seed;
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

    /** The address or name of this machine to listen on; {@code 0.0.0.0} is all addresses. */
    public Builder host(String host) {
      this.address = address.on(host);
      return this;
    }

    /**
     * Lets {@link #host} be an address that other machines reach. Who reaches it can then read and
     * change all that the sandbox holds, and plan faults: the admin path asks for no credentials.
     */
    public Builder allowRemote() {
      this.address = address.open();
      return this;
    }

    /**
     * Lets clients call it by this name as well. Other names than {@code localhost} are refused,
     * since a web page could have made them point here. With {@link #allowRemote}, names without a
     * dot and those that end in {@code .internal} are let in too.
     */
    public Builder name(String name) {
      this.address = address.named(name);
      return this;
    }

    /**
     * Takes the limits of connections and their time from here, and TLS if it has some. Address and
     * port stay those of this builder.
     */
    public Builder door(DoorSettings settings) {
      this.settings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * Writes a line here for each request, with time, method, path, status and duration. It holds
     * neither credentials nor what anyone wrote. Several threads call it.
     */
    public Builder log(Consumer<String> lines) {
      this.log = Objects.requireNonNull(lines, "lines");
      return this;
    }

    /**
     * Starts with what this JSON adds. Its keys are admin paths, such as {@code items}; each value
     * is what that path takes by POST, or a list of it. They are done in their order.
     */
    public Builder seed(String json) {
      this.seed = Objects.requireNonNull(json, "json");
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
     * @throws IllegalArgumentException when the host is one that other machines reach and {@link
     *     #allowRemote} was not called, or when the seed has an input that is not as it should be
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
      var door = address.of(settings.port(port));
      var state = SandboxState.of(twin, clock, empty, auth);
      var admin = AdminRouter.of(state, seed);
      var certificate = tls ? CertificateMaker.forHosts(address.names()) : null;
      if (certificate != null) {
        door = door.tls(CertificateMaker.serverSide(certificate));
      }
      var lines = log == null ? null : new RequestLog(log, state.clock(), System::nanoTime);
      var handler = new SandboxHandler(admin, state.api(), address.guard(), state.clock(), lines);
      return new Sandbox(state, certificate, HttpDoor.open(door, handler));
    }
  }
}
