package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.testkit.sandbox.WireFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a process: stopped by signals, and read by a pipe that ends early. */
class ProcessTest {
  private static final String SECRET = "We refund the tent.";

  @ParameterizedTest
  @CsvSource({
    "INT, REPLY, reply, 130",
    "TERM, REPLY, reply, 143",
    "TERM, ADD_NOTE, note, 143",
    "HUP, ADD_NOTE, note, 129"
  })
  void a_write_that_is_stopped_tells_what_may_have_happened(
      String signal, Operation operation, String command, int status) throws Exception {
    var stopped = stop(signal, operation, List.of(command, "eit000000000001", SECRET));

    assertThat(stopped.err().replaceAll("inbox-[0-9a-f-]{36}", "KEY"))
        .isEqualTo(
            "inbox: Stopped before the outcome was known: the write to eit000000000001 may have"
                + " been executed. Look with \"inbox timeline eit000000000001\" in two minutes or"
                + " later, and send nothing before. What is known is kept: \"inbox outbox show"
                + " KEY\".\n");
    assertThat(stopped.out()).isEmpty();
    assertThat(stopped.status()).isEqualTo(status);
  }

  @Test
  void as_json_a_stop_is_an_error_of_unknown_outcome() throws Exception {
    var line = List.of("reply", "eit000000000001", SECRET, "--json");

    var error = stop("TERM", Operation.REPLY, line).error();

    assertThat(error.get("error").asText()).isEqualTo("OutcomeUnknown");
    assertThat(error.get("message").asText()).startsWith("Stopped before").doesNotContain(SECRET);
    assertThat(error.get("backend").asText()).isEqualTo("http");
  }

  @Test
  void a_read_that_is_stopped_has_nothing_to_tell() throws Exception {
    var stopped = stop("TERM", Operation.GET, List.of("show", "eit000000000001"));

    assertThat(stopped.err()).isEmpty();
    assertThat(stopped.status()).isEqualTo(143);
  }

  @Test
  void an_export_that_is_stopped_says_how_to_go_on(@TempDir Path folder) throws Exception {
    var file = folder.resolve("inbox.jsonl").toString();

    var stopped = stop("INT", Operation.LIST, List.of("export", "--out", file));

    assertThat(stopped.err()).contains("inbox: Stopped. The same line goes on from here.");
    assertThat(stopped.status()).isEqualTo(130);
  }

  @Test
  void a_pipe_whose_reader_has_left_ends_quietly() throws Exception {
    var process = Cli.process(List.of("list", "--count", "50", "--backend", "memory")).start();
    process.inputReader(UTF_8).close();

    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  /** Sends the signal once this operation has reached a server that does not answer it. */
  private static Cli.Result stop(String signal, Operation operation, List<String> line)
      throws IOException, InterruptedException {
    try (var sandbox = Sandbox.start()) {
      sandbox.faults().inject(operation, WireFault.of(WireFault.Kind.STALL));
      var words = new ArrayList<>(line);
      words.addAll(List.of("--base-url", sandbox.url().toString()));
      var process = heeding(Cli.process(words)).start();
      while (sandbox.faults().firedCount() == 0 && process.isAlive()) {
        // Spinning would take the processor that the other process needs.
        LockSupport.parkNanos(1_000_000);
      }
      new ProcessBuilder("kill", "-" + signal, "" + process.pid()).inheritIO().start().waitFor();
      var out = new String(process.getInputStream().readAllBytes(), UTF_8);
      var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new Cli.Result(process.waitFor(), out, err);
    }
  }

  /** A build in the background ignores Ctrl-C and hands that on: undone here, if "env" can. */
  private static ProcessBuilder heeding(ProcessBuilder process)
      throws IOException, InterruptedException {
    var env = List.of("env", "--default-signal=INT,HUP,TERM");
    var probe = new ArrayList<>(env);
    probe.add("true");
    if (new ProcessBuilder(probe).start().waitFor() == 0) {
      process.command().addAll(0, env);
    }
    return process;
  }
}
