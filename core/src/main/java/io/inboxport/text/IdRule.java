package io.inboxport.text;

import java.util.Objects;

/** The one rule that every id obeys. */
public final class IdRule {
  private IdRule() {}

  /**
   * Checks an id before it is used.
   *
   * <p>Ids are opaque, so neither their length nor their alphabet is checked. Refused is only what
   * can name nothing: a blank text, and {@code "."} and {@code ".."}, which every URL parser on the
   * way would resolve as a step in the path and so address another endpoint, and a text that is not
   * {@linkplain WellFormedText well-formed}, which no encoding can carry.
   *
   * @param what what the id names, for the message
   * @throws IllegalArgumentException when the text is blank, a path step or not well-formed
   */
  public static void check(String what, String value) {
    Objects.requireNonNull(value, what);
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "The " + what + " is blank: give the id as the server wrote it.");
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " \""
              + value
              + "\" is a step in a path: give the id as the server wrote it.");
    }
    WellFormedText.check(what, value);
  }
}
