package io.inboxport.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.inboxport.Inbox;
import io.inboxport.app.export.PatientGateway;
import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.output.PrintableText;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One run of the command line: its surroundings, its options, and the inbox once it is needed. */
final class CommandSession implements AutoCloseable {
  private final CommandConsole console;
  private final GlobalOptions options = new GlobalOptions();
  private final Function<CommandSession, CommandLine> wholeLine;
  private @Nullable BackendChoice choice;
  private @Nullable Injector injector;
  private @Nullable SessionBudget budget;
  private @Nullable SessionOutbox outbox;
  private @Nullable WriteInHand inHand;
  private @Nullable OutboxResult lastResult;

  /** A session on this console; the function makes the command line with every command. */
  CommandSession(CommandConsole console, Function<CommandSession, CommandLine> wholeLine) {
    this.console = console;
    this.wholeLine = wholeLine;
  }

  /** Returns the command line with every command, for what describes all of them. */
  CommandLine wholeLine() {
    return wholeLine.apply(this);
  }

  CommandConsole console() {
    return console;
  }

  GlobalOptions options() {
    return options;
  }

  /** The inbox of the chosen backend; wired when first asked for, so that help stays fast. */
  Inbox inbox() {
    return injector().getInstance(Inbox.class);
  }

  /** The port to what stands beside the conversations of the chosen backend. */
  AccountGateway account() {
    return injector().getInstance(AccountGateway.class);
  }

  /** The outbox of the chosen backend; opened when first asked for. */
  SessionOutbox outbox() {
    if (outbox == null) {
      outbox = new SessionOutbox(gateway(), backend().outboxStore(gateway()), options.timeout);
    }
    return outbox;
  }

  /**
   * Sends a write at most once, and returns its fate. From here to the end of the session, a stop
   * of the process tells what may have happened.
   *
   * @param named the key that the line gives, or null
   * @throws IllegalArgumentException when it would be demo data that was not asked for, or the key
   *     belongs to another write
   */
  OutboxResult send(InboxWrite write, @Nullable OutboxKey named) {
    backend().refuseWriteOnDemoData();
    inHand = backend().inHand(outbox(), write, named, this::tellOfStop);
    var result = inHand.send();
    lastResult = result;
    return result;
  }

  /** The write that this session was to make; empty if it was to make none. */
  Optional<WriteInHand> inHand() {
    return Optional.ofNullable(inHand);
  }

  /** The key of the write that was sent. */
  OutboxKey keyInHand() {
    return Objects.requireNonNull(inHand, "write").key();
  }

  /** The fate of the write that was sent. */
  OutboxResult lastResult() {
    return Objects.requireNonNull(lastResult, "result");
  }

  /** The answers of the server to the write that was sent. */
  KeptAnswers answers() {
    return outbox().answers();
  }

  private void tellOfStop(InboxWrite write, OutboxKey key) {
    var id = write.conversation();
    tellError(
        InboxException.Kind.OUTCOME_UNKNOWN.label(),
        "Stopped before the outcome was known: the write to "
            + id
            + " may have been executed. Look with \"inbox timeline "
            + id
            + "\" in two minutes or later, and send nothing before."
            + backend().whereToLook(key),
        null);
  }

  /** The gateway behind the inbox, for a command that keeps what comes page by page. */
  InboxGateway gateway() {
    return injector().getInstance(InboxGateway.class);
  }

  /** The same for long work: it waits for the budget as long as it takes. */
  PatientGateway patientGateway(Consumer<Instant> waiting) {
    return new PatientGateway(
        gateway(),
        console.clock(),
        time -> {
          waiting.accept(time);
          var rest = Duration.between(console.clock().instant(), time);
          Thread.sleep(Math.max(0, rest.toMillis()));
        });
  }

  private Injector injector() {
    if (injector == null) {
      injector = Guice.createInjector(Stage.PRODUCTION, backend().module());
    }
    return injector;
  }

  /** The budget of this run over a store that it shares with others, until it ends. */
  RequestBudget share(BudgetStore store) {
    budget = new SessionBudget(store);
    return budget.budget();
  }

  /** The backend the line and the environment choose. */
  BackendChoice backend() {
    if (choice == null) {
      choice = BackendChoice.of(this);
    }
    return choice;
  }

  private String backendName() {
    return choice == null ? "none" : choice.toString();
  }

  /**
   * Prints the answer, as lines of text or as a JSON object that begins with the backend: {@code
   * none} if the command asked none and names none itself.
   */
  void answer(Supplier<Map<String, Object>> json, Supplier<List<String>> text) {
    if (options.json) {
      var document = JsonOutput.object("backend", backendName());
      document.putAll(json.get());
      console.out().println(JsonOutput.write(document, console.terminal()));
    } else {
      text.get().forEach(console.out()::println);
    }
  }

  /** Tells what went wrong. */
  void tellError(String kind, String message, @Nullable Exception e) {
    var trace = options.verbose && e != null ? stackTrace(e) : "";
    if (options.json) {
      var error = JsonOutput.object("error", kind, "message", message, "backend", backendName());
      if (!trace.isEmpty()) {
        error.put("stackTrace", trace);
      }
      console.err().println(JsonOutput.write(error, false));
      return;
    }
    var safe = message.lines().map(PrintableText::line).collect(Collectors.joining("\n"));
    console.err().println("inbox: " + TextStyle.RED.paint(safe, console.errorColours()));
    console.err().print(trace);
  }

  private static String stackTrace(Exception e) {
    var trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  /** Tells what the reader must know beside the answer. */
  void warn(String line) {
    console.err().println("inbox: " + TextStyle.YELLOW.paint(line, console.errorColours()));
  }

  /** Tells what the answer lacks. */
  void warnOfUnreadable(UnreadablePart left) {
    warn(
        (left.wholeItem() ? "Left out " : "Could not read ")
            + left.where()
            + ": "
            + left.problem());
  }

  /** Tells what helps a person and would disturb a script. */
  void hint(String line) {
    if (console.errorTerminal() && !options.json) {
      console.err().println(TextStyle.FAINT.paint(line, console.errorColours()));
    }
  }

  /** The text a person gave: as an argument, or on standard input for {@code -}. */
  String text(String argument) throws IOException {
    var text = argument.equals("-") ? console.readText() : argument;
    UnreadLetters.refuse(text);
    return text;
  }

  /** Lets go of the backend, if there is one. */
  @Override
  public void close() {
    if (inHand != null) {
      inHand.close();
    }
    if (injector != null) {
      injector.getInstance(InboxGateway.class).close();
    }
    if (budget != null) {
      budget.close();
    }
  }
}
