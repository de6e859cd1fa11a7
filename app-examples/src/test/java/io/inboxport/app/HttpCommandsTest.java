package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command over HTTP, against a sandbox in another process. */
class HttpCommandsTest {
  @SuppressWarnings("NullAway.Init") // Started before all tests.
  private static SandboxProcess sandbox;

  @BeforeAll
  static void openTheDoor() throws IOException {
    sandbox = SandboxProcess.start();
  }

  @AfterAll
  static void closeTheDoor() {
    sandbox.close();
  }

  @BeforeEach
  void startAfresh() throws IOException, InterruptedException {
    sandbox.drive("reset", "{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list --network LinkedIn --status open --type Conversation --count 5",
        "list --tag VIP --assignee 00A000000000002 -q tent",
        "show eit000000000001",
        "timeline eit000000000001",
        "timeline eit000000000001 --limit 1",
        "open eit000000000001",
        "close eit000000000001",
        "assign eit000000000001 00A000000000002 --note Please",
        "tag eit000000000001 VIP Billing",
        "tag eit000000000001 --clear",
        "reply eit000000000001 Hello --dry-run",
        "reply eit000000000002 Hello --parent eit000000000003 --media url=x",
        "reply eit000000000001 Hello --from 003-001000000000001-4003",
        "case eit000000000001 --integration sfint00000000001 --description Login",
        "capabilities",
        "check"
      })
  void every_command_answers_over_http_as_it_does_in_memory(String line) {
    var overHttp = http(line + " --json");
    var inMemory = Cli.onDemoData().run((line + " --json").split(" ", -1));

    assertThat(overHttp.err()).isEmpty();
    assertThat(overHttp.status()).isZero();
    assertThat(withoutTimes(overHttp.out()))
        .isEqualTo(withoutTimes(inMemory.out()).replace(backend("memory"), backend("http")));
  }

  @Test
  void what_one_command_writes_the_next_one_reads() {
    assertThat(http("close eit000000000002").status()).isZero();
    assertThat(http("show eit000000000002 --json").json().get("status").asText())
        .isEqualTo("closed");
    assertThat(http("note eit000000000002 Escalated --json").json().get("type").asText())
        .isEqualTo("note");
    assertThat(http("timeline eit000000000002 --limit 1").out()).contains("Escalated");
    assertThat(http("reply eit000000000002 Hi").status()).as("closed").isEqualTo(3);
    assertThat(http("open eit000000000002").status()).isZero();
    assertThat(http("reply eit000000000002 Hi").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    |status |401|show eit000000000001|5|AuthenticationFailed",
        "GET    |status |403|show eit000000000001|5|PermissionDenied",
        "GET    |status |404|show eit000000000001|4|NotFound",
        "LIST   |status |400|list|6|Rejected",
        "LIST   |status |429|list|7|RateLimited",
        "CLOSE  |status |429|close eit000000000001|7|RateLimited",
        "CLOSE  |result-false||close eit000000000001|6|Rejected",
        "REPLY  |reset-after-executing||reply eit000000000001 Hi|9|OutcomeUnknown",
        "REPLY  |status |500|reply eit000000000001 Hi|9|OutcomeUnknown",
        "ASSIGN |truncated-json||assign eit000000000001 00A000000000002|9|OutcomeUnknown",
        "GET    |html   ||show eit000000000001|10|UnreadableResponse",
        "ME     |wrong-types||check|10|UnreadableResponse"
      })
  void what_the_server_does_becomes_an_exit_status(
      String operation, String fault, String code, String line, int status, String kind)
      throws Exception {
    var name = operation.equals("CLOSE") ? "set-status" : operation.toLowerCase(Locale.ROOT);
    var json =
        "{\"operation\":\"%s\",\"fault\":\"%s\",\"times\":9%s}"
            .formatted(name, fault, code == null ? "" : ",\"status\":" + code);
    sandbox.drive("faults", json);

    var result = http(line + " --json");
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.out()).isEmpty();
    assertThat(result.error().get("error").asText()).isEqualTo(kind);
    assertThat(http(line).err()).startsWith("inbox: ").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reset-after-executing|It has looked, and it was executed.",
        "reset|It has looked, and it cannot be told. It is too early to tell"
      })
  void a_write_of_unknown_outcome_is_looked_for(String fault, String finding) throws Exception {
    sandbox.drive("faults", "{\"operation\":\"add-note\",\"fault\":\"" + fault + "\"}");

    var result = http("note eit000000000001 Escalated");

    assertThat(result.status()).isEqualTo(9);
    assertThat(result.err()).contains("is unknown").contains("\n" + finding);
  }

  @Test
  void a_reply_that_is_executed_later_is_not_denied_but_looked_at_later() throws Exception {
    sandbox.drive(
        "twin-faults", "{\"operation\":\"reply\",\"fault\":\"executed-later\",\"time\":\"PT6S\"}");

    var result = http("reply eit000000000001 Certainly");

    assertThat(result.status()).isEqualTo(9);
    assertThat(result.err())
        .contains("It is too early to tell")
        .contains(" or later, and send nothing before.")
        .doesNotContain("its effect is not there");
  }

  @Test
  void the_check_tells_what_the_server_says_of_the_user_and_the_account() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2/me",
        exchange -> {
          var me =
              """
              {"Result":true,
               "User":{"Id":"00A7","Name":"Ada","Email":"ada@acme.example",
                       "LastLogin":"2025-03-10 14:22:00"},
               "Account":{"Id":"0018","Name":"Acme"}}
              """
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, me.length);
          exchange.getResponseBody().write(me);
          exchange.close();
        });
    server.start();
    try {
      var url = "http://127.0.0.1:" + server.getAddress().getPort();

      assertThat(Cli.piped().run("check", "--json", "--base-url", url).out())
          .isEqualTo(
              """
              {"backend":"http","userId":"00A7","userName":"Ada","email":"ada@acme.example",\
              "accountId":"0018","accountName":"Acme","lastLogin":"2025-03-10T14:22:00Z"}
              """);
      assertThat(Cli.piped().run("check", "--base-url", url).out())
          .isEqualTo(
              """
              User\t00A7 Ada
              Email\tada@acme.example
              Account\t0018 Acme
              Last login\t2025-03-10T14:22:00Z
              """);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_port_that_is_taken_is_explained() throws IOException {
    try (var taken = new ServerSocket(0)) {
      var result = Cli.piped().run("sandbox", "--port", "" + taken.getLocalPort());

      assertThat(result.status()).isEqualTo(1);
      assertThat(result.err()).contains("The port cannot be opened: another program listens there");
    }
  }

  @Test
  void nobody_there_is_unavailable() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var result =
        Cli.piped().run("check", "--json", "--base-url", "http://127.0.0.1:" + port + "/v2");

    assertThat(result.status()).isEqualTo(8);
    assertThat(result.error().get("error").asText()).isEqualTo("Unavailable");
  }

  @Test
  void a_server_that_says_nothing_is_left_after_the_timeout() throws Exception {
    sandbox.drive("faults", "{\"operation\":\"get\",\"fault\":\"stall\",\"times\":9}");

    assertThat(http("show eit000000000001 --timeout 200ms").status()).isEqualTo(8);
  }

  @Test
  void the_environment_names_the_server_and_the_account_as_well() throws IOException {
    var environment =
        Cli.piped()
            .with("OKTOPOST_BASE_URL", sandbox.url().toString())
            .with("OKTOPOST_ACCOUNT_ID", "001")
            .with("OKTOPOST_API_KEY", "wrong");
    assertThat(environment.run("check").status()).isZero();

    try (var strict = SandboxProcess.start("--account", "001", "--key", "right")) {
      var url = strict.url().toString();
      assertThat(environment.run("check", "--base-url", url).status()).isEqualTo(5);
      assertThat(
              environment
                  .with("OKTOPOST_API_KEY", "right")
                  .run("check", "--base-url", url)
                  .status())
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v2", "/v2/"})
  void a_server_without_a_path_is_its_api(String path) {
    var server = sandbox.url().resolve(path.isEmpty() ? "/" : path).toString();
    var url = path.isEmpty() ? server.substring(0, server.length() - 1) : server;

    assertThat(Cli.piped().run("check", "--base-url", url).status()).isZero();
    assertThat(Cli.piped().with("OKTOPOST_BASE_URL", url).run("check").status()).isZero();
  }

  @Test
  void scheme_and_host_are_read_in_any_case() {
    var url = "HTTP://LOCALHOST:" + sandbox.url().getPort();

    assertThat(Cli.piped().run("check", "--base-url", url).status()).isZero();
  }

  @Test
  void a_plain_address_elsewhere_is_refused_before_a_key_leaves() {
    var result =
        Cli.piped()
            .with("OKTOPOST_ACCOUNT_ID", "001")
            .with("OKTOPOST_API_KEY", "secret-key")
            .run("check", "--base-url", "http://inbox.example/v2");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("https").doesNotContain("secret-key");
  }

  @Test
  void the_export_over_http_holds_what_the_list_shows(@TempDir Path folder) throws IOException {
    var file = folder.resolve("inbox.jsonl");
    var result =
        Cli.piped()
            .run("export", "--out", file.toString(), "--base-url", sandbox.url() + "", "--json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.json().get("conversations").asInt())
        .isEqualTo(http("list --json").json().get("total").asInt());
    assertThat(Files.readString(file)).endsWith("\n").contains("\"kind\":\"end\"");
  }

  @Test
  void the_report_is_made_over_http_as_well(@TempDir Path folder) throws IOException {
    var file = folder.resolve("report.html");

    assertThat(http("report --limit 2 --out " + file).status()).isZero();
    assertThat(Files.readString(file)).contains("Inbox report: Example Account");
  }

  private static Cli.Result http(String line) {
    var words = (line + " --base-url " + sandbox.url()).split(" ", -1);
    return Cli.piped().run(words);
  }

  private static String backend(String name) {
    return "{\"backend\":\"" + name + "\"";
  }

  /** The sandbox tells its own time, and counts its ids from the start all the same. */
  private static String withoutTimes(String json) {
    return json.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "T");
  }
}
