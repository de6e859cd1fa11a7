package io.inboxport.jdbc.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.BindingAnnotation;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import io.inboxport.call.InboxWrite;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.guice.InMemoryInboxModule;
import io.inboxport.jdbc.JdbcOutbox;
import io.inboxport.jdbc.JdbcOutboxStore;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxModuleTest {
  @Retention(RetentionPolicy.RUNTIME)
  @BindingAnnotation
  @interface Support {}

  private static final OutboxKey KEY = OutboxKey.of("ticket-4711/1");
  private static final Key<Outbox> SUPPORT = Key.get(Outbox.class, Support.class);
  private static final Key<Outbox> SALES = Key.get(Outbox.class, Names.named("sales"));

  private final JdbcDataSource database = new JdbcDataSource();
  private Connection open;

  @BeforeEach
  void make_the_table() throws Exception {
    database.setURL("jdbc:h2:mem:guice");
    open = database.getConnection();
    JdbcOutbox.over(database).createTables();
  }

  @AfterEach
  void close() throws Exception {
    open.close();
  }

  private Module host() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        bind(DataSource.class).toInstance(database);
      }
    };
  }

  private static InboxWrite note(InMemoryInboxGateway backend) {
    return new InboxWrite.AddNote(backend.receive(InboundItem.directMessage()), "Called back.");
  }

  @Test
  void an_outbox_is_bound_over_the_gateway_and_the_database_of_the_host() throws Exception {
    var backend = InMemoryInboxGateway.create();
    var injector =
        Guice.createInjector(
            Stage.PRODUCTION, host(), new InMemoryInboxModule(backend), new OutboxModule("acme"));
    var write = note(backend);
    var outbox = injector.getInstance(Outbox.class);

    try (var connection = database.getConnection()) {
      assertThat(injector.getInstance(JdbcOutboxStore.class).plan(connection, KEY, write)).isTrue();
    }

    assertThat(outbox.drain(5).total()).isEqualTo(1);
    assertThat(backend.notes(write.conversation())).hasSize(1);
    assertThat(JdbcOutbox.over(database).account("acme").find(KEY)).isPresent();
    assertThat(injector.getInstance(Outbox.class)).isSameAs(outbox);
  }

  @Test
  void several_accounts_share_an_injector_and_a_table() {
    var support = InMemoryInboxGateway.create();
    var sales = InMemoryInboxGateway.create();
    var outboxes = JdbcOutbox.over(database);
    var injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            host(),
            new InMemoryInboxModule(support).annotatedWith(Support.class),
            new InMemoryInboxModule(sales).annotatedWith(Names.named("sales")),
            new OutboxModule("support").annotatedWith(Support.class),
            new OutboxModule(outboxes, "sales").annotatedWith(Names.named("sales")));
    var write = note(support);

    assertThat(injector.getInstance(SUPPORT).once(KEY, write).outcome())
        .isEqualTo(OutboxResult.Outcome.SENT);

    assertThat(support.notes(write.conversation())).hasSize(1);
    assertThat(outboxes.account("support").find(KEY)).isPresent();
    assertThat(injector.getInstance(SALES).find(KEY)).isEmpty();
    assertThat(injector.getInstance(SALES).once(KEY, note(sales)).outcome())
        .isEqualTo(OutboxResult.Outcome.SENT);
  }

  @Test
  void the_table_may_have_another_name() throws Exception {
    var outboxes = JdbcOutbox.over(database).table("writes");
    outboxes.createTables();
    var backend = InMemoryInboxGateway.create();
    var injector =
        Guice.createInjector(new InMemoryInboxModule(backend), new OutboxModule(outboxes, "acme"));

    injector.getInstance(Outbox.class).once(KEY, note(backend));

    assertThat(outboxes.account("acme").find(KEY)).isPresent();
    assertThat(JdbcOutbox.over(database).account("acme").find(KEY)).isEmpty();
  }

  @Test
  void the_settings_of_the_module_are_those_of_the_outbox() {
    var module =
        new OutboxModule(JdbcOutbox.over(database), "acme")
            .with(outbox -> outbox.lease(Duration.ZERO));
    Injector injector = Guice.createInjector(new InMemoryInboxModule(), module);

    assertThatThrownBy(() -> injector.getInstance(Outbox.class))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lease is PT0S");
  }

  @Test
  void the_name_of_an_account_is_checked() {
    assertThatThrownBy(() -> new OutboxModule(JdbcOutbox.over(database), "two words"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 100 letters");
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    Stage.PRODUCTION,
                    host(),
                    new InMemoryInboxModule(),
                    new OutboxModule("two words")))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("1 to 100 letters");
  }

  @Test
  void an_injector_without_a_gateway_under_the_qualifier_is_refused_at_once() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    host(),
                    new InMemoryInboxModule(),
                    new OutboxModule("support").annotatedWith(Support.class)))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("InboxGateway");
  }

  @Test
  void nothing_but_the_two_keys_is_exposed() {
    var injector =
        Guice.createInjector(
            host(),
            new InMemoryInboxModule().annotatedWith(Support.class),
            new OutboxModule("support").annotatedWith(Support.class));

    assertThat(injector.getAllBindings().keySet())
        .filteredOn(
            key ->
                key.getTypeLiteral().getRawType().getName().matches("io.inboxport.(jdbc|outbox).*"))
        .containsExactlyInAnyOrder(SUPPORT, SUPPORT.ofType(JdbcOutboxStore.class));
  }
}
