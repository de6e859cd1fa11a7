package io.inboxport.inmemory.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.BindingAnnotation;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InMemoryInboxModuleTest {
  @Retention(RetentionPolicy.RUNTIME)
  @BindingAnnotation
  @interface Support {}

  private static final Key<Inbox> SUPPORT = Key.get(Inbox.class, Support.class);
  private static final Key<Inbox> SALES = Key.get(Inbox.class, Names.named("sales"));

  @Test
  void an_inbox_is_bound_to_the_given_backend() {
    var backend = InMemoryInboxGateway.create();
    var injector = Guice.createInjector(Stage.PRODUCTION, new InMemoryInboxModule(backend));

    assertThat(injector.getInstance(InboxGateway.class)).isSameAs(backend);
    assertThat(injector.getInstance(AccountGateway.class)).isSameAs(backend.account());
    assertThat(injector.getInstance(Inbox.class)).isSameAs(injector.getInstance(Inbox.class));
  }

  @Test
  @SuppressWarnings("NullAway") // As a caller without a checker would.
  void a_null_backend_is_refused_at_once() {
    assertThatThrownBy(() -> new InMemoryInboxModule(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("backend");
  }

  @Test
  void without_a_backend_each_injector_has_its_own() {
    var module = new InMemoryInboxModule();
    var one = Guice.createInjector(module);
    var other = Guice.createInjector(module);

    assertThat(one.getInstance(InboxGateway.class))
        .isSameAs(one.getInstance(InboxGateway.class))
        .isNotSameAs(other.getInstance(InboxGateway.class));
  }

  @Test
  void several_accounts_live_in_one_injector() {
    var support = InMemoryInboxGateway.create();
    support.receive(InboundItem.directMessage());
    var injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            new InMemoryInboxModule(),
            new InMemoryInboxModule(support).annotatedWith(Support.class),
            new InMemoryInboxModule().annotatedWith(Names.named("sales")));

    assertThat(injector.getInstance(SUPPORT).list(ConversationQuery.all()).total()).hasValue(1);
    assertThat(injector.getInstance(SALES).list(ConversationQuery.all()).total()).hasValue(0);
    assertThat(injector.getInstance(Inbox.class).list(ConversationQuery.all()).total()).hasValue(0);
    assertThat(injector.getInstance(SUPPORT.ofType(InboxGateway.class))).isSameAs(support);
  }

  @Test
  void what_the_host_binds_does_not_collide() {
    var clock = Clock.system(ZoneOffset.UTC);
    var host =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Clock.class).toInstance(clock);
            bind(InMemoryInboxGateway.class).toProvider(InMemoryInboxGateway::create);
          }
        };

    var injector = Guice.createInjector(Stage.PRODUCTION, host, new InMemoryInboxModule());

    assertThat(injector.getInstance(Clock.class)).isSameAs(clock);
  }

  @Test
  void nothing_but_the_three_keys_is_exposed() {
    var injector = Guice.createInjector(new InMemoryInboxModule().annotatedWith(Support.class));

    assertThat(injector.getAllBindings().keySet())
        .filteredOn(key -> key.getTypeLiteral().getRawType().getName().startsWith("io.inboxport"))
        .containsExactlyInAnyOrder(
            SUPPORT, SUPPORT.ofType(InboxGateway.class), SUPPORT.ofType(AccountGateway.class));
  }
}
