package io.inboxport.directory;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Order of a list by one of its fields. The vendor shows {@code name,1} for tags and {@code
 * created,0} for canned responses, and names no other field.
 *
 * @param field the field as the server calls it: letters, digits and underscores
 * @param ascending whether the smallest value comes first
 */
public record ListOrdering(String field, boolean ascending) {
  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_]{1,64}");

  /**
   * Creates the order.
   *
   * @throws IllegalArgumentException when the field is none, or holds another character
   */
  public ListOrdering {
    if (!FIELD.matcher(Objects.requireNonNull(field, "field")).matches()) {
      throw new IllegalArgumentException(
          "The field to order by is not a name: give letters, digits and underscores.");
    }
  }

  /** Returns the order by name, from A to Z. */
  public static ListOrdering byName() {
    return new ListOrdering("name", true);
  }

  /** Returns the order by the time of creation, the latest first. */
  public static ListOrdering newestFirst() {
    return new ListOrdering("created", false);
  }

  /** Returns the order as the API writes it: {@code name,1}. */
  @Override
  public String toString() {
    return field + (ascending ? ",1" : ",0");
  }
}
