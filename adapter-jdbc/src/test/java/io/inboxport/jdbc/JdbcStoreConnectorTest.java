package io.inboxport.jdbc;

import static io.inboxport.budget.RequestKind.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.budget.shared.BudgetStoreConnector;
import io.inboxport.budget.shared.SharedRequestBudget;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests the way to a store by its URL. */
class JdbcStoreConnectorTest {
  private static final String URL = "jdbc:h2:mem:connector";

  @Test
  void a_url_is_enough_to_share_a_budget() throws Exception {
    try (var kept = DriverManager.getConnection(URL)) {
      JdbcRequestBudget.over(new DriverSource(URL)).createTables();
      try (var one = SharedRequestBudget.at(URL, "acme").timeout(Duration.ofSeconds(9)).build()) {
        one.reserve(READ, Duration.ofSeconds(20)).close();
      }
      assertThat(kept.isClosed()).isFalse();
    }
  }

  @Test
  void a_database_without_a_driver_is_refused_without_its_password() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BudgetStoreConnector.find("jdbc:oracle:thin:joe/hush@host", "acme"))
        .withMessageStartingWith("No driver on the class path knows this database")
        .withMessageNotContaining("hush")
        .withNoCause();
  }
}
