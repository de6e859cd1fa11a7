package io.inboxport.budget.shared;

import java.io.Serial;
import java.time.Duration;

/** Failure of a store that did not answer in time. */
final class StoreTimeout extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  StoreTimeout(Duration timeout) {
    super("No answer within " + timeout.toMillis() + " ms.");
  }
}
