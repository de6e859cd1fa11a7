package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.outbox.Settlement;

/** Word for the decision of a person about a write. */
enum SettlementWord {
  DONE(Settlement.DONE),
  NOT_SENT(Settlement.NOT_SENT),
  /** It is sent at once: the command line plans nothing. */
  SEND(Settlement.NOT_SENT),
  GIVEN_UP(Settlement.GIVEN_UP);

  private final Settlement settlement;

  SettlementWord(Settlement settlement) {
    this.settlement = settlement;
  }

  Settlement settlement() {
    return settlement;
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return JsonOutput.word(this);
  }
}
