package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types a line and looks at what comes of it. */
final class Cli {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  // A run may keep something, but not in the home of who builds this.
  private static final Path STATE = temporaryFolder();

  /** The first version of Java that warns of native code, such as SQLite's. */
  private static final int FIRST_TO_WARN = 24;

  private final Map<String, String> environment =
      new HashMap<>(Map.of("XDG_STATE_HOME", STATE.toString()));
  private boolean onDemoData;
  private boolean terminal;
  private int columns = 80;
  private String input = "";

  private static Path temporaryFolder() {
    try {
      var folder = Files.createTempDirectory("inbox-state");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(File file) {
    var files = file.listFiles();
    for (var inside : files == null ? new File[0] : files) {
      delete(inside);
    }
    file.delete();
  }

  /** A pipe, with nothing in the environment. */
  static Cli piped() {
    return new Cli();
  }

  /** A pipe whose every line asks for the demo data. */
  static Cli onDemoData() {
    var cli = new Cli();
    cli.onDemoData = true;
    return cli;
  }

  /** A terminal of this width. */
  static Cli terminal(int columns) {
    var cli = new Cli();
    cli.terminal = true;
    cli.columns = columns;
    return cli;
  }

  Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Cli typing(String text) {
    input = text;
    return this;
  }

  Result run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new CommandConsole(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment,
            terminal,
            !terminal,
            terminal,
            columns,
            Clock.fixed(Instant.parse("2025-03-14T09:00:00Z"), ZoneOffset.UTC));
    var line = new ArrayList<>(List.of(args));
    if (onDemoData) {
      line.addAll(1, List.of("--backend", "memory"));
    }
    int status = Main.run(console, line.toArray(new String[0]));
    return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The same line in a process of its own, with nothing in the environment. */
  static ProcessBuilder process(List<String> line) {
    var command = new ArrayList<String>();
    command.add(System.getProperty("java.home") + "/bin/java");
    if (Runtime.version().feature() >= FIRST_TO_WARN) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(line);
    var process = new ProcessBuilder(command);
    process.environment().keySet().removeIf(Cli::concernsTheCommandLine);
    process.environment().put("XDG_STATE_HOME", STATE.toString());
    return process;
  }

  private static boolean concernsTheCommandLine(String variable) {
    return variable.startsWith("OKTOPOST_") || variable.startsWith("INBOX_");
  }

  /** Reads exactly one JSON document. */
  static JsonNode json(String text) {
    try {
      return STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not one JSON document: " + text, e);
    }
  }

  /** Outcome of a line. */
  record Result(int status, String out, String err) {
    JsonNode json() {
      return Cli.json(out);
    }

    JsonNode error() {
      return Cli.json(err);
    }
  }
}
