package io.inboxport.testkit.junit;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.ServerBehavior;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.fixtures.DemoInbox;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * JUnit extension that gives each test an inbox of its own, in memory.
 *
 * <p>Use it by {@code @ExtendWith(InboxExtension.class)}, or by {@code @RegisterExtension} with the
 * settings of a {@link Builder}. Parameters of a test, of its {@code @BeforeEach} and
 * {@code @AfterEach} methods, and of the constructor of its class are then given, if they have one
 * of these types:
 *
 * <ul>
 *   <li>{@link io.inboxport.Inbox}, which the tested code works on;
 *   <li>{@link InMemoryInboxGateway}, the backend behind it: here customers write, faults are
 *       planned, and it tells what was sent. {@link io.inboxport.port.InboxGateway} is the same;
 *   <li>{@link Sandbox}, the same backend over HTTP, started if it is asked for;
 *   <li>{@link SettableClock}, the clock of all of them. It stands still.
 * </ul>
 *
 * <p>JUnit gives the constructor nothing from an extension in a field of the object: register it in
 * a static field.
 *
 * <p>Those of one test belong together. {@link InboxName} tells several inboxes apart. The
 * constructor of a class with {@code Lifecycle.PER_CLASS} and {@code @BeforeAll} methods belong to
 * no test, and are refused.
 *
 * <p>A test that fails carries a {@linkplain io.inboxport.testkit.report.BackendReport report} of
 * what came to its inboxes, as a suppressed exception. A test that passes fails after all if it
 * planned a fault for more calls than came.
 *
 * <p>Thread-safe: it holds nothing but settings, so tests may run in parallel.
 */
public final class InboxExtension implements AfterEachCallback, ParameterResolver {
  private final Builder settings;

  /** Creates an extension with the default settings; for {@code @ExtendWith}. */
  public InboxExtension() {
    this(builder());
  }

  private InboxExtension(Builder settings) {
    this.settings = settings.copy();
  }

  /** Starts building an extension, for {@code @RegisterExtension}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Parameters of a constructor belong to the test that the object is made for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TestInbox.TYPES.contains(parameter.getParameter().getType());
  }

  /**
   * Gives the object for this parameter.
   *
   * @throws ParameterResolutionException when the parameter belongs to no test
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "Each test has its own "
              + type.getSimpleName()
              + ", and "
              + parameter.getDeclaringExecutable().getName()
              + " belongs to none: take it in the test or in @BeforeEach.");
    }
    var name = parameter.findAnnotation(InboxName.class).map(InboxName::value).orElse("");
    return of(context).named(name).get(type);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var inboxes = of(context);
    var failure = context.getExecutionException();
    if (failure.isPresent()) {
      if (!(failure.get() instanceof TestAbortedException)) {
        failure.get().addSuppressed(new InboxEvidence(evidence(inboxes)));
      }
    } else if (!settings.allowingUnmetFaults && !inboxes.unmetFaults().isEmpty()) {
      throw new AssertionError(
          "The test planned faults that too few calls met, so it did not test what it says:\n  "
              + String.join("\n  ", inboxes.unmetFaults())
              + "\nPlan no more than the calls that come, or set allowingUnmetFaults().\n"
              + evidence(inboxes));
    }
  }

  private static String evidence(TestInboxes inboxes) {
    return "What came to the inbox:\n" + inboxes.report();
  }

  private TestInboxes of(ExtensionContext context) {
    return context
        .getStore(Namespace.create(InboxExtension.class, this))
        .getOrComputeIfAbsent(
            TestInboxes.class, key -> new TestInboxes(settings), TestInboxes.class);
  }

  /** Builds an {@link InboxExtension}; not thread-safe. */
  public static final class Builder {
    Instant start = DemoInbox.NOW;
    ServerBehavior behavior = ServerBehavior.documented();
    BackendFilling filling = (backend, clock) -> {};
    UnaryOperator<Sandbox.Builder> sandbox = UnaryOperator.identity();
    boolean allowingUnmetFaults;
    boolean hidingTexts;

    private Builder() {}

    private Builder copy() {
      var copy = new Builder();
      copy.start = start;
      copy.behavior = behavior;
      copy.filling = filling;
      copy.sandbox = sandbox;
      copy.allowingUnmetFaults = allowingUnmetFaults;
      copy.hidingTexts = hidingTexts;
      return copy;
    }

    /** Sets the time at which the clock stands when a test begins; {@link DemoInbox#NOW} if not. */
    public Builder startingAt(Instant time) {
      this.start = Objects.requireNonNull(time, "time");
      return this;
    }

    /** Sets the behavior of the backend, for all that the vendor leaves open. */
    public Builder behavior(ServerBehavior behavior) {
      this.behavior = Objects.requireNonNull(behavior, "behavior");
      return this;
    }

    /**
     * Fills each inbox before its test, such as with tags and credentials. What fills it may run in
     * several threads at once. Writes that it makes are forgotten: none of them is an attempt of
     * the test.
     */
    public Builder filling(Consumer<InMemoryInboxGateway> filling) {
      Objects.requireNonNull(filling, "filling");
      this.filling = (backend, clock) -> filling.accept(backend);
      return this;
    }

    /** Fills each inbox with the {@link DemoInbox}, whose clock stands at {@link DemoInbox#NOW}. */
    public Builder demo() {
      this.filling = DemoInbox::fill;
      return this;
    }

    /**
     * Sets up the sandboxes, such as with TLS or credentials. Twin and clock are set by the
     * extension.
     */
    public Builder sandbox(UnaryOperator<Sandbox.Builder> settings) {
      this.sandbox = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /** Lets a test pass although it planned faults that too few calls met. */
    public Builder allowingUnmetFaults() {
      this.allowingUnmetFaults = true;
      return this;
    }

    /** Leaves texts out of reports, for tests that play back what real people wrote. */
    public Builder hidingTexts() {
      this.hidingTexts = true;
      return this;
    }

    /** Builds the extension. */
    public InboxExtension build() {
      return new InboxExtension(this);
    }
  }

  /** Filling of a backend whose clock it may move. */
  interface BackendFilling {
    void fill(InMemoryInboxGateway backend, SettableClock clock);
  }
}
