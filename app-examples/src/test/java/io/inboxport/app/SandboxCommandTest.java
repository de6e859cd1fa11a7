package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of {@code inbox sandbox}, as a process that serves. */
class SandboxCommandTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<Process> processes = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    for (var process : processes) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** Starts it and returns where it is driven. */
  private URI start(String... options) throws IOException {
    var line = new ArrayList<>(List.of("sandbox", "--json"));
    line.addAll(List.of(options));
    var process = Cli.process(line).redirectError(folder.resolve("err").toFile()).start();
    processes.add(process);
    @SuppressWarnings("resource") // It lives as long as the process.
    var output = process.inputReader(UTF_8);
    return URI.create(Cli.json(output.readLine()).get("adminUrl").asText());
  }

  private static HttpRequest.Builder request(URI admin, String path) {
    return HttpRequest.newBuilder(admin.resolve(path)).header("Authorization", "Basic YTpi");
  }

  private static HttpResponse<String> get(URI admin, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(request(admin, path).build(), BodyHandlers.ofString());
  }

  @Test
  void the_time_stands_still_where_it_is_told_to() throws Exception {
    var admin = start("--clock", "2025-03-14T09:00:00Z");

    assertThat(get(admin, "clock").body()).isEqualTo("{\"now\":\"2025-03-14T09:00:00Z\"}");
    assertThat(get(admin, "clock").headers().firstValue("Date"))
        .hasValue("Fri, 14 Mar 2025 09:00:00 GMT");
  }

  @Test
  void an_empty_inbox_holds_what_a_seed_adds() throws Exception {
    var seed = folder.resolve("seed.json");
    Files.writeString(seed, "{\"items\":[{\"id\":\"eit1\",\"text\":\"Grüße\"}]}");

    var admin = start("--empty", "--seed", seed.toString());

    assertThat(get(admin, "/v2/conversation").body())
        .contains("\"Total\":1")
        .contains("\"Id\":\"eit1\"");
    assertThat(get(admin, "/v2/conversation/eit1/timeline").body()).contains("Grüße");
  }

  @Test
  void all_addresses_may_be_served_under_a_name() throws Exception {
    var admin = start("--host", "0.0.0.0", "--allow-remote", "--name", "inbox.test");

    assertThat(admin.getHost()).isEqualTo("127.0.0.1");
    assertThat(get(admin, "health").body()).isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void the_log_goes_to_standard_error_without_a_text() throws Exception {
    var admin = start("--log", "--clock", "2025-03-14T09:00:00Z");

    get(admin, "/v2/conversation?q=secret");

    assertThat(Files.readString(folder.resolve("err")))
        .startsWith("2025-03-14T09:00:00Z GET /v2/conversation 200 ")
        .endsWith("ms list executed\n")
        .doesNotContain("secret");
  }

  @Test
  void a_signal_to_end_lets_a_request_be_answered_first() throws Exception {
    var admin = start();
    var stall = "{\"operation\":\"get\",\"fault\":\"stall\",\"time\":\"PT1S\"}";
    CLIENT.send(
        request(admin, "faults").POST(BodyPublishers.ofString(stall)).build(),
        BodyHandlers.ofString());
    var answer =
        CLIENT.sendAsync(
            request(admin, "/v2/conversation/eit000000000001").build(), BodyHandlers.ofString());
    while (!get(admin, "faults").body().contains("\"firedCount\":1")) {
      Thread.onSpinWait();
    }

    processes.get(0).destroy();

    assertThat(answer.join().statusCode()).isEqualTo(200);
    assertThat(processes.get(0).waitFor()).isEqualTo(143);
    assertThat(Files.readString(folder.resolve("err"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--host 0.0.0.0 | Other machines reach the host \"0.0.0.0\"",
        "--clock noon | --clock is no point in time: write it as 2025-03-14T09:00:00Z.",
        "--seed /no/such/file | /no/such/file",
        "--certificate x.pem | --certificate needs --tls.",
      })
  void what_cannot_be_served_is_told(String options, String words) {
    var result = Cli.piped().run(("sandbox " + options).split(" ", -1));

    assertThat(result.status()).isNotZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(words);
  }
}
