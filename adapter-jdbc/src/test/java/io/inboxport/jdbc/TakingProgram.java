package io.inboxport.jdbc;

import java.sql.DriverManager;
import java.util.function.LongUnaryOperator;

/** Program that takes permits of a shared budget, as another process does. */
final class TakingProgram {
  private TakingProgram() {}

  /**
   * Takes one permit at a time, so many times, and says how many it got. It starts when it hears a
   * line, and ends without any farewell, as if it were killed.
   *
   * @param arguments the URL of the database, the name of the process, how many times, and the time
   *     of the ledger, or "database"
   */
  public static void main(String... arguments) throws Exception {
    var database = new DriverDatabase(arguments[0]);
    LongUnaryOperator time =
        arguments[3].equals("database")
            ? LongUnaryOperator.identity()
            : ignored -> Long.parseLong(arguments[3]);
    var store = JdbcRequestBudget.over(database).store("acme", time);
    var client = new StoreClient(store, arguments[1]);
    // The database stays open for as long as it has a connection.
    try (var open = DriverManager.getConnection(arguments[0])) {
      System.out.println(open.isClosed() ? "closed" : "ready");
      System.in.read();
      int taken = 0;
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        taken += client.take(1);
      }
      System.out.println(taken);
      System.out.flush();
      if (arguments.length > 4) {
        Runtime.getRuntime().halt(9);
      }
      System.in.read();
    }
  }
}
