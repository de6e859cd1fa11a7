package io.inboxport.http.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random sequences end the same on all three inboxes, step by step. A failing sequence is shrunk
 * and printed with its seed; {@code @Property(seed = "…")} plays it again. {@link MillionSteps}
 * takes longer walks.
 */
class DifferentialTest {
  private static final SideBySide INBOXES = SideBySide.open();

  @Property(tries = 230, edgeCases = EdgeCasesMode.NONE)
  void the_three_inboxes_agree_after_every_step(@ForAll("sequences") List<Step> steps) {
    INBOXES.take(steps);
  }

  @Provide
  Arbitrary<List<Step>> sequences() {
    return Steps.sequences();
  }

  @AfterContainer
  static void close() {
    INBOXES.close();
    assertThat(INBOXES.stepsTaken()).as("steps taken").isGreaterThan(10_000);
    for (var operation : Operation.values()) {
      // Enough of each to have shown something, sound input and unsound.
      assertThat(INBOXES.ends())
          .hasEntrySatisfying(operation + " success", n -> assertThat(n).isGreaterThan(50))
          .containsKey(operation + (operation.isWrite() ? " OutcomeUnknown" : " Unavailable"))
          .containsKey(operation + " Rejected");
    }
  }
}
