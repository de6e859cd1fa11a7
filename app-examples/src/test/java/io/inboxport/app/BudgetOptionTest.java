package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.file.FileBudgetStore;
import io.inboxport.budget.shared.BudgetView;
import io.inboxport.testkit.sandbox.CallLimits;
import io.inboxport.testkit.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The place in which the command line counts its requests. */
class BudgetOptionTest {
  @SuppressWarnings("NullAway.Init") // Made before each test.
  @TempDir
  private Path folder;

  @Test
  void by_default_an_account_has_a_file_of_its_own_among_the_states_of_the_user()
      throws IOException {
    try (var sandbox = Sandbox.start()) {
      for (var account : List.of("001", "002", "001")) {
        var result =
            Cli.piped()
                .with("XDG_STATE_HOME", folder.toString())
                .with("OKTOPOST_ACCOUNT_ID", account)
                .with("OKTOPOST_API_KEY", "secret-key")
                .run("check", "--base-url", sandbox.url().toString());
        assertThat(result.status()).as(result.err()).isZero();
      }

      var server = "127.0.0.1_" + sandbox.url().getPort();
      assertThat(names(folder.resolve("inbox")))
          .filteredOn(name -> name.endsWith(".budget"))
          .satisfiesExactly(
              one -> assertThat(one).startsWith("001@" + server),
              two -> assertThat(two).startsWith("002@" + server));
    }
  }

  @Test
  void the_environment_names_a_file_and_the_line_another() throws IOException {
    try (var sandbox = Sandbox.start()) {
      var url = sandbox.url().toString();
      var cli =
          Cli.piped()
              .with("OKTOPOST_ACCOUNT_ID", "001")
              .with("OKTOPOST_API_KEY", "secret-key")
              .with("INBOX_BUDGET", folder.resolve("a").toString());

      assertThat(cli.run("check", "--base-url", url).status()).isZero();
      assertThat(names(folder)).containsExactly("a", "a.lock");
      var other = folder.resolve("b").toString();
      assertThat(cli.run("check", "--base-url", url, "--budget", other).status()).isZero();
      assertThat(names(folder)).containsExactly("a", "a.lock", "b", "b.lock");
    }
  }

  @Test
  void a_sandbox_counts_nothing_unless_the_line_says_so() throws IOException {
    try (var sandbox = Sandbox.start()) {
      var url = sandbox.url().toString();
      var cli = Cli.piped().with("INBOX_BUDGET", folder.resolve("a").toString());

      assertThat(cli.run("check", "--base-url", url).status()).isZero();
      assertThat(cli.run("check", "--base-url", url, "--budget", "local").status()).isZero();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void an_answered_request_is_reported_before_the_command_ends() throws IOException {
    try (var sandbox = Sandbox.start()) {
      var url = sandbox.url().toString();
      var file = folder.resolve("a").toString();

      assertThat(Cli.piped().run("check", "--base-url", url, "--budget", file).status()).isZero();

      var view = Cli.piped().run("budget", "--base-url", url, "--budget", file, "--json").json();
      assertThat(view.get("minute").get("used").asInt()).isEqualTo(1);
      assertThat(view.get("underWay").asInt()).isZero();
    }
  }

  @Timeout(120)
  @Test
  void two_processes_on_one_file_never_break_the_documented_limits() throws Exception {
    try (var sandbox = Sandbox.start()) {
      sandbox.limit(CallLimits.documented());
      var shared = folder.resolve("shared");
      var processes = new ArrayList<Process>();
      for (var name : List.of("one", "two")) {
        var line =
            List.of(
                "export",
                "--out",
                folder.resolve(name + ".jsonl").toString(),
                "--base-url",
                sandbox.url().toString(),
                "--budget",
                shared.toString());
        processes.add(
            Cli.process(line).redirectErrorStream(true).redirectOutput(log(name)).start());
      }
      // Together they would send far more than a minute allows.
      while (sandbox.received().total() < 60 || view(shared).underWay() > 0) {
        assertThat(processes).allMatch(Process::isAlive);
        LockSupport.parkNanos(1_000_000);
      }
      processes.forEach(Process::destroy);
      for (var process : processes) {
        process.onExit().join();
      }

      assertThat(sandbox.received().total()).isEqualTo(60);
      assertThat(sandbox.received().executed()).as("none was turned away").isEqualTo(60);
    }
  }

  private static BudgetView view(Path file) throws IOException {
    return BudgetView.of(FileBudgetStore.at(file).look(), RequestLimits.documented());
  }

  private File log(String name) {
    return folder.resolve(name + ".log").toFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://joe:hush@cache.example:6379/0|add inboxport-redis",
        "rediss://:hush@cache.example|INBOX_CLASS_PATH",
        "jdbc:postgresql://db.example/x?user=joe&password=hush|add the driver of PostgreSQL",
        "JDBC:h2:mem:x;PASSWORD=hush|add the driver of PostgreSQL",
        "mongodb://joe:hush@db.example/x|keeps a budget at \"mongodb:\"",
        "''|--budget is empty"
      })
  void a_store_that_cannot_be_reached_is_explained_without_its_password(
      String location, String advice) {
    for (var more : List.of("--verbose", "--json")) {
      var result =
          Cli.piped().run("check", "--base-url", "http://127.0.0.1:9", "--budget", location, more);

      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err()).contains(more.equals("--json") ? "InvalidInput" : advice);
      assertThat(result.err() + result.out()).doesNotContain("hush").doesNotContain("joe");
    }
  }

  @Test
  void a_misspelt_option_does_not_show_the_password() {
    var result = Cli.piped().run("check", "--budgt=redis://joe:hush@cache.example");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("did you mean --budget?").doesNotContain("hush");
  }

  @Test
  void a_file_that_cannot_be_used_is_explained() throws IOException {
    Files.writeString(folder.resolve("text"), "precious");
    for (var file : List.of("text", "text/below")) {
      var result =
          Cli.piped()
              .run(
                  "check",
                  "--base-url",
                  "http://127.0.0.1:9",
                  "--budget",
                  folder.resolve(file).toString());

      assertThat(result.status()).isEqualTo(1);
      assertThat(result.err())
          .contains("The shared budget cannot be kept in " + folder.resolve(file))
          .contains("--budget local");
    }
    assertThat(folder.resolve("text")).hasContent("precious");
  }

  @Test
  void demo_data_has_no_budget() {
    var contradiction = Cli.piped().run("list", "--backend", "memory", "--budget", "local");

    assertThat(contradiction.status()).isEqualTo(2);
    assertThat(contradiction.err()).contains("--budget and --backend memory contradict");
    assertThat(Cli.piped().run("budget").status()).isEqualTo(2);
    assertThat(Cli.piped().run("budget").err()).contains("Demo data in memory has no request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XDG_STATE_HOME", "LOCALAPPDATA", "HOME"})
  void the_state_folder_is_found_by_the_environment(String variable) {
    var console = console(variable, folder.toString());

    assertThat(StateFolder.of(console)).startsWithRaw(folder).endsWithRaw(Path.of("inbox"));
  }

  @Test
  void a_relative_state_folder_is_ignored() {
    assertThat(StateFolder.of(console("XDG_STATE_HOME", "state")).isAbsolute()).isTrue();
  }

  private static CommandConsole console(String variable, String value) {
    var process = CommandConsole.ofProcess();
    return new CommandConsole(
        process.in(),
        process.out(),
        process.err(),
        Map.of(variable, value),
        false,
        false,
        false,
        80,
        process.clock());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
