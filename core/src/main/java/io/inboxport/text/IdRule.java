package io.inboxport.text;

import java.util.Objects;

/** Rule that every id obeys. */
public final class IdRule {
  private IdRule() {}

  /**
   * Checks an id before it is used.
   *
   * <p>Ids are opaque, so neither their length nor their alphabet is checked. Only a text that can
   * name nothing is refused:
   *
   * <ul>
   *   <li>a blank text;
   *   <li>{@code "."} and {@code ".."}: every URL parser on the way would resolve them as a step in
   *       the path, and so address another endpoint;
   *   <li>a text that is not {@linkplain WellFormedText well-formed}: no encoding can carry it.
   * </ul>
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
