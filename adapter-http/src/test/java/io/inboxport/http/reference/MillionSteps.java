package io.inboxport.http.reference;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The same as {@link DifferentialTest} for a million steps. Its name keeps it out of the build; run
 * it with {@code mvn test -pl adapter-http -am -Dtest=MillionSteps
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class MillionSteps {
  private static final SideBySide INBOXES = SideBySide.open();

  @Property(tries = 20_500, edgeCases = EdgeCasesMode.NONE)
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
  }
}
