#!/usr/bin/env bash
# H2 2.3.232: of a table that is used as a queue, SELECT ... ORDER BY ... FETCH FIRST ROW ONLY FOR
# UPDATE SKIP LOCKED locks every row that matches, and not the one that it returns. A second worker
# finds nothing while the first one has its row. The same query without FOR UPDATE reads one row by
# the index; with it, all of them. Ends with 0 while that is so, and with 1 once it changes. Needs a
# JDK from 17 on and Maven.
set -euo pipefail

version=2.3.232
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat > "$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>queue-table</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.h2database</groupId>
      <artifactId>h2</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -f "$dir/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
  -DoutputDirectory="$dir/lib"

cat > "$dir/QueueTable.java" <<'JAVA'
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

class QueueTable {
  private static final String FIRST =
      "SELECT place FROM queue WHERE owner = 'a' ORDER BY owner, place FETCH FIRST ROW ONLY";
  private static final String LOCKED = FIRST + " FOR UPDATE SKIP LOCKED";

  public static void main(String[] args) throws SQLException {
    var url = "jdbc:h2:mem:queue;DB_CLOSE_DELAY=-1";
    try (var one = DriverManager.getConnection(url);
        var other = DriverManager.getConnection(url);
        var first = one.createStatement();
        var second = other.createStatement()) {
      first.execute("CREATE TABLE queue (owner VARCHAR(9) NOT NULL, place INT NOT NULL, word CLOB)");
      first.execute("CREATE INDEX places ON queue (owner, place)");
      first.execute("INSERT INTO queue SELECT 'a', x, 'word' FROM SYSTEM_RANGE(1, 1000)");
      System.out.println("reads " + scanned(first, FIRST) + " or " + scanned(first, LOCKED));
      one.setAutoCommit(false);
      other.setAutoCommit(false);
      System.out.println("first worker: " + found(first));
      System.out.println("second worker: " + found(second));
    }
  }

  private static String scanned(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery("EXPLAIN ANALYZE " + query)) {
      rows.next();
      var count = Pattern.compile("scanCount: (\\d+)").matcher(rows.getString(1));
      return count.find() ? count.group(1) : "?";
    }
  }

  private static String found(Statement statement) throws SQLException {
    try (var rows = statement.executeQuery(LOCKED)) {
      return rows.next() ? "row " + rows.getInt(1) : "no row";
    }
  }
}
JAVA
said=$(java -cp "$dir/lib/*" "$dir/QueueTable.java" | paste -sd '|')
[ "$said" = "reads 1 or 1001|first worker: row 1|second worker: no row" ] ||
  { echo "changed: $said" >&2; exit 1; }
echo "h2 $version: $said"
