package io.inboxport.http.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.inject.AbstractModule;
import com.google.inject.BindingAnnotation;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import io.inboxport.Inbox;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class HttpInboxModuleTest {
  @Retention(RetentionPolicy.RUNTIME)
  @BindingAnnotation
  @interface Third {}

  private static HttpInboxGateway.Builder account(String id) {
    return HttpInboxGateway.builder().credentials(Credentials.of(id, "key"));
  }

  private static HttpInboxModule module(String account) {
    return new HttpInboxModule(account(account));
  }

  private static InboxGateway gateway(Injector injector, String name) {
    return injector.getInstance(Key.get(InboxGateway.class, Names.named(name)));
  }

  @Test
  void it_binds_the_inbox_and_its_gateway() {
    var injector = Guice.createInjector(Stage.PRODUCTION, module("0011"));

    try (var gateway = injector.getInstance(InboxGateway.class)) {
      assertThat(gateway)
          .isInstanceOf(HttpInboxGateway.class)
          .isSameAs(injector.getInstance(InboxGateway.class));
      assertThat(injector.getInstance(Inbox.class)).isSameAs(injector.getInstance(Inbox.class));
      assertThat(injector.getInstance(AccountGateway.class))
          .isSameAs(((HttpInboxGateway) gateway).account());
    }
  }

  @Test
  void it_binds_nothing_else() {
    var injector = Guice.createInjector(module("0011"));
    var empty = Guice.createInjector();

    assertThat(injector.getBindings().keySet())
        .containsAll(empty.getBindings().keySet())
        .filteredOn(key -> !empty.getBindings().containsKey(key))
        .containsExactlyInAnyOrder(
            Key.get(Inbox.class), Key.get(InboxGateway.class), Key.get(AccountGateway.class));
    injector.getInstance(InboxGateway.class).close();
  }

  @Test
  void accounts_live_side_by_side_under_a_qualifier_each() {
    var injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            module("0011"),
            module("0012").annotatedWith(Names.named("second")),
            module("0013").annotatedWith(Third.class));

    try (var first = injector.getInstance(InboxGateway.class);
        var second = gateway(injector, "second");
        var third = injector.getInstance(Key.get(InboxGateway.class, Third.class))) {
      assertThat(java.util.Set.of(first, second, third)).hasSize(3);
    }
  }

  @Test
  void what_the_host_binds_for_itself_does_not_collide() {
    var host =
        new AbstractModule() {
          @Provides
          OkHttpClient client() {
            return new OkHttpClient();
          }

          @Provides
          Clock clock() {
            return Clock.systemUTC();
          }

          @Provides
          Credentials credentials() {
            return Credentials.of("0099", "key");
          }
        };

    var injector = Guice.createInjector(host, module("0011"));

    assertThat(injector.getInstance(Credentials.class).account().value()).isEqualTo("0099");
    injector.getInstance(InboxGateway.class).close();
  }

  @Test
  void unsound_settings_fail_where_the_module_is_made() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpInboxModule(HttpInboxGateway.builder()));
  }
}
