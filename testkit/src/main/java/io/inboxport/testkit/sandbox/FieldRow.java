package io.inboxport.testkit.sandbox;

/**
 * Row of the {@link OperationTable}: a parameter of a query, or a field of a form.
 *
 * @param name the name, without brackets
 * @param most the most code points a text of it has, or 0 if no source tells
 * @param words what it is, in a sentence
 */
record FieldRow(
    String name, Kind kind, boolean required, int most, FactSource source, String words) {
  /** Kind of a field, by how it is written. */
  enum Kind {
    /** A text. */
    TEXT,
    /** A whole number above zero. */
    NUMBER,
    /** A whole number from zero on. */
    PAGE,
    /** Texts in one, parted by commas. */
    LIST,
    /** Texts, as {@code name[]=…} again and again. */
    TEXTS,
    /** Objects of texts, as {@code name[0][key]=…}. */
    OBJECTS
  }

  static FieldRow required(String name, Kind kind, int most, String words) {
    return new FieldRow(name, kind, true, most, FactSource.DOCUMENTED, words);
  }

  static FieldRow optional(String name, Kind kind, int most, String words) {
    return new FieldRow(name, kind, false, most, FactSource.DOCUMENTED, words);
  }

  FieldRow from(FactSource other) {
    return new FieldRow(name, kind, required, most, other, words);
  }
}
