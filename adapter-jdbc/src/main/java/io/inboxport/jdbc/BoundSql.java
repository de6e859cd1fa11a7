package io.inboxport.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statement with its values, which are bound and never part of its text. Not thread-safe. */
final class BoundSql {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Adds a part of the statement, with the values of its question marks; none of them is null. */
  BoundSql add(String part, Object... bound) {
    text.append(part);
    values.addAll(List.of(bound));
    return this;
  }

  /** Adds a value, or NULL. */
  BoundSql value(@Nullable Object value) {
    return value == null ? add("NULL") : add("?", value);
  }

  /** Adds values in parentheses, at least one. */
  BoundSql list(Collection<?> listed) {
    text.append('(').append(String.join(", ", Collections.nCopies(listed.size(), "?")));
    text.append(')');
    values.addAll(listed);
    return this;
  }

  /** Returns another text with the same values. */
  BoundSql as(String otherText) {
    var other = new BoundSql();
    other.text.append(otherText);
    other.values.addAll(values);
    return other;
  }

  String text() {
    return text.toString();
  }

  void bind(PreparedStatement statement) throws SQLException {
    int place = 1;
    for (var value : values) {
      if (value instanceof byte[] bytes) {
        statement.setBytes(place++, bytes);
      } else if (value instanceof Long number) {
        statement.setLong(place++, number);
      } else if (value instanceof Integer number) {
        statement.setInt(place++, number);
      } else {
        statement.setString(place++, value.toString());
      }
    }
  }
}
