package io.inboxport.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door with a handler that knows no API. */
class HttpHandlerTest {
  private static final String GET = "GET /shop?of=Ann HTTP/1.1\r\nHost: x\r\nX-Y: z\r\n\r\n";
  private static final String OVER = GET.replace("X-Y: z", "Connection: close");

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var one : opened) {
      one.close();
    }
  }

  private HttpDoor door(HttpHandler handler) throws IOException {
    var door = HttpDoor.open(0, null, handler);
    opened.add(door);
    return door;
  }

  private Socket sending(HttpDoor door, String text) throws IOException {
    var socket = new Socket(door.url().getHost(), door.url().getPort());
    opened.add(socket);
    socket.setSoTimeout(30_000);
    send(socket, text);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static String all(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
  }

  @Test
  void a_handler_sees_the_request_and_its_answer_is_sent_as_it_is() throws IOException {
    var seen = new ArrayList<HttpRequest>();
    var door =
        door(
            request -> {
              seen.add(request);
              return HttpAnswer.of(200, "Grüße").with("B", "1").with("A", "2");
            });

    assertThat(all(sending(door, OVER)))
        .isEqualTo(
            "HTTP/1.1 200 OK\r\nB: 1\r\nA: 2\r\nContent-Length: 7\r\nConnection: close\r\n\r\nGrüße");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).path()).isEqualTo("/shop");
    assertThat(seen.get(0).query()).isEqualTo("of=Ann");
    assertThat(seen.get(0).header("HOST")).isEqualTo("x");
    assertThat(seen.get(0).header("nothing")).isNull();
  }

  @Test
  void a_failure_of_the_handler_is_told_in_plain_words() throws IOException {
    var door =
        door(
            request -> {
              throw new IllegalStateException("a secret");
            });

    assertThat(all(sending(door, OVER)))
        .startsWith("HTTP/1.1 500 Internal Server Error\r\n")
        .endsWith("\r\n\r\nThe server failed: IllegalStateException");
  }

  @Test
  void the_handler_words_what_the_server_refuses_itself() throws IOException {
    var door =
        door(
            new HttpHandler() {
              @Override
              public HttpAnswer answer(HttpRequest request) {
                return HttpAnswer.of(200, "");
              }

              @Override
              public HttpAnswer refusal(int status, String words) {
                return HttpAnswer.of(status, "<" + words + ">");
              }
            });

    assertThat(all(sending(door, "GET / HTTP/9\r\n\r\n")))
        .startsWith("HTTP/1.1 505 ")
        .endsWith("\r\n\r\n<This server speaks HTTP/1.1.>");
  }

  @Test
  void a_request_that_the_handler_does_not_read_is_reset() throws IOException {
    var door =
        door(
            new HttpHandler() {
              @Override
              public HttpAnswer answer(HttpRequest request) {
                throw new AssertionError(request);
              }

              @Override
              public boolean reads() {
                return false;
              }
            });
    var client = sending(door, "G");

    assertThatThrownBy(() -> all(client)).isInstanceOf(SocketException.class);
  }

  @Test
  void a_head_comes_at_once_although_its_body_drips() throws IOException {
    var drip = new AnswerDelivery.DripBody(Duration.ofHours(1));
    var door = door(request -> HttpAnswer.of(200, "abc").delivered(drip));
    var client = sending(door, GET);
    var head = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: keep-alive\r\n\r\n";

    assertThat(read(client, head.length() + 1)).isEqualTo(head + "a");
    door.close();
    assertThat(all(client)).isEmpty();
  }

  @Test
  void a_repeated_answer_follows_every_request_in_whatever_pieces_it_comes() throws IOException {
    var door = HttpDoor.repeating(HttpAnswer.of(200, "abc"));
    opened.add(door);
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: keep-alive\r\n\r\nabc";
    var client = sending(door, GET + "GET / HTTP/1.1\r");

    assertThat(read(client, answer.length())).isEqualTo(answer);
    send(client, "\n\r\n" + GET);
    assertThat(read(client, 2 * answer.length())).isEqualTo(answer + answer);
    client.shutdownOutput();
    assertThat(all(client)).isEmpty();
  }

  @Test
  void a_door_that_hangs_up_stays_open() throws IOException {
    var door = door(request -> HttpAnswer.of(200, "abc"));
    var client = sending(door, GET);
    assertThat(read(client, 12)).isEqualTo("HTTP/1.1 200");

    door.hangUp();

    assertThat(all(client)).endsWith("\r\n\r\nabc");
    assertThat(all(sending(door, OVER))).startsWith("HTTP/1.1 200");
  }
}
