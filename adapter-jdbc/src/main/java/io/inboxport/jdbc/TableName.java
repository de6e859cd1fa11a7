package io.inboxport.jdbc;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Name of a table, with its schema if one is given. It goes into statements as it is, without
 * quotes, so it holds nothing but letters, digits and underscores.
 *
 * @param schema the schema; null for that of the connection
 * @param name the name without its schema
 */
record TableName(@Nullable String schema, String name) {
  // PostgreSQL keeps 63 characters of a name, MariaDB 64.
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
  private static final int LONGEST_PREFIX = 50;

  /** Reads {@code table} or {@code schema.table}. */
  static TableName of(String text) {
    int dot = text.indexOf('.');
    var schema = dot < 0 ? null : text.substring(0, dot);
    var name = text.substring(dot + 1);
    if (!isIdentifier(name) || (schema != null && !isIdentifier(schema))) {
      throw new IllegalArgumentException(
          "\"%s\" is no name of a table: use table or schema.table, each of 1 to 63 letters A to Z,"
                  .formatted(text)
              + " digits and underscores, and no digit first.");
    }
    return new TableName(schema, name);
  }

  private static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches();
  }

  /** Returns the beginning of the names of its indexes, which may not be longer than its own. */
  String prefix() {
    return name.substring(0, Math.min(name.length(), LONGEST_PREFIX)) + "_";
  }

  /** Returns the name as statements use it. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
