package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of the budget, and the budget of real threads over a database in memory. */
class JdbcRequestBudgetTest {
  // The first exchange loads the driver, on a busy machine.
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final DriverDatabase MEMORY =
      new DriverDatabase("jdbc:h2:mem:settings;DB_CLOSE_DELAY=-1");

  @ParameterizedTest
  @ValueSource(strings = {"a", "Acme_1.prod-eu"})
  void an_account_has_a_readable_name(String account) {
    JdbcRequestBudget.over(MEMORY).account(account).build().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a/b", "ünlü", "a'b"})
  void another_name_is_refused_with_the_rule_and_without_the_name(String account) {
    var budgets = JdbcRequestBudget.over(MEMORY);

    assertThatThrownBy(() -> budgets.account(account))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("1 to 100 letters", "never use a key");
    assertThatThrownBy(() -> budgets.account("k".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budgets.account("secret!key")).hasMessageNotContaining("secret!key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1st", "a-b", "a b", "a.b.c", ".a", "a.", "x;DROP TABLE y", "\"quoted\""})
  void a_table_without_a_plain_name_is_refused(String name) {
    var budgets = JdbcRequestBudget.over(MEMORY);

    assertThatThrownBy(() -> budgets.table(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("\"" + name + "\"", "table or schema.table");
    assertThatThrownBy(() -> budgets.table("t".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void each_dialect_has_a_file_with_the_table_and_its_columns(SqlDialect dialect) {
    var script =
        TableScript.of(dialect, "budget", BudgetTable.STANDARD_NAME, TableName.of("ops.calls"));

    assertThat(script.file()).startsWith("META-INF/inboxport/budget-");
    assertThat(script.statements())
        .singleElement()
        .asString()
        .startsWith("CREATE TABLE IF NOT EXISTS ops.calls (")
        .contains("account ", "ledger ", "version ")
        .doesNotContain("--", ";", "inboxport_budget");
  }

  @Test
  void sqlite_is_refused_with_another_way() throws Exception {
    try (var sqlite = new KeptConnection(new DriverDatabase("jdbc:sqlite::memory:"))) {
      assertThatThrownBy(() -> JdbcRequestBudget.over(sqlite).checkTables())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("FileRequestBudget");
    }
  }

  @Test
  void nothing_is_made_behind_the_back_of_the_embedder() throws Exception {
    var empty = new DriverDatabase("jdbc:h2:mem:empty;DB_CLOSE_DELAY=-1");
    var budget = JdbcRequestBudget.over(empty).account("acme").timeout(PATIENT).build();

    assertThatThrownBy(() -> budget.reserve(RequestKind.READ, PATIENT))
        .isInstanceOf(BudgetUnavailable.class)
        .hasStackTraceContaining("The database has no table inboxport_budget");
    assertThat(
            empty.ask(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'PUBLIC'"))
        .isEqualTo("0");
  }

  @Test
  void two_budgets_of_an_account_share_its_limits() throws Exception {
    var budgets = JdbcRequestBudget.over(MEMORY);
    budgets.createTables();
    var limits = RequestLimits.documented().toBuilder().perMinute(10).build();
    // Without permits in advance, each request is one of the ten at once.
    var settings = budgets.account("shared").limits(limits).timeout(PATIENT).readAhead(0);
    try (var one = settings.process("one").build();
        var two = settings.process("two").build()) {
      for (var budget : List.of(one, two, one, two, one, two, one, two, one, two)) {
        budget.reserve(RequestKind.READ, Duration.ZERO).close();
      }

      assertThatThrownBy(() -> one.reserve(RequestKind.READ, Duration.ZERO))
          .isInstanceOf(PermitRefused.class);
    }
  }
}
