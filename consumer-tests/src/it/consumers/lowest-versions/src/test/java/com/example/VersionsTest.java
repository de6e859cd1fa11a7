package com.example;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class VersionsTest {
  private static final ConversationId ID = ConversationId.of("eit1");

  @Test
  void the_versions_are_those_that_this_build_asks_for() throws Exception {
    var jackson = new JsonFactory().version().toString();
    var okHttp = Class.forName("okhttp3.OkHttp").getField("VERSION").get(null).toString();

    assertTrue(jackson.startsWith(System.getProperty("expected.jackson")), jackson);
    assertTrue(okHttp.startsWith(System.getProperty("expected.okhttp")), okHttp);
  }

  @Test
  void reads_and_writes_work_and_failures_have_the_words_of_the_port() throws Exception {
    var answers =
        new ArrayDeque<>(
            List.of(
                answer(
                    "200 OK",
                    "{\"Result\":true,\"Conversation\":{\"Id\":\"eit1\",\"Status\":\"open\"}}"),
                answer("200 OK", "{\"Result\":true}"),
                answer("400 Bad Request", "{\"Result\":false,\"Errors\":[\"No way\"]}"),
                answer("503 Service Unavailable", "<html>")));
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var gateway = gatewayTo("http://127.0.0.1:" + server.getLocalPort())) {
      serve(server, answers);
      var inbox = Inbox.over(gateway);

      assertEquals(Status.OPEN, inbox.get(ID).status());
      assertDoesNotThrow(() -> inbox.close(ID));
      var rejected = assertThrows(InboxException.Rejected.class, () -> inbox.close(ID));
      assertEquals("No way", rejected.serverMessage());
      assertThrows(InboxException.OutcomeUnknown.class, () -> inbox.close(ID));
      assertTrue(answers.isEmpty());
    }
  }

  private static HttpInboxGateway gatewayTo(String url) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001000000000001", "a key"))
        .baseUrl(URI.create(url))
        .build();
  }

  private static String answer(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static void serve(ServerSocket server, Queue<String> answers) {
    var thread =
        new Thread(
            () -> {
              while (!answers.isEmpty()) {
                try (var socket = server.accept()) {
                  serve(socket, answers);
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void serve(Socket socket, Queue<String> answers) throws IOException {
    var in = socket.getInputStream();
    while (read(in)) {
      var answer = answers.remove();
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Reads a request; false if the client has gone. */
  private static boolean read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append((char) next);
    }
    var length = head.toString().split("Content-Length: ", 2);
    if (length.length == 2) {
      in.readNBytes(Integer.parseInt(length[1].split("\r", 2)[0]));
    }
    return true;
  }
}
