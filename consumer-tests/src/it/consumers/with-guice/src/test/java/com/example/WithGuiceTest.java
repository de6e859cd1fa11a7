package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.http.guice.HttpInboxModule;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.guice.InMemoryInboxModule;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class WithGuiceTest {
  /** Code of the application; it does not know which backend it gets. */
  static final class Desk {
    private final Inbox inbox;

    @Inject
    Desk(Inbox inbox) {
      this.inbox = inbox;
    }

    long open() {
      return inbox.list(ConversationQuery.open()).total().orElseThrow();
    }
  }

  @Test
  void one_line_swaps_the_backend() throws Exception {
    assertEquals(0, deskOn(new InMemoryInboxModule()).open());
    assertThrows(
        InboxException.Unavailable.class, deskOn(new HttpInboxModule(settingsToNobody()))::open);
  }

  @Test
  void two_accounts_live_in_one_injector() {
    var busy = InMemoryInboxGateway.create();
    busy.receive(InboundItem.directMessage());
    var injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            new InMemoryInboxModule(busy).annotatedWith(Names.named("busy")),
            new InMemoryInboxModule().annotatedWith(Names.named("idle")));

    var ofBusy = injector.getInstance(Key.get(Inbox.class, Names.named("busy")));
    var ofIdle = injector.getInstance(Key.get(Inbox.class, Names.named("idle")));

    assertNotSame(ofBusy, ofIdle);
    assertEquals(1, ofBusy.list(ConversationQuery.open()).total().orElseThrow());
    assertEquals(0, ofIdle.list(ConversationQuery.open()).total().orElseThrow());
    assertNull(injector.getExistingBinding(Key.get(Inbox.class)));
  }

  @Test
  void what_the_host_binds_does_not_collide() throws Exception {
    Module host = binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC());

    Guice.createInjector(Stage.PRODUCTION, host, new InMemoryInboxModule());
    Guice.createInjector(Stage.PRODUCTION, host, new HttpInboxModule(settingsToNobody()));
  }

  private static Desk deskOn(Module backend) {
    return Guice.createInjector(Stage.PRODUCTION, backend).getInstance(Desk.class);
  }

  private static HttpInboxGateway.Builder settingsToNobody() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return HttpInboxGateway.builder()
          .credentials(Credentials.of("001000000000001", "a key"))
          .baseUrl(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
    }
  }
}
