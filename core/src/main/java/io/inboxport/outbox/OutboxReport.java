package io.inboxport.outbox;

/**
 * Numbers of what a worker of an outbox did in one go.
 *
 * @param done writes that were sent, or found in effect
 * @param refused writes that a rule or the server declined
 * @param notSent writes that had no effect: planned again, or left to a person
 * @param inDoubt writes whose fate is open, to be looked up later or by a person
 */
public record OutboxReport(int done, int refused, int notSent, int inDoubt) {
  /** The report of a worker that found nothing to do. */
  static final OutboxReport NOTHING = new OutboxReport(0, 0, 0, 0);

  /** Returns how many writes it dealt with. */
  public int total() {
    return done + refused + notSent + inDoubt;
  }

  OutboxReport with(OutboxResult.Outcome outcome) {
    return switch (outcome) {
      case SENT, ALREADY_DONE -> new OutboxReport(done + 1, refused, notSent, inDoubt);
      case REFUSED -> new OutboxReport(done, refused + 1, notSent, inDoubt);
      case NOT_SENT -> new OutboxReport(done, refused, notSent + 1, inDoubt);
      case IN_DOUBT -> new OutboxReport(done, refused, notSent, inDoubt + 1);
    };
  }
}
