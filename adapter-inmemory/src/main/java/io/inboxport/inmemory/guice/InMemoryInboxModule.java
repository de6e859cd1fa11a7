package io.inboxport.inmemory.guice;

import com.google.inject.BindingAnnotation;
import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Singleton;
import io.inboxport.Inbox;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Binds {@link Inbox}, {@link InboxGateway} and {@link AccountGateway} to an inbox in memory, once
 * per injector, and nothing else: a host's own bindings never collide with it. Several accounts
 * live in one injector, each under a qualifier of its own.
 */
@SuppressWarnings("exports") // Applications without Guice must not have to read its module.
public final class InMemoryInboxModule extends PrivateModule {
  private final Supplier<InMemoryInboxGateway> backend;
  private final Key<Inbox> inbox;

  /** Binds a new, empty inbox of each injector's own. */
  public InMemoryInboxModule() {
    this(InMemoryInboxGateway::create, Key.get(Inbox.class));
  }

  /** Binds this inbox, which a test fills and asks. */
  public InMemoryInboxModule(InMemoryInboxGateway backend) {
    this(() -> backend, Key.get(Inbox.class));
    Objects.requireNonNull(backend, "backend");
  }

  private InMemoryInboxModule(Supplier<InMemoryInboxGateway> backend, Key<Inbox> inbox) {
    this.backend = backend;
    this.inbox = inbox;
  }

  /** The same module, binding under this qualifier: {@code @Support Inbox}. */
  public InMemoryInboxModule annotatedWith(Class<? extends Annotation> qualifier) {
    return new InMemoryInboxModule(backend, Key.get(Inbox.class, qualifier));
  }

  /** The same module, binding under this qualifier: {@code @Named("support") Inbox}. */
  public InMemoryInboxModule annotatedWith(Annotation qualifier) {
    return new InMemoryInboxModule(backend, Key.get(Inbox.class, qualifier));
  }

  @Override
  protected void configure() {
    var twin = Key.get(InMemoryInboxGateway.class, Twin.class);
    var gateway = inbox.ofType(InboxGateway.class);
    var account = inbox.ofType(AccountGateway.class);
    var bound = getProvider(twin);
    bind(twin).toProvider(backend::get).in(Singleton.class);
    bind(gateway).to(twin);
    bind(account).toProvider(() -> bound.get().account());
    bind(inbox).toProvider(() -> Inbox.over(bound.get())).in(Singleton.class);
    expose(gateway);
    expose(account);
    expose(inbox);
  }

  /** Qualifier of the twin, which is not exposed: a host may bind one of its own. */
  @Retention(RetentionPolicy.RUNTIME)
  @BindingAnnotation
  private @interface Twin {}
}
