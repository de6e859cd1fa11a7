package com.example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class TooOldTest {
  @Test
  void a_gateway_over_a_library_that_is_too_old_is_never_built() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings =
          HttpInboxGateway.builder()
              .credentials(Credentials.of("001000000000001", "a key"))
              .baseUrl(URI.create("http://127.0.0.1:" + server.getLocalPort()));

      for (int i = 0; i < 2; i++) {
        var failure = assertThrows(IllegalStateException.class, settings::build);

        var message = failure.getMessage();
        assertTrue(message.contains("Use jackson-core 2.15 and OkHttp 4.12 or newer."), message);
      }
    }
  }
}
