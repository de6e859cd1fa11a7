package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** The {@code inbox} command line. */
public final class Main {
  /** With less, picocli refuses to work at all. */
  private static final int NARROWEST_HELP = 55;

  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] args) {
    SandboxWarmUp.begin(args);
    System.exit(run(CommandConsole.ofProcess(), args));
  }

  /** Runs one command and returns its exit status. */
  static int run(CommandConsole console, String... args) {
    var line = CommandRegistry.helpAsOption(args);
    try (var session = new CommandSession(console, Main::commandLine)) {
      if (!CommandRegistry.meantBy(line).equals(List.of("outbox"))) {
        LeftWriteNotice.line(console).ifPresent(session::warn);
      }
      int status = commandLine(session, line).execute(line);
      // Flushes too. The stream swallows errors: half an answer on a full disk must not look whole.
      // A pipe fails only if its reader has left, as "head" does: it has all it wants.
      if (console.out().checkError() && !console.pipe() && status == SessionCommand.DONE) {
        console.err().println("inbox: The command ran, but its answer could not be written.");
        return FailureReporter.UNEXPECTED;
      }
      return status;
    }
  }

  /** The command line, with the commands that these arguments may mean. */
  static CommandLine commandLine(CommandSession session, String... args) {
    var console = session.console();
    var commandLine = new CommandLine(new InboxCommand(session));
    for (var name : CommandRegistry.meantBy(args)) {
      commandLine.addSubcommand(name, CommandRegistry.named(name, session));
    }
    VocabularyReader.register(commandLine);
    HelpLayout.apply(commandLine);
    var failures = new FailureReporter(session);
    return commandLine
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setColorScheme(Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(console.columns(), 100)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        // Answers on X begin with an @: picocli would take "@vip" for a file of arguments.
        .setExpandAtFiles(false)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }
}
