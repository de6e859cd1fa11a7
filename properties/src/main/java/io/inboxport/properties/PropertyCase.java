package io.inboxport.properties;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of a case, and what is done with them.
 *
 * @param values to be shown when the case fails
 */
record PropertyCase(List<@Nullable Object> values, Action action) {
  /** Check of these values. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }
}
