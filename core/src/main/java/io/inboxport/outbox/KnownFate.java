package io.inboxport.outbox;

import io.inboxport.outbox.OutboxResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Words for what an entry tells about its write, without another step. */
final class KnownFate {
  private KnownFate() {}

  /**
   * Returns the fate of a write by its entry.
   *
   * @param now the time of the gateway's clock, which the result goes by
   */
  static OutboxResult of(OutboxEntry entry, Instant now) {
    return switch (entry.state()) {
      case DONE -> OutboxResult.of(Outcome.ALREADY_DONE, "It was done before." + said(entry));
      case REFUSED -> OutboxResult.of(Outcome.REFUSED, "It was refused before." + said(entry));
      case PLANNED -> waiting(entry, "Another worker is about to send it.", untilFree(entry), now);
      case NOT_SENT ->
          entry.isHeld()
              ? waiting(entry, "Another worker has it in hand.", untilFree(entry), now)
              : OutboxResult.of(Outcome.NOT_SENT, "It was not sent." + said(entry));
      case SENDING ->
          entry.isHeld()
              ? waiting(entry, "It is being sent, or its process died.", untilDue(entry), now)
              : waiting(entry, "Its process died, or lost the answer.", untilDue(entry), now);
      case IN_DOUBT ->
          entry.needsPerson()
              ? OutboxResult.of(
                  Outcome.IN_DOUBT, "A person has to look and settle it." + said(entry))
              : waiting(entry, "It is too early to look again.", untilDue(entry), now);
    };
  }

  private static String said(OutboxEntry entry) {
    return entry.note().isEmpty() ? "" : " " + entry.note();
  }

  private static OutboxResult waiting(
      OutboxEntry entry, String words, @Nullable Duration rest, Instant now) {
    return new OutboxResult(
        Outcome.IN_DOUBT, words + said(entry), rest == null ? null : now.plus(rest), null);
  }

  private static @Nullable Duration untilFree(OutboxEntry entry) {
    var hold = entry.hold();
    return hold == null ? null : rest(entry, hold.until());
  }

  private static @Nullable Duration untilDue(OutboxEntry entry) {
    var due = entry.isDue() ? null : entry.dueAt();
    return due == null ? untilFree(entry) : rest(entry, due);
  }

  private static Duration rest(OutboxEntry entry, Instant time) {
    var rest = Duration.between(entry.readAt(), time);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
