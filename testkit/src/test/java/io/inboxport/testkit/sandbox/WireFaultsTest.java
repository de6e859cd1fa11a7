package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.testkit.sandbox.WireFault.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFaultsTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");
  private static final String ITEM = "/v2/conversation/" + ID;

  private static final String NOTE =
      "POST "
          + ITEM
          + "/note HTTP/1.1\r\nHost: 127.0.0.1\r\n"
          + Wire.AUTH
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n\r\nnote=x";

  private Sandbox sandbox;
  private int notesBefore;

  @BeforeEach
  void open() {
    sandbox = Sandbox.start();
    notesBefore = notes();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private int notes() {
    return sandbox.twin().notes(ID).size();
  }

  private Wire.Answer note() throws IOException {
    return Wire.call(sandbox, "POST", ITEM + "/note", "note=Calling+back");
  }

  private void assertExecuted(int times) {
    assertThat(notes() - notesBefore).isEqualTo(times);
    assertThat(sandbox.received().executed(Operation.ADD_NOTE)).isEqualTo(times);
    assertThat(sandbox.faults().firedCount()).isEqualTo(1);
    assertThat(sandbox.faults().pending()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 403, 408, 429, 500, 502, 503})
  void a_status_comes_with_body_and_retry_after_and_nothing_is_executed(int status)
      throws IOException {
    sandbox
        .faults()
        .inject(Operation.ADD_NOTE, WireFault.status(status).saying("{}").retryAfter("7"));

    var answer = note();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers()).containsEntry("retry-after", "7");
    assertExecuted(0);
    assertThat(note().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 300, 399, 404, 599})
  void only_a_redirect_says_to_go_elsewhere(int status) throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.status(status));

    var headers = note().headers();
    if (status / 100 == 3) {
      assertThat(headers).containsEntry("location", "/elsewhere");
    } else {
      assertThat(headers).doesNotContainKey("location");
    }
  }

  @Test
  void a_stall_may_last_a_day_and_no_longer() {
    assertThat(WireFault.stall(Duration.ofDays(1)).kind()).isEqualTo(Kind.STALL);
    for (var wrong : List.of(Duration.ofDays(1).plusNanos(1), Duration.ofNanos(-1))) {
      assertThatThrownBy(() -> WireFault.stall(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("24 hours");
    }
  }

  @Test
  void what_is_forgotten_is_neither_pending_nor_fired() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.status(500), 2);
    note();
    assertThat(sandbox.faults().fired()).hasSize(1);

    sandbox.faults().clear();

    assertThat(sandbox.faults().fired()).isEmpty();
    assertThat(sandbox.faults().firedCount()).isZero();
    assertThat(note().status()).isEqualTo(200);
  }

  @Test
  void a_status_may_come_after_executing() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.status(504).executing(true));

    assertThat(note().message()).isEqualTo("Status 504.");
    assertExecuted(1);
  }

  @Test
  void a_failure_may_hide_behind_200() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.resultFalse("Not today"));

    var answer = note();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/Result").asBoolean(true)).isFalse();
    assertThat(answer.message()).isEqualTo("Not today");
    assertExecuted(0);
  }

  @Test
  void a_proxy_may_answer_in_html() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.HTML));

    var answer = note();

    assertThat(answer.headers()).containsEntry("content-type", "text/html; charset=utf-8");
    assertThat(answer.body()).startsWith("<html>");
    assertExecuted(0);
  }

  @Test
  void an_answer_may_have_no_body() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.EMPTY_BODY));

    assertThat(note().body()).isEmpty();
    assertExecuted(1);
  }

  @Test
  void an_answer_may_be_half_of_its_json() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.TRUNCATED_JSON));

    assertThat(note().body()).startsWith("{\"Result\":true,\"Note\"").doesNotEndWith("}");
    assertExecuted(1);
  }

  @Test
  void the_door_may_hang_up_in_good_order() {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.EMPTY_REPLY));

    assertThatThrownBy(this::note).isInstanceOf(EOFException.class).hasMessage("hung up");
    assertExecuted(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET", "RESET_AFTER_EXECUTING"})
  void a_connection_may_be_reset_before_or_after_executing(Kind kind) {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(kind));

    assertThatThrownBy(this::note)
        .isInstanceOf(SocketException.class)
        .hasMessage("Connection reset");
    assertExecuted(kind == Kind.RESET ? 0 : 1);
    assertThat(sandbox.received().requests().get(0).status()).isZero();
  }

  @Test
  void a_connection_may_be_reset_in_the_middle_of_an_answer() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.RESET_MID_ANSWER));

    try (var wire = new Wire(sandbox)) {
      assertThatThrownBy(() -> wire.send("POST", ITEM + "/note", "note=x"))
          .isInstanceOf(SocketException.class);
    }
    assertExecuted(1);
  }

  @Test
  void a_stalled_answer_waits_for_the_client_to_leave() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.STALL).executing(false));

    try (var wire = new Wire(sandbox)) {
      wire.timeout(100);
      assertThatThrownBy(() -> wire.send("POST", ITEM + "/note", "note=x"))
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertExecuted(0);
  }

  @Test
  void a_stall_that_ends_ends_in_the_answer() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.stall(Duration.ofMillis(50)));

    try (var wire = new Wire(sandbox)) {
      long start = System.nanoTime();
      assertThat(wire.send("POST", ITEM + "/note", "note=x").status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(40));
      assertThat(wire.send("GET", "/v2/me", "").status()).isEqualTo(200);
    }
    assertExecuted(1);
  }

  @Test
  void a_stall_of_no_time_is_none() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.stall(Duration.ZERO));
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.stall(Duration.ofNanos(999_999)));

    assertThat(Wire.call(sandbox, "POST", ITEM + "/note", "note=x").status()).isEqualTo(200);
    assertThat(Wire.call(sandbox, "POST", ITEM + "/note", "note=x").status()).isEqualTo(200);
    assertThat(sandbox.received().executed(Operation.ADD_NOTE)).isEqualTo(2);
  }

  @Test
  void an_answer_may_come_a_byte_at_a_time() throws IOException {
    sandbox.faults().inject(Operation.SET_STATUS, WireFault.slowDrip(Duration.ofMillis(1)));

    long start = System.nanoTime();
    assertThat(Wire.call(sandbox, "POST", ITEM, "status=open").status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
  }

  @Test
  void one_item_of_a_page_may_be_broken() throws IOException {
    sandbox.faults().inject(Operation.LIST, WireFault.of(Kind.BROKEN_ITEM));
    sandbox.faults().inject(Operation.TIMELINE, WireFault.of(Kind.BROKEN_ITEM));

    var items = Wire.get(sandbox, "/v2/conversation").json().at("/Conversations/Items");
    var entries = Wire.get(sandbox, ITEM + "/timeline").json().at("/Timeline");

    assertThat(items.at("/0/Id").isObject()).isTrue();
    assertThat(items.at("/1/Id").isTextual()).isTrue();
    assertThat(entries.at("/0/Content").isObject()).isTrue();
  }

  @Test
  void every_value_may_have_a_wrong_type() throws IOException {
    sandbox.faults().inject(Operation.LIST, WireFault.of(Kind.WRONG_TYPES));

    var answer = Wire.get(sandbox, "/v2/conversation").json();

    assertThat(answer.at("/Result").isBoolean()).isTrue();
    assertThat(answer.at("/Conversations/Total").isObject()).isTrue();
    assertThat(answer.at("/Conversations/Items/3/Status").isObject()).isTrue();
  }

  @Test
  void an_answer_may_come_twice_on_a_kept_connection() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.SURPLUS_ANSWER));

    try (var wire = new Wire(sandbox)) {
      var answer = wire.send("POST", ITEM + "/note", "note=x");
      var next = wire.send("GET", "/v2/me", "");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("connection", "keep-alive");
      assertThat(next).isEqualTo(answer);
      assertThat(wire.read()).isNotEqualTo(answer);
    }
    assertExecuted(1);
  }

  @Test
  void a_surplus_is_there_in_one_piece_with_the_answer() throws IOException {
    sandbox
        .faults()
        .inject(Operation.ADD_NOTE, WireFault.of(Kind.SURPLUS_BYTES).saying("überzählig"));

    try (var wire = new Wire(sandbox)) {
      wire.write(NOTE);

      assertThat(wire.piece()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("}überzählig");
      assertThat(wire.send("GET", "/v2/me", "").status()).isEqualTo(200);
    }
    assertExecuted(1);
  }

  @Test
  void an_idle_connection_may_get_a_408_and_be_closed() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.STALE_408));

    try (var wire = new Wire(sandbox)) {
      assertThat(wire.send("POST", ITEM + "/note", "note=x").headers())
          .containsEntry("connection", "keep-alive");
      assertThat(wire.readAll())
          .isEqualTo(
              "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
    assertExecuted(1);
  }

  @Test
  void a_408_may_say_close_and_the_connection_stay_open() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.STALE_408_KEPT_OPEN));

    try (var wire = new Wire(sandbox)) {
      assertThat(wire.send("POST", ITEM + "/note", "note=x").status()).isEqualTo(200);
      var stale = wire.read();

      assertThat(stale.status()).isEqualTo(408);
      assertThat(stale.headers()).containsEntry("connection", "close");
      assertThat(wire.send("GET", "/v2/me", "").status()).isEqualTo(200);
    }
    assertExecuted(1);
  }

  @Test
  void an_answer_may_have_two_lengths() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.CONTRADICTING_LENGTHS));

    try (var wire = new Wire(sandbox)) {
      wire.write(NOTE);

      var answer = wire.piece().split("\r\n\r\n", 2);
      int length = answer[1].length();
      assertThat(answer[0])
          .contains("\r\nContent-Length: " + length / 2 + "\r\nContent-Length: " + length + "\r\n");
      assertThat(answer[1]).startsWith("{\"Result\":true,").endsWith("}");
      assertThat(wire.send("GET", "/v2/me", "").status()).isEqualTo(200);
    }
    assertExecuted(1);
  }

  @Test
  void an_answer_in_chunks_may_have_a_length_as_well() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.of(Kind.CHUNKED_WITH_LENGTH));

    try (var wire = new Wire(sandbox)) {
      var answer = wire.send("POST", ITEM + "/note", "note=%C3%BC");
      var chunk = answer.body().split("\r\n", -1);

      assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
      assertThat(chunk[1].getBytes(UTF_8)).hasSize(Integer.parseInt(chunk[0], 16));
      assertThat(chunk[1]).contains("\"ü\"");
      assertThat(chunk).hasSize(5).endsWith("0", "", "");
      assertThat(wire.send("GET", "/v2/me", "").status()).isEqualTo(200);
    }
    assertExecuted(1);
  }

  @Test
  void faults_of_the_connection_are_set_over_the_admin_path() throws IOException {
    Wire.call(
        sandbox, "POST", "/-/faults", "{\"operation\":\"add-note\",\"fault\":\"surplus-answer\"}");

    try (var wire = new Wire(sandbox)) {
      assertThat(wire.send("POST", ITEM + "/note", "note=x")).isEqualTo(wire.read());
    }
    assertExecuted(1);
  }

  @Test
  void faults_are_met_in_order_and_accounted_for() throws IOException {
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.status(502), 2);
    sandbox.faults().inject(Operation.ADD_NOTE, WireFault.status(503));
    sandbox.faults().inject(Operation.REPLY, WireFault.status(500));

    assertThat(note().status()).isEqualTo(502);
    assertThat(note().status()).isEqualTo(502);
    assertThat(note().status()).isEqualTo(503);
    assertThat(note().status()).isEqualTo(200);

    assertThat(sandbox.faults().pending()).isEqualTo(1);
    assertThat(sandbox.faults().fired())
        .extracting(fired -> fired.operation() + " " + fired.fault())
        .containsExactly(
            "ADD_NOTE WireFault[STATUS 502]",
            "ADD_NOTE WireFault[STATUS 502]",
            "ADD_NOTE WireFault[STATUS 503]");
    sandbox.faults().clear();
    assertThat(sandbox.faults().pending() + sandbox.faults().firedCount()).isZero();
  }

  @Test
  void a_fault_that_nothing_can_meet_is_refused() {
    assertThatThrownBy(() -> sandbox.faults().inject(Operation.GET, WireFault.of(Kind.BROKEN_ITEM)))
        .hasMessageContaining("LIST or TIMELINE");
    assertThatThrownBy(() -> sandbox.faults().inject(Operation.GET, WireFault.status(500), 0))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> WireFault.status(100)).hasMessageContaining("100");
    assertThatThrownBy(() -> WireFault.stall(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WireFault.slowDrip(ChronoUnit.FOREVER.getDuration()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("24 hours");
  }
}
