package io.inboxport.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Surroundings of one run: streams, environment, terminal and clock. All of it is handed in, so
 * that a test can take the place of a terminal.
 *
 * @param in standard input
 * @param out standard output: answers, and nothing else
 * @param err standard error: errors, hints and progress
 * @param environment the environment variables
 * @param terminal whether standard output is a terminal
 * @param pipe whether standard output is a pipe or socket, whose reader may leave early
 * @param errorTerminal whether standard error is a terminal
 * @param columns the width of the terminal
 * @param clock the time
 */
record CommandConsole(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal,
    boolean pipe,
    boolean errorTerminal,
    int columns,
    Clock clock) {
  private static final int DEFAULT_COLUMNS = 80;

  // Of sys/stat.h, the same on Linux and macOS.
  private static final int FILE_TYPE = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  /** The surroundings of this process. */
  static CommandConsole ofProcess() {
    return new CommandConsole(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.getenv(),
        isTerminal("inbox.terminal"),
        isPipe(Path.of("/dev/stdout")),
        isTerminal("inbox.terminal.error"),
        columns(System.getenv()),
        Clock.systemUTC());
  }

  /** The value of an environment variable; blank if it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  /** Returns whether answers may be coloured: on a terminal that can, unless NO_COLOR says no. */
  boolean colours() {
    return terminal && mayColour();
  }

  /** Returns whether errors may be coloured. */
  boolean errorColours() {
    return errorTerminal && mayColour();
  }

  /** Everything on standard input, as a text, without the line break at its end. */
  String readText() throws IOException {
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
      return text.endsWith("\n")
          ? text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1))
          : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The text on standard input is not UTF-8.", e);
    }
  }

  private boolean mayColour() {
    // https://no-color.org: set and not empty means no, whatever the value.
    return environment.getOrDefault("NO_COLOR", "").isEmpty() && !variable("TERM").equals("dumb");
  }

  /** UTF-8 whatever the locale: what is piped is data, and terminals read UTF-8. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * The launcher tells: a JVM cannot ask for one stream alone. Without its word, neither is one.
   */
  private static boolean isTerminal(String property) {
    return Boolean.getBoolean(property);
  }

  /** Returns whether this file, as Unix tells it, is a pipe or socket. */
  private static boolean isPipe(Path file) {
    try {
      int type = (int) Files.getAttribute(file, "unix:mode") & FILE_TYPE;
      return type == PIPE || type == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  private static int columns(Map<String, String> environment) {
    try {
      return Math.max(40, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return DEFAULT_COLUMNS;
    }
  }
}
