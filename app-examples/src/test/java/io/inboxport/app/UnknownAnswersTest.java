package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that leaves things unsaid: the command line says so, and claims nothing. */
class UnknownAnswersTest {
  private static final String ITEM =
      "{\"Id\":\"eit1\",\"Status\":\"open\",\"Network\":\"Twitter\",\"ItemType\":\"Post\","
          + "\"Created\":\"2025-03-1 14:22:00\"}";
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/conversation", "\"Conversations\":{\"Total\":null,\"Items\":[" + ITEM + "]}",
          "/conversation/eit1", "\"Conversation\":" + ITEM,
          "/conversation/eit1/timeline", "\"Timeline\":[{\"Id\":\"eat1\",\"Created\":\"soon\"}]",
          "/conversation/eit1/tag", "\"Tags\":[]",
          "/me", "\"User\":{\"Id\":\"00A1\",\"LastLogin\":\"soon\"},\"Account\":{\"Id\":\"0011\"}");

  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  /** An account for each test: no test waits for the budget of another. */
  private final String account = "001" + ACCOUNTS.incrementAndGet();

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // Started before each test.
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", UnknownAnswersTest::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var answer = ANSWERS.get(uri.getPath().replaceFirst("^/v2", ""));
    var isPart = String.valueOf(uri.getQuery()).contains("network=");
    var isOlder = String.valueOf(uri.getQuery()).contains("last_loaded_id=");
    var content = isPart ? "\"Conversations\":[]" : isOlder ? "\"Timeline\":[]" : answer;
    var body = "{\"Result\":true," + content + "}";
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, body.getBytes(UTF_8).length);
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }

  @Test
  void a_list_says_that_its_total_and_a_time_are_unknown() {
    var text = run("list");
    var json = run("list", "--json").json();

    assertThat(text.err())
        .contains("1 came, and the server does not say how many there are.")
        .contains("Could not read Conversations.Items[0].Created: Created is no time");
    assertThat(json.get("total").isNull()).isTrue();
    assertThat(json.get("truncated").asBoolean()).isTrue();
    assertThat(json.get("unreadable").get(0).get("where").asText())
        .isEqualTo("Conversations.Items[0].Created");
  }

  @ParameterizedTest
  @CsvSource({
    "check, User.LastLogin",
    "show eit1, Created",
    "timeline eit1, Timeline[0].Created",
  })
  void what_of_an_answer_cannot_be_read_is_told(String line, String where) {
    var text = run(line.split(" "));
    var json = run((line + " --json").split(" ")).json();

    assertThat(text.status()).isZero();
    assertThat(text.err()).startsWith("inbox: Could not read " + where + ": ");
    assertThat(json.get("unreadable")).hasSize(1);
    assertThat(json.get("unreadable").get(0).get("where").asText()).isEqualTo(where);
  }

  @Test
  void an_export_does_not_claim_to_be_whole() {
    var file = folder.resolve("inbox.jsonl").toString();

    assertThat(run("export", "--out", file).out())
        .contains("holds 1 conversations")
        .contains(", maybe not all, as the server does not say how many there are; ");
    var json = run("export", "--out", file, "--json").json();
    assertThat(json.get("missing").isNull()).isTrue();
  }

  @Test
  void a_report_counts_what_it_saw() {
    var file = folder.resolve("report.html").toString();

    assertThat(run("report", "--out", file).out()).contains("at least 1 open items");
  }

  @Test
  void tags_that_the_server_did_not_take_are_told() {
    assertThat(run("tag", "eit1", "VIP").err())
        .contains("The server did not take the tags as they were asked for.");
  }

  @Test
  void a_second_export_on_a_file_is_refused_and_changes_nothing() throws IOException {
    var file = folder.resolve("inbox.jsonl");
    run("export", "--out", file.toString());
    var before = Files.readString(file);
    var beside = folder.resolve("inbox.jsonl.lock");
    try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      var second = run("export", "--out", file.toString());

      assertThat(lock.isValid()).isTrue();
      assertThat(second.status()).isEqualTo(1);
      assertThat(second.err())
          .startsWith("inbox: " + file + " is being written by another export: wait for its end");
    }
    assertThat(file).hasContent(before);
  }

  private Cli.Result run(String... line) {
    var words = Arrays.copyOf(line, line.length + 2);
    words[line.length] = "--base-url";
    words[line.length + 1] = "http://127.0.0.1:" + server.getAddress().getPort() + "/v2";
    return Cli.piped()
        .with("OKTOPOST_ACCOUNT_ID", account)
        .with("OKTOPOST_API_KEY", "key")
        .run(words);
  }
}
