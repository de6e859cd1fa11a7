package io.inboxport.app;

import io.inboxport.call.InboxException;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Words for the fate of a write, and its exit status.
 *
 * @param key the key of the write
 * @param result the fate
 */
record OutboxResultText(OutboxKey key, OutboxResult result) {
  private static final String LOOK = "A look found: ";

  /** The kind of the error, for programs. */
  String label() {
    return switch (result.outcome()) {
      case SENT, ALREADY_DONE -> "None";
      case REFUSED -> "Refused";
      case NOT_SENT -> "NotSent";
      case IN_DOUBT -> InboxException.Kind.OUTCOME_UNKNOWN.label();
    };
  }

  int status() {
    return switch (result.outcome()) {
      case SENT, ALREADY_DONE -> SessionCommand.DONE;
      case REFUSED -> FailureReporter.REJECTED;
      case NOT_SENT -> FailureReporter.UNAVAILABLE;
      case IN_DOUBT -> FailureReporter.OUTCOME_UNKNOWN;
    };
  }

  String sentence() {
    return switch (result.outcome()) {
      case SENT -> "Sent. " + result.explanation();
      case ALREADY_DONE -> "Already done; nothing was sent now. " + result.explanation();
      case REFUSED ->
          "Refused; nothing was sent now. " + result.explanation() + " Another key tries it again.";
      case NOT_SENT -> "Not sent; it is safe to run the same line again. " + result.explanation();
      case IN_DOUBT -> "In doubt; nothing was sent now. " + result.explanation() + howToLook();
    };
  }

  private String howToLook() {
    return " Look with \"inbox outbox look "
        + key
        + "\""
        + result.tryAgainAt().map(time -> " at " + second(time) + " or later").orElse("")
        + "; \"inbox outbox settle\" writes down what you found.";
  }

  /** The finding of a look, without saying that it was one. */
  String finding() {
    var words = result.explanation();
    return words.startsWith(LOOK) ? words.substring(LOOK.length()) : words;
  }

  /** The first whole second that is not before this time. */
  static Instant second(Instant time) {
    return time.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
  }
}
