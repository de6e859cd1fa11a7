package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.SteppedTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClosedBudgetTest {
  @Test
  void a_budget_that_closes_reports_at_once_what_has_ended() throws Exception {
    var time = new SteppedTime();
    var store = new LedgerStore(() -> time.clock().millis());
    var budget =
        SharedRequestBudget.over(store)
            .time(time)
            .clock(time.clock())
            .runner(new SteppedRunner())
            .build();
    budget.reserve(RequestKind.READ, Duration.ZERO).close();
    assertThat(underWay(store)).as("the end waits for another exchange").isEqualTo(1);

    budget.close();

    assertThat(underWay(store)).isZero();
  }

  private static int underWay(LedgerStore store) {
    return BudgetView.of(store.look(), RequestLimits.documented()).underWay();
  }
}
