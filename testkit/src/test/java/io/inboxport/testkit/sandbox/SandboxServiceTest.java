package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.fixtures.DemoInbox;
import io.inboxport.testkit.http.DoorSettings;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox as a service: its address, health, log, seed and end. */
class SandboxServiceTest {
  private static Sandbox.Builder still() {
    return Sandbox.builder().clock(SettableClock.at(DemoInbox.NOW));
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::"})
  void a_host_that_others_reach_has_to_be_allowed(String host) {
    assertThatThrownBy(() -> Sandbox.builder().host(host).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Other machines reach")
        .hasMessageContaining("without a key")
        .hasMessageContaining("--allow-remote");
  }

  @Test
  void a_host_that_is_allowed_serves_other_addresses() throws IOException {
    try (var sandbox = Sandbox.builder().host("0.0.0.0").allowRemote().start()) {
      assertThat(sandbox.url()).hasHost("127.0.0.1");
      assertThat(Wire.get(sandbox, "/v2/me").status()).isEqualTo(200);
      for (var address : addresses()) {
        try (var wire = new Wire(address, sandbox.url().getPort())) {
          assertThat(wire.send("GET", "/v2/me", "").status()).as(address + "").isEqualTo(200);
        }
      }
    }
  }

  /** The addresses of this machine, of the kind that the sandbox listens on. */
  private static List<InetAddress> addresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .toList();
  }

  @Test
  void localhost_needs_no_permission() throws IOException {
    try (var sandbox = Sandbox.builder().host("localhost").start()) {
      assertThat(Wire.get(sandbox, "/v2/me").status()).isEqualTo(200);
    }
  }

  @Test
  void a_host_that_is_not_known_is_named() {
    assertThatThrownBy(() -> Sandbox.builder().host("no.such.host.invalid").start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"no.such.host.invalid\" is not known");
  }

  @Test
  void its_health_is_told_without_a_key() throws IOException {
    try (var sandbox = Sandbox.builder().credentials("a", "b").start();
        var wire = new Wire(sandbox)) {
      wire.write("GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n");

      var answer = wire.read();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
      assertThat(sandbox.received().total()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-03-14T09:00:00Z | Fri, 14 Mar 2025 09:00:00 GMT",
        "1999-12-05T23:59:59Z | Sun, 05 Dec 1999 23:59:59 GMT"
      })
  void every_answer_has_the_date_of_the_sandbox(Instant time, String date) throws IOException {
    try (var sandbox = Sandbox.builder().clock(SettableClock.at(time)).start()) {
      assertThat(Wire.get(sandbox, "/v2/me").headers()).containsEntry("date", date);
      assertThat(Wire.get(sandbox, "/-/clock").headers()).containsEntry("date", date);
      assertThat(Wire.get(sandbox, "/nowhere").headers()).containsEntry("date", date);
    }
  }

  @Test
  void the_log_has_a_line_for_each_request_and_no_word_that_anyone_wrote() throws IOException {
    var lines = Collections.synchronizedList(new ArrayList<String>());
    try (var sandbox = still().log(lines::add).start();
        var wire = new Wire(sandbox)) {
      wire.send("POST", "/v2/conversation/eit000000000001/note", "note=Secret words");
      wire.send("GET", "/v2/conversation?q=secret", "");
      wire.send("POST", "/v2/conversation/eit000000000001/assign", "");
      wire.send("POST", "/-/items", "{\"text\":\"secret\"}");
      wire.send("GET", "/no\u001bwhere", "");
      sandbox.faults().inject(Operation.ME, WireFault.of(WireFault.Kind.RESET));
      wire.write("GET /v2/me HTTP/1.1\r\n" + Wire.AUTH + "\r\n");
      assertThatThrownBy(wire::read).isInstanceOf(IOException.class);
    }
    assertThat(lines)
        .map(line -> line.replaceAll("[0-9]+ms", "9ms"))
        .containsExactly(
            "2025-03-14T09:00:00Z POST /v2/conversation/eit000000000001/note 200 9ms add-note"
                + " executed",
            "2025-03-14T09:00:00Z GET /v2/conversation 200 9ms list executed",
            "2025-03-14T09:00:00Z POST /v2/conversation/eit000000000001/assign 400 9ms assign",
            "2025-03-14T09:00:00Z POST /-/items 200 9ms",
            "2025-03-14T09:00:00Z GET /no?where 404 9ms",
            "2025-03-14T09:00:00Z GET /v2/me hung-up 9ms me");
  }

  @Test
  void the_log_tells_what_was_no_request() throws IOException {
    var lines = Collections.synchronizedList(new ArrayList<String>());
    try (var sandbox = still().log(lines::add).start();
        var wire = new Wire(sandbox)) {
      wire.write("secret nonsense\r\n\r\n");
      wire.readAll();
    }
    assertThat(lines).containsExactly("2025-03-14T09:00:00Z - - 400");
  }

  @Test
  void a_seed_adds_what_the_admin_paths_take_in_its_order() throws IOException {
    var seed =
        """
        {"users":[{"id":"00A000000000009","name":"Kim","email":"kim@shop.example"}],
         "items":[{"id":"eit1","network":"LinkedIn","text":"Hello","assignee":"00A000000000009"},
                  {"id":"eit2"}],
         "activity":{"item":"eit1","text":"Anyone there?"},
         "dialect":{"errors":"param"},
         "limits":{"perDay":7}}
        """;
    try (var sandbox = still().empty().seed(seed).start()) {
      assertThat(sandbox.twin().list(ConversationQuery.all()).total()).hasValue(2);
      assertThat(sandbox.limits().perDay()).isEqualTo(7);
      sandbox.twin().deleteConversation(ConversationId.of("eit2"));
      sandbox.speak(Dialect.documented());

      sandbox.reset();

      assertThat(sandbox.twin().list(ConversationQuery.all()).total()).hasValue(2);
      assertThat(sandbox.dialect().errors()).isEqualTo(Dialect.ErrorShape.PARAM);
      assertThat(sandbox.limits().perDay()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | The seed is no JSON object.",
        "{\"a\": | The seed is no JSON, at line 1",
        "{\"itmes\":[]} | The seed has the key \"itmes\": accepted are items, activity",
        "{\"received\":{}} | The seed has the key \"received\"",
        "{\"items\":[{},{\"at\":\"noon\"}]} | The seed's \"items\", number 2: The value of \"at\"",
        "{\"items\":[7]} | The seed's \"items\", number 1: It is not a JSON object.",
        "{\"edit-entry\":{\"item\":\"x\",\"id\":\"y\",\"text\":\"z\"}} | number 1: There is no",
      })
  void a_seed_that_cannot_be_done_says_where(String seed, String words) {
    assertThatThrownBy(() -> Sandbox.builder().seed(seed).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void the_limits_of_its_door_may_be_set() throws IOException {
    var quick = DoorSettings.onLoopback().requestTime(Duration.ofMillis(50));
    try (var sandbox = still().door(quick).start();
        var wire = new Wire(sandbox)) {
      wire.write("POST /v2/conversation/eit000000000001 HTTP/1.1\r\nContent-Length: 9\r\n\r\n");

      var answer = wire.read();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.message()).contains("did not come whole");
    }
  }

  @Test
  void finishing_ends_the_wait_for_its_end() throws InterruptedException {
    var sandbox = Sandbox.start();

    sandbox.finish(Duration.ofSeconds(5));
    sandbox.awaitClose();

    assertThatThrownBy(() -> Wire.get(sandbox, "/v2/me")).isInstanceOf(IOException.class);
  }

  @Test
  void what_is_remembered_of_large_requests_is_bounded() throws IOException {
    try (var sandbox = Sandbox.start();
        var wire = new Wire(sandbox)) {
      var form = "unread=" + "x".repeat(6 << 20);
      for (int i = 0; i < 5; i++) {
        wire.send("POST", "/v2/conversation/eit000000000001", form);
      }
      assertThat(sandbox.received().total()).isEqualTo(5);
      assertThat(sandbox.received().requests()).hasSize(2);
    }
  }
}
