package io.inboxport.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Statements that make the tables of one subject, read from the SQL file for the dialect. The file
 * is for embedders who make their tables themselves; so both get the same.
 *
 * @param file the file in the jar
 * @param statements its statements, with the name that was set
 */
record TableScript(String file, List<String> statements) {
  /** Way to a new transaction. */
  @FunctionalInterface
  interface TransactionSource {
    /** Begins a transaction. */
    StoreTransaction begin() throws SQLException;
  }

  /**
   * Reads the file of a subject.
   *
   * @param standardName the name of the table in the file
   * @param name the name that it gets
   */
  static TableScript of(SqlDialect dialect, String subject, String standardName, TableName name) {
    var file = dialect.scriptFile(subject);
    var statements =
        Stream.of(read(file).replaceAll("(?m)^--.*$", "").split(";"))
            .map(String::strip)
            .filter(statement -> !statement.isEmpty())
            .map(statement -> named(statement, standardName, name))
            .toList();
    return new TableScript(file, statements);
  }

  /** Names the table, and its indexes after it: in most databases they share one name space. */
  private static String named(String statement, String standardName, TableName name) {
    return Pattern.compile("\\b" + standardName + "(_?)")
        .matcher(statement)
        .replaceAll(found -> found.group(1).isEmpty() ? name.toString() : name.prefix());
  }

  private static String read(String file) {
    try (var in = TableScript.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IllegalStateException("The jar of inboxport-jdbc has no " + file + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a table; tries twice, since PostgreSQL fails if another process makes it as well.
   *
   * @param standardName the name of the table in the file
   * @param name the name that it gets
   */
  static void create(
      TransactionSource transactions, String subject, String standardName, TableName name)
      throws SQLException {
    try {
      createOnce(transactions, subject, standardName, name);
    } catch (SQLException first) {
      try {
        createOnce(transactions, subject, standardName, name);
      } catch (SQLException e) {
        e.addSuppressed(first);
        throw e;
      }
    }
  }

  private static void createOnce(
      TransactionSource transactions, String subject, String standardName, TableName name)
      throws SQLException {
    try (var transaction = transactions.begin()) {
      of(transaction.dialect(), subject, standardName, name).run(transaction);
    }
  }

  private void run(StoreTransaction transaction) throws SQLException {
    try (var statement = transaction.statement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
    transaction.commit();
  }
}
