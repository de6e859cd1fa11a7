package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Does what the page about errors says, row by row. */
class ErrorTableTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");
  private static final String ASKED_FOR =
      "\"Conversation\":{\"Id\":\"eit000000000001\"},\"Assignment\":"
          + "{\"ItemId\":\"eit000000000001\",\"AssigneeId\":\"00A000000000002\"}";

  @TestFactory
  Stream<DynamicTest> an_answer_means() throws IOException {
    return rows("## Answers")
        .flatMap(
            row -> {
              int status = Integer.parseInt(row.get(0));
              var body = body(row.get(1));
              return Stream.of(
                  dynamicTest(
                      status + " " + row.get(1),
                      () -> answer(status, body, ErrorTableTest::read, row.get(2))),
                  dynamicTest(
                      "a write: " + status + " " + row.get(1),
                      () -> answer(status, body, ErrorTableTest::write, row.get(3))));
            });
  }

  @TestFactory
  Stream<DynamicTest> no_answer_means() throws IOException {
    return rows("## No answer")
        .flatMap(
            row ->
                Stream.of(
                    dynamicTest(
                        row.get(0), () -> fault(row.get(0), ErrorTableTest::read, row.get(1))),
                    dynamicTest(
                        "a write: " + row.get(0),
                        () -> fault(row.get(0), ErrorTableTest::write, row.get(2)))));
  }

  private static void read(InboxGateway gateway) {
    gateway.get(ID);
  }

  private static void write(InboxGateway gateway) {
    gateway.assign(ID, UserId.of("00A000000000002"), null);
  }

  private static void answer(
      int status, String body, Consumer<InboxGateway> call, String expected) {
    try (var server = new ScriptedServer();
        var gateway = server.answers(status, body).gateway()) {
      assertThat(outcome(gateway, call)).isEqualTo(expected);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  private static void fault(String what, Consumer<InboxGateway> call, String expected)
      throws IOException {
    try (var server = new ScriptedServer();
        var gateway = faulty(what, server)) {
      assertThat(outcome(gateway, call)).isEqualTo(expected);
      assertThat(server.requests()).isLessThanOrEqualTo(1);
    }
  }

  private static InboxGateway faulty(String what, ScriptedServer server) throws IOException {
    var good = new MockResponse.Builder().body("{\"Result\":true," + ASKED_FOR + "}");
    var settings = server.settings();
    switch (what) {
      case "the host is unknown" -> settings.baseUrl(URI.create("https://inbox.invalid/v2"));
      case "the connection is refused" -> settings.baseUrl(URI.create(refusing()));
      case "the TLS handshake fails" -> settings.baseUrl(server.unknownToAnyAuthority());
      case "the connection breaks when the request is read" ->
          server.answers(good.onResponseStart(new SocketEffect.CloseSocket()));
      case "the connection breaks within the body of a 2xx" ->
          server.answers(good.onResponseBody(new SocketEffect.CloseSocket()));
      case "the answer stalls" -> server.answers(good.onResponseStart(SocketEffect.Stall.INSTANCE));
      case "the answer drips past the deadline" ->
          server.answers(good.throttleBody(1, 50, TimeUnit.MILLISECONDS));
      case "what comes is not HTTP" -> server.answers(good.status("Guten Tag"));
      case "the answer is larger than the limit" -> {
        server.answers(good);
        settings.maxResponseBytes(20);
      }
      case "the answer is no gzip but says so" ->
          server.answers(good.addHeader("Content-Encoding", "gzip"));
      case "an interceptor of the embedder throws before sending" ->
          settings.client(
              new OkHttpClient.Builder()
                  .addInterceptor(
                      chain -> {
                        throw new IllegalStateException("no");
                      })
                  .build());
      case "an interceptor of the embedder throws after sending" -> {
        server.answers(good);
        settings.client(
            new OkHttpClient.Builder()
                .addInterceptor(
                    chain -> {
                      chain.proceed(chain.request()).close();
                      throw new IllegalStateException("no");
                    })
                .build());
      }
      default -> throw new AssertionError("There is no way to do this: " + what);
    }
    return ScriptedServer.single(settings, Duration.ofMillis(600));
  }

  private static String refusing() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  private static String outcome(InboxGateway gateway, Consumer<InboxGateway> call) {
    try {
      call.accept(gateway);
      return "value";
    } catch (InboxException e) {
      return e.kind().label();
    }
  }

  private static String body(String cell) {
    return cell.equals("none")
        ? ""
        : cell.substring(1, cell.lastIndexOf('`')).replace(", …", "," + ASKED_FOR);
  }

  /** The cells of the table under a heading. */
  private static Stream<List<String>> rows(String heading) throws IOException {
    var page = Files.readString(Path.of(System.getProperty("house.root"), "docs", "errors.md"));
    var section = page.substring(page.indexOf(heading) + heading.length());
    var table = section.substring(0, section.indexOf("\n## "));
    var rows =
        table
            .lines()
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
            .toList();
    assertThat(rows).as(heading).hasSizeGreaterThan(10);
    return rows.stream();
  }
}
