package io.inboxport.app;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.Operation;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.outbox.OutboxUnavailable;
import io.inboxport.reply.ReplyReason.ContentUnsupported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong, so that a stranger knows what to do, and as an exit status. */
final class FailureReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
  static final int UNEXPECTED = 1;
  static final int USAGE = 2;
  static final int REFUSED = 3;
  static final int NOT_FOUND = 4;
  static final int NOT_ALLOWED = 5;
  static final int REJECTED = 6;
  static final int RATE_LIMITED = 7;
  static final int UNAVAILABLE = 8;
  static final int OUTCOME_UNKNOWN = 9;
  static final int UNREADABLE = 10;

  private final CommandSession session;

  FailureReporter(CommandSession session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    // The line was not understood, so neither was what it says about JSON and verbosity.
    session.options().json |= Arrays.asList(args).contains("--json");
    session.options().verbose |= Arrays.asList(args).contains("--verbose");
    session.tellError("InvalidInput", message(e), e);
    if (!session.options().json) {
      var name = e.getCommandLine().getCommandSpec().qualifiedName();
      session.console().err().println("Try '" + name + " --help'.");
    }
    return USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
    if (e instanceof InboxException failure) {
      session.tellError(failure.kind().label(), message(failure) + next(failure), e);
      return statusOf(failure);
    }
    if (e instanceof IllegalArgumentException) {
      session.tellError("InvalidInput", String.valueOf(e.getMessage()), e);
      return USAGE;
    }
    if (e instanceof OutboxUnavailable) {
      session.tellError("InputOutput", String.valueOf(e.getMessage()), e);
      return UNEXPECTED;
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      session.tellError("InputOutput", describe(e), e);
      return UNEXPECTED;
    }
    session.tellError("Unexpected", "Unexpected " + describe(e) + ". See it with --verbose.", e);
    return UNEXPECTED;
  }

  /** Speaks of the write that was asked for, if only a read before it failed. */
  private String message(InboxException failure) {
    var asked =
        session
            .inHand()
            .map(inHand -> inHand.write().operation())
            .filter(write -> !failure.operation().isWrite());
    if (asked.isEmpty()) {
      return String.valueOf(failure.getMessage());
    }
    var told =
        failure instanceof NotFound
            ? new NotFound(
                asked.get(), failure.conversation().orElse(null), failure.serverMessage())
            : failure;
    return (asked.get() == Operation.REPLY ? "Nothing was sent. " : "Nothing was changed. ")
        + told.getMessage();
  }

  /** Returns what this command line has done or offers beyond what the library says. */
  private String next(InboxException failure) {
    var inHand = session.inHand();
    if (failure instanceof OutcomeUnknown && inHand.isPresent()) {
      return "\n" + looked(inHand.get());
    }
    if (failure.getCause() instanceof BudgetUnavailable store
        && store.getCause() instanceof FileSystemException reason) {
      return "\n" + describe(reason);
    }
    boolean droppable =
        failure instanceof ReplyRefused refused
            && refused.verdict().reasons().stream().anyMatch(ContentUnsupported.class::isInstance);
    if (droppable) {
      return "\nWith --drop-unsupported the reply goes without it.";
    }
    return inHand.isPresent() && inHand.get().isNamed() && isSafeAgain()
        ? "\nNot sent; it is safe to run the same line again."
        : "";
  }

  private boolean isSafeAgain() {
    return session.lastResult().outcome() == OutboxResult.Outcome.NOT_SENT;
  }

  /** Looks for the write at once: an effect that is there can be told. */
  private String looked(WriteInHand inHand) {
    OutboxResult found;
    try {
      found = inHand.look();
    } catch (OutboxUnavailable | IllegalArgumentException failure) {
      return "It could not look: " + failure.getMessage();
    }
    if (found.failure().isPresent()) {
      return "It could not look: " + found.failure().get().getMessage() + keptAs(inHand);
    }
    var outcome =
        switch (found.outcome()) {
          case SENT, ALREADY_DONE -> "it was executed";
          case NOT_SENT, REFUSED -> "its effect is not there";
          case IN_DOUBT -> "it cannot be told";
        };
    return "It has looked, and "
        + outcome
        + ". "
        + new OutboxResultText(inHand.key(), found).finding()
        + found
            .tryAgainAt()
            .map(
                time ->
                    " Look at the conversation at "
                        + OutboxResultText.second(time)
                        + " or later, and send nothing before.")
            .orElse("")
        + (found.outcome() == OutboxResult.Outcome.IN_DOUBT ? keptAs(inHand) : "");
  }

  private String keptAs(WriteInHand inHand) {
    return session.backend().whereToLook(inHand.key());
  }

  static int statusOf(InboxException failure) {
    return switch (failure.kind()) {
      case REPLY_REFUSED -> REFUSED;
      case NOT_FOUND -> NOT_FOUND;
      case AUTHENTICATION_FAILED, PERMISSION_DENIED -> NOT_ALLOWED;
      case REJECTED -> REJECTED;
      case RATE_LIMITED -> RATE_LIMITED;
      case UNAVAILABLE -> UNAVAILABLE;
      case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
      case UNREADABLE_RESPONSE -> UNREADABLE;
    };
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    // What the vocabulary says stands for itself.
    return String.valueOf(
        e.getCause() instanceof TypeConversionException said ? said.getMessage() : e.getMessage());
  }

  private static String unmatched(UnmatchedArgumentException e) {
    var word = e.getUnmatched().get(0);
    var spec = e.getCommandLine().getCommandSpec();
    if (e.isUnknownOption()) {
      var names = spec.options().stream().flatMap(option -> Stream.of(option.names())).toList();
      // What follows the name may be a secret.
      return unknown("option", word.split("=", 2)[0], names);
    }
    return spec.subcommands().isEmpty()
        ? "Unexpected argument \"" + word + "\": quote a text with spaces."
        : unknown("command", word, spec.subcommands().keySet());
  }

  private static String unknown(String what, String word, Collection<String> known) {
    var guess = SpellingSuggestion.nearest(word, known);
    return "Unknown "
        + what
        + " \""
        + word
        + "\""
        + guess.map(g -> ": did you mean " + g + "?").orElse(".");
  }

  private static String describe(Throwable e) {
    if (e instanceof UncheckedIOException && e.getCause() != null) {
      return describe(e.getCause());
    }
    if (e instanceof NoSuchFileException missing) {
      return "There is no file or folder " + missing.getFile() + ".";
    }
    if (e instanceof BindException) {
      return "The port cannot be opened: another program listens there, or you may not. Give another"
          + " --port, or none for one that is free.";
    }
    if (e instanceof AccessDeniedException denied) {
      return "The file " + denied.getFile() + " may not be read or written by you.";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return "The file " + failure.getFile() + " cannot be used: " + failure.getReason() + ".";
    }
    if (e.getClass() == IOException.class && e.getMessage() != null) {
      return e.getMessage();
    }
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }
}
