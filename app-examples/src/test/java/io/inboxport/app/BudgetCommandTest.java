package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.file.FileRequestBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inbox budget}, on the file of another process. It asks no server: there is none. */
class BudgetCommandTest {
  private static final String NO_SERVER = "http://127.0.0.1:9";

  @SuppressWarnings("NullAway.Init") // Made before each test.
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private String file;

  @BeforeEach
  void name() {
    file = folder.resolve("shared.budget").toString();
  }

  @Test
  void a_file_that_is_not_there_yet_is_an_unused_budget() {
    var result = look();

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            Budget\t%s
            State\topen
            Minute\t0 of 60
            5 seconds\t0 of 120
            Day\t0 of 20000
            Under way\t0
            Next\tnow
            """
                .formatted(file));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void it_shows_what_another_process_uses() throws Exception {
    spend(3);

    var result = look();

    assertThat(result.out().lines().toList())
        .contains("Minute\t3 of 60", "Day\t3 of 20000", "Under way\t3", "Next\tnow", "");
    assertThat(result.out())
        .contains("PROCESS\tMINUTE\tUNDER WAY\tTURN\tLAST SEEN\nexporter-")
        .containsPattern("exporter-[0-9a-f]+\t3\t3\t-\t\\d+ s ago\n");
  }

  @Test
  void a_budget_that_is_used_up_tells_when_the_next_request_may_leave() throws Exception {
    spend(60);

    var json = Cli.json(look("--json").out());

    assertThat(json.get("backend").asText()).isEqualTo("http");
    assertThat(json.get("budget").asText()).isEqualTo("file");
    assertThat(json.get("place").asText()).isEqualTo(file);
    assertThat(json.get("minute").toString()).isEqualTo("{\"used\":60,\"limit\":60}");
    assertThat(json.get("blockedUntil").isNull()).isTrue();
    assertThat(json.get("closedUntil").isNull()).isTrue();
    assertThat(json.get("nextWrite").asText())
        .isBetween("2025-03-14T09:00:50Z", "2025-03-14T09:01:02Z");
    assertThat(json.get("nextRead").asText()).isEqualTo(json.get("nextWrite").asText());
    var process = json.get("processes").get(0);
    assertThat(process.get("name").asText()).startsWith("exporter-");
    assertThat(process.get("underWay").asInt()).isEqualTo(60);
    assertThat(process.get("turn").isNull()).isTrue();
  }

  @Test
  void a_block_of_the_server_is_shown_until_it_ends() throws Exception {
    try (var budget =
        FileRequestBudget.at(Path.of(file)).process("exporter").readAhead(0).build()) {
      budget.reserve(RequestKind.READ, Duration.ZERO).close();
      budget.block(Duration.ofMinutes(15));
    }

    assertThat(look().out()).contains("State\tblocked by the server until 2025-03-14T09:1");
    assertThat(look("--json").json().get("blockedUntil").asText()).startsWith("2025-03-14T09:1");
  }

  @Test
  void a_deleted_ledger_is_shown_as_closed() throws Exception {
    spend(1);
    Files.delete(Path.of(file));
    var fresh = FileRequestBudget.at(Path.of(file)).process("fresh").build();
    assertThat(catchThrowable(() -> fresh.reserve(RequestKind.READ, Duration.ZERO)))
        .hasMessageContaining("2");

    assertThat(look().out()).contains("State\tclosed until 2025-03-14T09:").contains("was lost");
  }

  @Test
  void a_budget_of_this_process_alone_cannot_be_looked_at() {
    var result = Cli.piped().run("budget", "--base-url", NO_SERVER, "--budget", "local");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("This budget is not shared");
  }

  private void spend(int requests) throws Exception {
    var budget =
        FileRequestBudget.at(Path.of(file))
            .process("exporter")
            .limits(RequestLimits.documented())
            .timeout(Duration.ofSeconds(10))
            .readAhead(0)
            .build();
    for (int i = 0; i < requests; i++) {
      budget.reserve(RequestKind.READ, Duration.ZERO, Duration.ofSeconds(30));
    }
  }

  private Cli.Result look(String... more) {
    var line = new ArrayList<>(List.of("budget", "--base-url", NO_SERVER));
    line.addAll(List.of("--budget", file));
    line.addAll(List.of(more));
    return Cli.piped().run(line.toArray(new String[0]));
  }
}
