package io.inboxport.call;

/**
 * Limit for the fields of one write. A PHP server reads 1,000 fields of a form and drops the rest
 * without a word, so that a write with more would be done in part and look complete.
 */
final class FormLimit {
  /** PHP's own default, {@code max_input_vars}. */
  static final int FIELDS = 1000;

  private FormLimit() {}

  /**
   * Refuses too many fields.
   *
   * @throws IllegalArgumentException when there are more than 1,000
   */
  static void check(String what, long fields) {
    if (fields > FIELDS) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " take "
              + fields
              + " fields of a form, the limit is "
              + FIELDS
              + ": a PHP server drops the rest without a word.");
    }
  }
}
