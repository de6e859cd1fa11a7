package io.inboxport.event;

import java.time.Instant;
import java.util.Objects;

/**
 * Position of the poll.
 *
 * @param turn the number of the next turn, from 0 on
 * @param due the time from which on it may be taken, to the millisecond
 */
public record PollPosition(long turn, Instant due) {
  /** Position before the first turn, which is due at once. */
  public static final PollPosition START = new PollPosition(0, Instant.EPOCH);

  /**
   * Creates a position.
   *
   * @throws IllegalArgumentException when the turn is negative
   */
  public PollPosition {
    Objects.requireNonNull(due, "due");
    if (turn < 0) {
      throw new IllegalArgumentException("The turn is " + turn + ": it begins with 0.");
    }
  }
}
