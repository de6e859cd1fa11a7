package io.inboxport.testkit.sandbox;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP of the door, with nothing but sockets. */
class HttpDoorTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String HOST = "Host: 127.0.0.1\r\n" + Wire.AUTH;

  private Sandbox sandbox;
  private Wire wire;

  @BeforeEach
  void open() throws IOException {
    sandbox = Sandbox.start();
    wire = new Wire(sandbox);
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
    sandbox.close();
  }

  @Test
  void one_connection_carries_many_requests_also_sent_at_once() throws IOException {
    var get = "GET /v2/me HTTP/1.1\r\n" + HOST + "\r\n";

    wire.write(get + get + get);

    for (int i = 0; i < 3; i++) {
      var answer = wire.read();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("connection", "keep-alive");
    }
  }

  @Test
  void a_kept_connection_does_not_stall() throws IOException {
    wire.send("GET", "/v2/me", "");
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 50; i++) {
      long start = System.nanoTime();
      wire.send("POST", "/v2/conversation/eit000000000001", "status=open");
      fastest = Math.min(fastest, System.nanoTime() - start);
    }

    // A delayed ACK would cost every one of them 40 ms.
    assertThat(NANOSECONDS.toMillis(fastest)).isLessThan(20);
  }

  @ParameterizedTest
  @CsvSource({"HTTP/1.1, Connection: close", "HTTP/1.0, X: y"})
  void a_connection_that_nobody_keeps_is_closed(String version, String header) throws IOException {
    wire.write("GET /v2/me " + version + "\r\n" + HOST + header + "\r\n\r\n");

    assertThat(wire.readAll()).startsWith("HTTP/1.1 200").contains("\r\nConnection: close\r\n");
  }

  @Test
  void a_body_may_come_in_chunks() throws IOException {
    wire.write(
        "POST /v2/conversation/eit000000000001/note HTTP/1.1\r\n"
            + HOST
            + FORM
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "5;ext=1\r\nnote=\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n");

    assertThat(wire.read().json().at("/Note/Content").asText()).isEqualTo("0123456789");
  }

  @Test
  void a_client_that_asks_before_it_sends_is_told_to_go_on() throws IOException {
    wire.write(
        "POST /v2/conversation/eit000000000001 HTTP/1.1\r\n"
            + HOST
            + FORM
            + "Content-Length: 11\r\nExpect: 100-continue\r\n\r\n");
    assertThat(wire.read().status()).isEqualTo(100);

    wire.write("status=open");

    assertThat(wire.read().status()).isEqualTo(200);
  }

  @Test
  void a_get_may_have_a_body_that_nobody_reads() throws IOException {
    assertThat(wire.send("GET", "/v2/me", "a=b").status()).isEqualTo(200);
    assertThat(wire.send("GET", "/v2/me", "").status()).isEqualTo(200);
  }

  @Test
  void a_head_is_answered_as_a_get_without_its_body() throws IOException {
    var get = wire.send("GET", "/v2/me", "");
    wire.write("HEAD /v2/me HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

    assertThat(wire.readAll())
        .startsWith("HTTP/1.1 200")
        .contains("\r\nContent-Length: " + get.headers().get("content-length") + "\r\n")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | nonsense",
        "400 | GET /v2/me",
        "505 | GET /v2/me HTTP/2",
        "400 | GET /v2/me HTTP/1.1~no colon",
        "400 | POST /v2/me HTTP/1.1~Content-Length: many",
        "400 | POST /v2/me HTTP/1.1~Content-Length: -1",
        "400 | POST /v2/me HTTP/1.1~Content-Length: 1~Transfer-Encoding: chunked",
        "501 | POST /v2/me HTTP/1.1~Transfer-Encoding: gzip",
        "413 | POST /v2/me HTTP/1.1~Content-Length: 8388609",
        "400 | POST /v2/me HTTP/1.1~Transfer-Encoding: chunked~~xyz",
      })
  void what_is_no_http_gets_a_clean_answer_and_a_closed_connection(int status, String request)
      throws IOException {
    wire.write(request.replace("~", "\r\n") + "\r\n\r\n");

    var answer = wire.read();
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/Result").asBoolean(true)).isFalse();
    assertThat(wire.readAll()).isEmpty();
  }

  @Test
  void a_head_that_does_not_end_is_cut_off() throws IOException {
    wire.write("GET /v2/me HTTP/1.1\r\nX: " + "x".repeat(300_000) + "\r\n\r\n");

    assertThat(wire.read().status()).isEqualTo(431);
  }

  @Test
  void a_hundred_clients_are_served_at_once() {
    var client = HttpClient.newHttpClient();
    var request =
        HttpRequest.newBuilder(sandbox.url().resolve("/v2/conversation/eit000000000001/note"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString("a:b".getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("note=One+of+many"))
            .build();

    var answers =
        IntStream.range(0, 100)
            .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(sandbox.received().total()).isEqualTo(100);
  }

  @Test
  void closing_hangs_up_on_everybody_and_leaves_no_thread() throws Exception {
    wire.send("GET", "/v2/me", "");
    var name = "http-door-" + sandbox.url().getPort();

    sandbox.close();

    assertThat(wire.readAll()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals(name))
        .allSatisfy(thread -> thread.join(1000))
        .noneMatch(Thread::isAlive);
  }
}
