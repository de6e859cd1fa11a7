package io.inboxport.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that are slow, silent or too many, and the end of a door. */
@Timeout(60)
class SlowClientsTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final Duration A_MOMENT = Duration.ofMillis(50);

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var one : opened) {
      one.close();
    }
  }

  private HttpDoor door(DoorSettings settings, HttpHandler handler) throws IOException {
    var door = HttpDoor.open(settings, handler);
    opened.add(door);
    return door;
  }

  private HttpDoor door(DoorSettings settings) throws IOException {
    return door(settings, request -> HttpAnswer.of(200, "here"));
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

  /** Reads one answer, whose body is four letters. */
  private static String one(Socket socket) throws IOException {
    var text = new StringBuilder();
    while (!text.toString().endsWith("\r\n\r\nhere")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return text + "(hung up)";
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void a_request_that_does_not_come_whole_is_answered_408() throws IOException {
    var door = door(DoorSettings.onLoopback().requestTime(A_MOMENT));

    assertThat(all(sending(door, "GET / HTTP/1.1\r\nHost:"))).startsWith("HTTP/1.1 408 ");
    assertThat(all(sending(door, "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nfour")))
        .startsWith("HTTP/1.1 408 ")
        .contains("Connection: close");
  }

  @Test
  void a_connection_without_a_request_is_closed_in_silence() throws IOException {
    var door = door(DoorSettings.onLoopback().idleTime(A_MOMENT));

    assertThat(all(sending(door, ""))).isEmpty();
    assertThat(all(sending(door, GET))).startsWith("HTTP/1.1 200 ").endsWith("here");
  }

  @Test
  void a_client_that_does_not_take_its_answer_is_hung_up_on() throws IOException {
    var large = "x".repeat(64 << 20);
    var door =
        door(
            DoorSettings.onLoopback().requestTime(A_MOMENT).connections(1),
            request -> HttpAnswer.of(200, request.path().equals("/large") ? large : "here"));
    var slow = sending(door, "GET /large HTTP/1.1\r\n\r\n");

    // There is room for it once the slow one, which reads nothing, is gone.
    assertThat(one(sending(door, GET))).startsWith("HTTP/1.1 200 ");
    assertThatThrownBy(() -> assertThat(all(slow)).hasSizeGreaterThan(large.length()))
        .isInstanceOfAny(IOException.class, AssertionError.class);
  }

  @Test
  void if_there_is_no_room_the_connection_that_waits_longest_makes_some() throws IOException {
    var door = door(DoorSettings.onLoopback().connections(2));
    var first = sending(door, GET);
    assertThat(one(first)).startsWith("HTTP/1.1 200 ");
    var second = sending(door, GET);
    assertThat(one(second)).startsWith("HTTP/1.1 200 ");

    assertThat(one(sending(door, GET))).startsWith("HTTP/1.1 200 ");

    assertThat(all(first)).isEmpty();
    send(second, GET);
    assertThat(one(second)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void if_all_are_at_work_a_newcomer_waits_and_is_served() throws Exception {
    var go = new CountDownLatch(1);
    var atWork = new CountDownLatch(1);
    var door =
        door(
            DoorSettings.onLoopback().connections(1),
            request -> {
              if (request.path().equals("/slow")) {
                atWork.countDown();
                await(go);
              }
              return HttpAnswer.of(200, "here");
            });
    var slow = sending(door, "GET /slow HTTP/1.1\r\nConnection: close\r\n\r\n");
    atWork.await();
    var newcomer = sending(door, GET);

    go.countDown();

    assertThat(all(slow)).endsWith("here");
    assertThat(one(newcomer)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_door_that_finishes_answers_what_has_begun_and_nothing_more() throws Exception {
    var go = new CountDownLatch(1);
    var atWork = new CountDownLatch(1);
    var door =
        door(
            DoorSettings.onLoopback(),
            request -> {
              atWork.countDown();
              await(go);
              return HttpAnswer.of(200, "here");
            });
    var waiting = sending(door, "");
    var working = sending(door, GET);
    atWork.await();

    var end = new Thread(() -> door.finish(Duration.ofSeconds(30)));
    end.start();
    assertThat(all(waiting)).isEmpty(); // So it has begun to finish.
    go.countDown();

    assertThat(all(working)).contains("Connection: close").endsWith("here");
    end.join();
    assertThatThrownBy(() -> sending(door, GET)).isInstanceOf(IOException.class);
  }

  @Test
  void a_door_that_finishes_waits_no_longer_than_it_is_told_to() throws Exception {
    var atWork = new CountDownLatch(1);
    var door =
        door(
            DoorSettings.onLoopback(),
            request -> {
              atWork.countDown();
              return HttpAnswer.of(200, "here")
                  .delivered(new AnswerDelivery.Stall(Duration.ofHours(1)));
            });
    var stalled = sending(door, GET);
    atWork.await();

    door.finish(A_MOMENT);

    assertThat(all(stalled)).isEmpty();
  }

  @Test
  void settings_that_could_serve_no_client_are_refused() {
    var settings = DoorSettings.onLoopback();

    assertThatThrownBy(() -> settings.connections(0)).hasMessageContaining("1 connection or more");
    assertThatThrownBy(() -> settings.requestTime(Duration.ZERO)).hasMessageContaining("give 1 ms");
    assertThatThrownBy(() -> settings.idleTime(Duration.ofDays(2)))
        .hasMessageContaining("24 hours");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
