package io.inboxport.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.inboxport.Inbox;
import io.inboxport.Reconciliation;
import io.inboxport.app.export.PatientGateway;
import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.output.PrintableText;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private @Nullable StopNotice stopNotice;
  private @Nullable TimelineEntryId newestBefore;
  private @Nullable Operation askedWrite;

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

  /**
   * The same inbox, for a write to this conversation. From here to the end of the session, a stop
   * of the process tells what may have happened.
   *
   * @throws IllegalArgumentException when it would be demo data that was not asked for
   */
  Inbox inboxToWrite(ConversationId id) {
    backend().refuseWriteOnDemoData();
    var inbox = inbox();
    if (stopNotice == null) {
      stopNotice = new StopNotice(() -> tellOfStop(id));
    }
    return inbox;
  }

  /**
   * The same inbox, for a write of a text. What the timeline holds now tells later what is new: an
   * equal text of the same second could be an earlier one.
   *
   * @param write the write that the line asks for, for a message if a read before it fails
   */
  Inbox inboxToWriteText(Operation write, ConversationId id) {
    var inbox = inboxToWrite(id);
    askedWrite = write;
    newestBefore = inbox.timeline(id).stream().findFirst().map(TimelineEntry::id).orElse(null);
    return inbox;
  }

  /** The write of a text that this session was to make; empty if it was to make none. */
  Optional<Operation> askedWrite() {
    return Optional.ofNullable(askedWrite);
  }

  /** Looks for the effect of a write of this session. */
  Reconciliation reconcile(OutcomeUnknown unknown) {
    return newestBefore == null
        ? inbox().reconcile(unknown)
        : inbox().reconcile(unknown, newestBefore);
  }

  private void tellOfStop(ConversationId id) {
    tellError(
        InboxException.Kind.OUTCOME_UNKNOWN.label(),
        "Stopped before the outcome was known: the write to "
            + id
            + " may have been executed. Look with \"inbox timeline "
            + id
            + "\" in two minutes or later, and send nothing before.",
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
    if (stopNotice != null) {
      stopNotice.close();
    }
    if (injector != null) {
      injector.getInstance(InboxGateway.class).close();
    }
    if (budget != null) {
      budget.close();
    }
  }
}
