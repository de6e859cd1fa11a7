package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HttpAloneTest {
  private static final int MOST_JARS = 18;
  private static final long MOST_BYTES = 6_000_000;

  @Test
  void reads_over_http() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      answerOnce(
          server, "{\"Result\":true,\"Conversation\":{\"Id\":\"eit1\",\"Status\":\"open\"}}");
      try (var gateway = gatewayTo("http://127.0.0.1:" + server.getLocalPort())) {
        var conversation = Inbox.over(gateway).get(ConversationId.of("eit1"));

        assertEquals(Status.OPEN, conversation.status());
      }
    }
  }

  @Test
  void fails_in_the_words_of_the_port() throws IOException {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    try (var gateway = gatewayTo("http://127.0.0.1:" + nobody)) {
      assertThrows(InboxException.Unavailable.class, gateway::me);
    }
  }

  @Test
  void has_no_guice() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("com.google.inject.AbstractModule"));
  }

  @Test
  void brings_few_jars_and_bytes() throws IOException {
    long bytes = 0;
    int jars = 0;
    try (var classPath = Files.newDirectoryStream(Path.of("target/class-path"), "*.jar")) {
      for (var jar : classPath) {
        jars++;
        bytes += Files.size(jar);
      }
    }
    assertTrue(0 < jars && jars <= MOST_JARS, "jars: " + jars);
    assertTrue(bytes <= MOST_BYTES, "bytes: " + bytes);
  }

  private static HttpInboxGateway gatewayTo(String url) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001000000000001", "a key"))
        .baseUrl(URI.create(url))
        .build();
  }

  /** The JDK's own server would do, but is no part of every runtime image. */
  private static void answerOnce(ServerSocket server, String json) {
    var answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json;
    new Thread(
            () -> {
              try (var socket = server.accept();
                  OutputStream out = socket.getOutputStream()) {
                var in = socket.getInputStream();
                for (int end = 0; end < 4; ) {
                  int read = in.read();
                  end = read == "\r\n\r\n".charAt(end) ? end + 1 : 0;
                }
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            })
        .start();
  }
}
