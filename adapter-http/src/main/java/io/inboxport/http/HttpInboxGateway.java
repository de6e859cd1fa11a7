package io.inboxport.http;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.budget.RequestBudget;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The inbox over the REST API of Oktopost.
 *
 * <p>A call runs on the thread that makes it, within one deadline, and is counted in the budget of
 * the account before it leaves. A read may be attempted again; a write is executed at most once,
 * whatever client it is given. An interrupted call ends at once, the thread still interrupted, as
 * {@code Unavailable}, or {@code OutcomeUnknown} for a write that may have left. Only a DNS lookup
 * cannot be cut short.
 *
 * <p>When at least half of the last 20 requests of an account, and at least 10, found the server
 * unavailable, its calls fail at once for 10 seconds, as {@code Unavailable} with the time to try
 * again. After a 429 no request of the account leaves until the time in {@code Retry-After}, at
 * most a day, or for 15 minutes where there is none. All gateways of one account at one server
 * share this, in one process, but a budget that was given keeps its own pauses.
 *
 * <p>Thread-safe. Close it when it is no longer needed: calls that start afterwards end as {@code
 * Unavailable}, those under way go on. A client that was given stays open.
 */
public final class HttpInboxGateway implements InboxGateway {
  private final ExchangeFactory exchanges;
  private final AccountGateway account;
  private final CallRunner calls;
  private final List<String> secrets;
  private final Clock clock;
  private final ServerClock serverClock;
  private final Runnable release;
  private final AtomicBoolean closed;
  // Null for a gateway whose writes may leave at any time.
  private final @Nullable BooleanSupplier allowed;

  private HttpInboxGateway(Builder builder, Credentials credentials) {
    var url = BaseUrl.of(builder.baseUrl);
    var given = builder.client;
    this.clock = builder.clock;
    this.serverClock = new ServerClock(clock);
    this.release = given == null ? SharedClient::release : () -> {};
    this.closed = new AtomicBoolean();
    this.allowed = null;
    var who = new IdentifyingInterceptor(url, credentials, builder.userAgent, given != null);
    var base = given == null ? SharedClient.acquire() : given;
    var client =
        ClientFactory.derive(base, builder.maxResponseBytes, credentials, who, serverClock)
            .connectTimeout(builder.connectTimeout(base));
    if (builder.readTimeout != null) {
      client.readTimeout(builder.readTimeout);
    }
    var derived = client.build();
    var timestamps = new TimestampReader(builder.timeZone);
    this.secrets = List.of(credentials.apiKey(), credentials.token());
    this.exchanges =
        new ExchangeFactory(ClientFactory.api(derived, url), new AnswerReader(timestamps));
    this.account =
        new HttpAccountGateway(
            new AccountExchanges(
                ClientFactory.accountApi(derived, url), new AccountReaders(timestamps)),
            this::make,
            clock,
            serverClock);
    this.calls = builder.calls == null ? builder.calls(url, credentials.account()) : builder.calls;
  }

  /** A view of this gateway whose writes ask before they leave. */
  private HttpInboxGateway(HttpInboxGateway first, BooleanSupplier allowed) {
    this.exchanges = first.exchanges;
    this.account = first.account;
    this.calls = first.calls;
    this.secrets = first.secrets;
    this.clock = first.clock;
    this.serverClock = first.serverClock;
    this.release = first.release;
    this.closed = first.closed;
    this.allowed = allowed;
  }

  /** Starts building a gateway. Credentials are required; everything else has a default. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    return make(exchanges.list(query));
  }

  @Override
  public Conversation get(ConversationId id) {
    return make(exchanges.get(id));
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    return make(exchanges.timeline(id, olderThan));
  }

  @Override
  public Identity me() {
    return make(exchanges.me());
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    make(exchanges.setStatus(new InboxWrite.SetStatus(id, status)));
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    return make(exchanges.assign(new InboxWrite.Assign(id, assignee, note)));
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return make(exchanges.addNote(new InboxWrite.AddNote(id, note)));
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return make(exchanges.replaceTags(new InboxWrite.ReplaceTags(id, List.copyOf(names))));
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    make(exchanges.reply(new InboxWrite.Reply(id, draft)));
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    make(exchanges.createCase(new InboxWrite.CreateCase(id, salesforceCase)));
  }

  /**
   * Returns the port to the tags, canned responses, users and connected profiles of the account.
   * Its calls share the client, the budget, the breaker and the clock. It ends when this gateway is
   * closed; closing it does nothing.
   */
  public AccountGateway account() {
    return account;
  }

  private <T> T make(ApiExchange<T> exchange) {
    if (closed.get()) {
      throw exchange.unavailable("This gateway is closed: make a new one first.", null, null);
    }
    return calls.make(exchange.hiding(secrets).leavingOnlyIf(allowed));
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** Measured by the header {@code Date} of the last answer. */
  @Override
  public Duration clockOffset() {
    return serverClock.offset();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A write asks before it waits for a permit, when it has one, before another attempt, and last
   * when its connection stands: right before its first byte. If it may not leave, its permit
   * returns to the budget. The gateway that is returned ends when this one is closed.
   */
  @Override
  public InboxGateway leavingOnlyIf(BooleanSupplier newAllowed) {
    Objects.requireNonNull(newAllowed, "allowed");
    var before = allowed;
    return new HttpInboxGateway(
        this,
        before == null ? newAllowed : () -> before.getAsBoolean() && newAllowed.getAsBoolean());
  }

  @Override
  public void close() {
    // What a view shows belongs to the gateway that it was made from.
    if (allowed == null && closed.compareAndSet(false, true)) {
      release.run();
    }
  }

  /** Builds an {@link HttpInboxGateway}; not thread-safe. What it built does not change with it. */
  public static final class Builder {
    private @Nullable Credentials credentials;
    private URI baseUrl = Region.US.url();
    private @Nullable OkHttpClient client;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;
    private Duration deadline = Duration.ofSeconds(30);
    private ZoneId timeZone = ZoneOffset.UTC;
    private String userAgent = ownName();
    private long maxResponseBytes = 16 * 1024 * 1024;
    private @Nullable RequestBudget budget;
    private int attempts = 3;
    private final List<CallListener> listeners = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private @Nullable CallRunner calls;
    private AccountRegistry accounts = AccountRegistry.OF_THIS_PROCESS;

    private Builder() {}

    /** The account and the key. Required. */
    public Builder credentials(Credentials newCredentials) {
      credentials = Objects.requireNonNull(newCredentials, "credentials");
      return this;
    }

    /** The region of the account; by default {@link Region#US}. Replaces the base URL. */
    public Builder region(Region region) {
      baseUrl = region.url();
      return this;
    }

    /**
     * The URL of the API, instead of a region: an https URL, with or without a path. Plain http is
     * for the loopback interface only.
     *
     * @throws IllegalArgumentException when it is no such URL, or holds an {@code @}, a query or a
     *     fragment
     */
    public Builder baseUrl(URI url) {
      BaseUrl.of(url);
      baseUrl = url;
      return this;
    }

    /**
     * The client to derive from, with its interceptors, proxy, TLS settings, pool and timeouts. It
     * is neither changed nor closed, but for idle connections of its pool, which are let go of when
     * one was found dead. Its redirects, authenticator, cache and call timeout are not used, and
     * neither is HTTP/2. With a socket factory of its own, or through a SOCKS proxy, a call may
     * notice an interrupt only when its timeout ends.
     *
     * <p>Its interceptors do not see the API key, but its network interceptors and its event
     * listener see the request as it is sent, with the key: a logger among them must hide the
     * header {@code Authorization}.
     */
    public Builder client(OkHttpClient newClient) {
      client = Objects.requireNonNull(newClient, "client");
      return this;
    }

    /**
     * The time that connecting may take; by default as the given client is set, 10 s without one.
     * At most three quarters of the deadline, or all but a second of it if that is more.
     *
     * @throws IllegalArgumentException when it is shorter than a millisecond, or longer than a day
     */
    public Builder connectTimeout(Duration timeout) {
      connectTimeout = bounded("connect timeout", timeout);
      return this;
    }

    /**
     * The time that the server may stay silent; by default as the given client is set, 10 s without
     * one.
     *
     * @throws IllegalArgumentException when it is shorter than a millisecond, or longer than a day
     */
    public Builder readTimeout(Duration timeout) {
      readTimeout = bounded("read timeout", timeout);
      return this;
    }

    /**
     * The time that a call may take in all, waits and repeated reads included; 30 s by default.
     * Only a DNS lookup cannot be cut short. No request waits for a turn or a pause that would
     * leave less than a second of it, or a quarter where it is shorter than 4 s, and none is sent
     * with less than half of that.
     *
     * @throws IllegalArgumentException when it is shorter than a millisecond, or longer than a day
     */
    public Builder deadline(Duration newDeadline) {
      deadline = bounded("deadline", newDeadline);
      return this;
    }

    /**
     * The zone of timestamps without one; UTC by default, as the vendor says in prose. A wrong zone
     * shifts every time that is read.
     */
    public Builder timeZone(ZoneId zone) {
      timeZone = Objects.requireNonNull(zone, "time zone");
      return this;
    }

    /**
     * The name of the client; {@code inboxport} and its version by default.
     *
     * @throws IllegalArgumentException when it is empty, starts with a space, or is not printable
     *     ASCII
     */
    public Builder userAgent(String newUserAgent) {
      if (!newUserAgent.matches("[!-~][ -~]*")) {
        throw new IllegalArgumentException(
            "The user agent \"" + newUserAgent + "\" is no header: use printable ASCII.");
      }
      userAgent = newUserAgent;
      return this;
    }

    /**
     * The largest answer taken, in decompressed bytes; 16 MiB by default. A larger one ends as
     * {@code UnreadableResponse}, or as {@code OutcomeUnknown} for a write. Of an answer with an
     * error status, the first 64 KiB are read.
     *
     * @throws IllegalArgumentException when it is not positive, or over 1 GiB
     */
    public Builder maxResponseBytes(long bytes) {
      if (bytes < 1 || bytes > 1 << 30) {
        throw new IllegalArgumentException(
            "The largest answer is " + bytes + " bytes: give 1 to 1073741824.");
      }
      maxResponseBytes = bytes;
      return this;
    }

    /**
     * The budget to count requests in, instead of the one that all gateways of the account share in
     * this process: to share it further, to set other limits, or to keep apart.
     */
    public Builder budget(RequestBudget newBudget) {
      budget = Objects.requireNonNull(newBudget, "budget");
      return this;
    }

    /**
     * The number of attempts a read may take, the first included: 1 to 10, 3 by default. A read is
     * tried again when its request ended as {@code Unavailable} or {@code RateLimited}, after a
     * random pause of at most 250 ms, then 500 ms and so on up to 5 s, or after the server's {@code
     * Retry-After} of at most 10 s where that is longer. A write is tried again only where it
     * provably never left.
     *
     * @throws IllegalArgumentException when the number is outside
     */
    public Builder attempts(int number) {
      if (number < 1 || number > 10) {
        throw new IllegalArgumentException("The attempts are " + number + ": give 1 to 10.");
      }
      attempts = number;
      return this;
    }

    /** Adds a listener that hears how calls end; may be called several times. */
    public Builder listener(CallListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * The clock that {@code attemptedAt} and {@code Retry-After} are reckoned by; the system's by
     * default. Deadlines, waits and the request budget, its day included, go by the machine's time.
     */
    public Builder clock(Clock newClock) {
      clock = Objects.requireNonNull(newClock, "clock");
      return this;
    }

    /** Another way to make calls: for tests of a single attempt. */
    Builder calls(CallRunner newCalls) {
      calls = newCalls;
      return this;
    }

    /** The accounts it belongs to, and the time that deadlines and waits go by. */
    Builder accounts(AccountRegistry newAccounts) {
      accounts = newAccounts;
      return this;
    }

    /**
     * Builds the gateway. Sends nothing.
     *
     * @throws IllegalArgumentException when there are no credentials
     * @throws IllegalStateException when jackson-core or OkHttp on the class path is too old; the
     *     first build in a process rehearses an answer's way back to see that
     */
    public HttpInboxGateway build() {
      if (credentials == null) {
        throw new IllegalArgumentException("There are no credentials: give account id and key.");
      }
      LibraryCheck.run(client == null ? SharedClient.get() : client);
      return new HttpInboxGateway(this, credentials);
    }

    /** The version is known where the classes come from a jar. */
    private static String ownName() {
      var version = HttpInboxGateway.class.getPackage().getImplementationVersion();
      return version == null ? "inboxport" : "inboxport/" + version;
    }

    private CallRunner calls(HttpUrl url, AccountId id) {
      var account = accounts.of(url, id);
      return new ReliableCallRunner(
          account,
          new GuardedBudget(budget == null ? account.budget() : budget),
          new RetryPolicy(attempts),
          new ListenerNotifier(listeners),
          clock,
          accounts.time(),
          deadline);
    }

    /** Ends before the deadline does: only so it is told that the server does not connect. */
    private Duration connectTimeout(OkHttpClient base) {
      var set =
          connectTimeout == null ? Duration.ofMillis(base.connectTimeoutMillis()) : connectTimeout;
      var longest = Duration.ofMillis(Math.max(1, ReliableCall.latestStart(deadline).toMillis()));
      return set.isZero() || set.compareTo(longest) > 0 ? longest : set;
    }

    private static Duration bounded(String what, Duration duration) {
      // OkHttp counts in milliseconds, and takes 0 for no timeout at all.
      if (duration.compareTo(Duration.ofMillis(1)) < 0
          || duration.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException(
            "The " + what + " is " + duration + ": give a millisecond to a day.");
      }
      return duration;
    }
  }
}
