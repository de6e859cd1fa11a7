package com.example.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.inmemory.InMemoryInboxGateway;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskTest {
  @Test
  void runs_on_the_module_path() {
    assertTrue(Desk.class.getModule().isNamed());
    assertEquals(
        List.of("io.inboxport", "io.inboxport.http", "io.inboxport.inmemory"),
        Stream.of(Inbox.class, HttpInboxGateway.class, InMemoryInboxGateway.class)
            .map(type -> type.getModule().getName())
            .toList());
  }

  @Test
  void works_in_memory() {
    assertEquals(1, Desk.inMemory().open().size());
  }

  @Test
  void reaches_out_over_http() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    var desk = Desk.at(URI.create("http://127.0.0.1:" + nobody));

    assertThrows(InboxException.Unavailable.class, desk::open);
  }
}
