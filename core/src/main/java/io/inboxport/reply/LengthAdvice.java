package io.inboxport.reply;

import java.util.Objects;

/**
 * Advice that a reply is longer than its network takes. The API takes it all the same: it may then
 * be dropped on the network, in silence. Never a reason to refuse.
 *
 * @param limit the limit that is exceeded
 * @param length the length of the reply by the measure of the limit
 */
public record LengthAdvice(LengthLimit limit, int length) {
  private static final int DATE = "2026-11-28".length();

  /**
   * Creates the advice.
   *
   * @throws IllegalArgumentException when the length does not exceed the limit
   */
  public LengthAdvice {
    Objects.requireNonNull(limit, "limit");
    if (length <= limit.maximum()) {
      throw new IllegalArgumentException(
          "A length of " + length + " does not exceed the limit of " + limit.maximum() + ".");
    }
  }

  /** Returns the advice as a sentence, without the text of the reply. */
  public String describe() {
    return "The reply has %d %s, and %s takes %d of a %s: shorten it by %d, or the network may drop it. (%s, %s)"
        .formatted(
            length,
            limit.measure().unit(),
            limit.network(),
            limit.maximum(),
            limit.channel() == ReplyChannel.DIRECT_MESSAGE ? "direct message" : "public comment",
            length - limit.maximum(),
            limit.source(),
            limit.seen().toString().substring(0, DATE));
  }
}
