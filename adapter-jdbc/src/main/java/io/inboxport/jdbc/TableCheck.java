package io.inboxport.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Check of one table at the start: it exists, has its columns, and the database keeps what it
 * commits. A mistake is then told in words, once, and not by every request.
 *
 * @param subject the subject of the table, as in the name of its SQL file
 * @param table the name of the table
 * @param columns the columns it must have, in lower case
 */
record TableCheck(String subject, TableName table, List<String> columns) {
  /**
   * Checks the table.
   *
   * @throws IllegalStateException if something is missing or unsafe; the message says what to do
   */
  void run(StoreTransaction transaction) throws SQLException {
    var missing = new ArrayList<>(columns);
    missing.removeAll(columnsFound(transaction));
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "The table %s of the database has no column %s: %s in the jar of inboxport-jdbc has it."
              .formatted(table, String.join(", ", missing), file(transaction)));
    }
    try (var statement = transaction.statement();
        var hazards = statement.executeQuery(transaction.dialect().hazards(table, subject))) {
      if (hazards.next()) {
        throw new IllegalStateException(
            "The %s in the table %s would not be safe: %s"
                .formatted(subject, table, hazards.getString(1)));
      }
    }
  }

  private List<String> columnsFound(StoreTransaction transaction) throws SQLException {
    try (var statement = transaction.statement();
        var none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
      var found = new ArrayList<String>();
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        found.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
      return found;
    } catch (SQLException e) {
      if (!transaction.dialect().isTableMissing(e)) {
        throw e;
      }
      throw new IllegalStateException(
          "The database has no table %s: make it by createTables(), or by %s in the jar of inboxport-jdbc."
              .formatted(table, file(transaction)),
          e);
    }
  }

  private String file(StoreTransaction transaction) {
    return transaction.dialect().scriptFile(subject);
  }
}
