package io.inboxport.properties;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings from outside: the system properties {@value #SEED} and {@value #CASES}.
 *
 * @param seed null for a new one each time
 * @param cases for checks that do not name a number of their own
 */
record CheckSettings(@Nullable Long seed, int cases) {
  static final String SEED = "inboxport.seed";
  static final String CASES = "inboxport.cases";

  /** Some mistakes show in one case of several hundred. A thousand cases take milliseconds. */
  static final int USUAL_CASES = 1_000;

  /** Reads the settings; a property that is not set is null. */
  static CheckSettings read(Function<String, @Nullable String> properties) {
    var seed = number(SEED, properties);
    var cases = number(CASES, properties);
    if (cases != null && (cases < 1 || cases > Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(CASES + " is " + cases + ": set it to 1 or more.");
    }
    return new CheckSettings(seed, cases == null ? USUAL_CASES : cases.intValue());
  }

  private static @Nullable Long number(String name, Function<String, @Nullable String> properties) {
    var text = properties.apply(name);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no integer: \"" + text + "\".", e);
    }
  }
}
