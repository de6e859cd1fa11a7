package io.inboxport.outbox;

/**
 * State of a write in an outbox.
 *
 * <p>A write goes from planned to sending, and from there to done, refused, not sent or in doubt.
 * One that was not sent may be planned again, when the policy of the platform or a person says so.
 * Done and refused are final.
 */
public enum OutboxState {
  /** It waits for its turn; nothing of it has left. */
  PLANNED("planned"),
  /** It was about to leave. Only looking at the conversation tells what became of it. */
  SENDING("sending"),
  /** It is in effect. Its text is gone. */
  DONE("done"),
  /**
   * A rule or the server declined it, or a person gave it up; it had no effect. Its text is gone.
   */
  REFUSED("refused"),
  /** It had no effect, and may be offered again. */
  NOT_SENT("not sent"),
  /** It may have had its effect: a later look or a person tells. */
  IN_DOUBT("in doubt");

  private final String words;

  OutboxState(String words) {
    this.words = words;
  }

  /** Returns whether nothing can happen to the write any more: done or refused. */
  public boolean isFinal() {
    return this == DONE || this == REFUSED;
  }

  /** The state in words, such as {@code "in doubt"}. */
  public String words() {
    return words;
  }
}
