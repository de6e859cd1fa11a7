package io.inboxport.jdbc.guice;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import io.inboxport.jdbc.JdbcOutbox;
import io.inboxport.jdbc.JdbcOutboxStore;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxBuilder;
import io.inboxport.port.InboxGateway;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link Outbox} and {@link JdbcOutboxStore} for one account, and nothing else: a host's own
 * bindings never collide with it. It needs an {@link InboxGateway} under the same qualifier, such
 * as that of the module of an adapter.
 *
 * <pre>{@code
 * Guice.createInjector(
 *     new DatabaseModule(), // binds DataSource
 *     new HttpInboxModule(support).annotatedWith(Support.class),
 *     new OutboxModule("support").annotatedWith(Support.class));
 * }</pre>
 *
 * <p>Several accounts live in one injector and in one table, each under a qualifier and a name of
 * its own. Nothing makes the table: see {@link JdbcOutbox#createTables}. Nothing sends what is
 * planned but the code that calls {@link Outbox#drain}.
 */
@SuppressWarnings("exports") // Applications without Guice must not have to read its module.
public final class OutboxModule extends PrivateModule {
  private final @Nullable JdbcOutbox outboxes;
  private final String account;
  private final UnaryOperator<OutboxBuilder> settings;
  private final Key<Outbox> outbox;

  /**
   * Binds the outbox of an account in the table {@code inboxport_outbox} of the {@link DataSource}
   * that the injector has, without a qualifier.
   *
   * @param account the name of the account in the table, as {@link JdbcOutbox#account} takes it;
   *     another one fails when the injector is made or the outbox is first needed
   */
  public OutboxModule(String account) {
    this(null, Objects.requireNonNull(account, "account"), it -> it, Key.get(Outbox.class));
  }

  /**
   * Binds the outbox of an account in this table.
   *
   * @param account the name of the account in the table
   * @throws IllegalArgumentException if {@link JdbcOutbox#account} does not take the name
   */
  public OutboxModule(JdbcOutbox outboxes, String account) {
    this(outboxes, account, it -> it, Key.get(Outbox.class));
    var unused = outboxes.account(account);
  }

  private OutboxModule(
      @Nullable JdbcOutbox outboxes,
      String account,
      UnaryOperator<OutboxBuilder> settings,
      Key<Outbox> outbox) {
    this.outboxes = outboxes;
    this.account = account;
    this.settings = settings;
    this.outbox = outbox;
  }

  /** The same module with these settings: {@code outbox -> outbox.lease(Duration.ofMinutes(1))}. */
  public OutboxModule with(UnaryOperator<OutboxBuilder> outboxSettings) {
    Objects.requireNonNull(outboxSettings, "settings");
    return new OutboxModule(outboxes, account, outboxSettings, outbox);
  }

  /** The same module, binding under this qualifier: {@code @Support Outbox}. */
  public OutboxModule annotatedWith(Class<? extends Annotation> qualifier) {
    return new OutboxModule(outboxes, account, settings, Key.get(Outbox.class, qualifier));
  }

  /** The same module, binding under this qualifier: {@code @Named("support") Outbox}. */
  public OutboxModule annotatedWith(Annotation qualifier) {
    return new OutboxModule(outboxes, account, settings, Key.get(Outbox.class, qualifier));
  }

  @Override
  protected void configure() {
    var gateway = getProvider(outbox.ofType(InboxGateway.class));
    var key = outbox.ofType(JdbcOutboxStore.class);
    var store = getProvider(key);
    bind(key).toProvider(stores()).in(Singleton.class);
    bind(outbox)
        .toProvider(() -> settings.apply(Outbox.over(gateway.get(), store.get())).build())
        .in(Singleton.class);
    expose(key);
    expose(outbox);
  }

  private Provider<JdbcOutboxStore> stores() {
    if (outboxes != null) {
      var store = outboxes.account(account);
      return () -> store;
    }
    var database = getProvider(DataSource.class);
    return () -> JdbcOutbox.over(database.get()).account(account);
  }
}
