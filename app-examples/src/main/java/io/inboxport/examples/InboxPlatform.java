package io.inboxport.examples;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.http.Region;
import io.inboxport.http.guice.HttpInboxModule;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.guice.InMemoryInboxModule;
import io.inboxport.port.InboxGateway;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A platform that works the inboxes of several customers in one injector, each under the name of
 * its tenant. Which backend a tenant is on is its module's business alone.
 *
 * <p>Close it when the platform goes down: the injector made the gateways, so it closes them.
 */
public final class InboxPlatform implements AutoCloseable {
  private final Injector injector;
  private final List<String> tenants;

  private InboxPlatform(Map<String, Module> modules) {
    this.injector = Guice.createInjector(Stage.PRODUCTION, modules.values());
    this.tenants = List.copyOf(modules.keySet());
  }

  /** A platform of these tenants, each with the module that binds its inbox. */
  public static InboxPlatform of(Map<String, Module> modules) {
    return new InboxPlatform(new LinkedHashMap<>(modules));
  }

  /** A tenant on the real thing. */
  public static Module onTheApi(String tenant, Region region, Credentials credentials) {
    var settings = HttpInboxGateway.builder().region(region).credentials(credentials);
    return new HttpInboxModule(settings).annotatedWith(Names.named(tenant));
  }

  /** A tenant in memory: for a test, or for a trial account. */
  public static Module inMemory(String tenant, InMemoryInboxGateway backend) {
    return new InMemoryInboxModule(backend).annotatedWith(Names.named(tenant));
  }

  /** The inbox of this tenant. */
  public Inbox inboxOf(String tenant) {
    return injector.getInstance(Key.get(Inbox.class, Names.named(tenant)));
  }

  /** Returns how many items wait in each tenant's inbox; empty if the server does not say. */
  public Map<String, OptionalLong> waiting() {
    var waiting = new LinkedHashMap<String, OptionalLong>();
    for (var tenant : tenants) {
      waiting.put(tenant, inboxOf(tenant).list(ConversationQuery.open().atMost(1)).total());
    }
    return waiting;
  }

  @Override
  public void close() {
    for (var tenant : tenants) {
      injector.getInstance(Key.get(InboxGateway.class, Names.named(tenant))).close();
    }
  }
}
