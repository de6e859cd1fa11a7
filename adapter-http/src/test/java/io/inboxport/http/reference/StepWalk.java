package io.inboxport.http.reference;

import io.inboxport.properties.CheckSummary;
import io.inboxport.properties.PropertyCheck;
import io.inboxport.testkit.sandbox.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Walk of random sequences on the three inboxes, which have to agree after every step. It fails
 * with the shrunk sequence and the seed; {@code -Dinboxport.seed=N} walks it again.
 *
 * @param seed repeats the walk
 * @param steps were taken
 * @param ends how many calls ended how, by operation and kind: {@code "REPLY Rejected"}
 */
record StepWalk(long seed, int sequences, int steps, Map<String, Integer> ends) {
  static StepWalk of(int sequences, Dialect dialect) {
    try (var inboxes = SideBySide.open(dialect)) {
      CheckSummary summary =
          PropertyCheck.ofCases(sequences).withoutEdges().forAll(Steps.sequences(), inboxes::take);
      return new StepWalk(
          summary.seed(), summary.cases(), inboxes.stepsTaken(), Map.copyOf(inboxes.ends()));
    }
  }

  /** Tells what was done, and what repeats it. */
  String report() {
    return ends.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(end -> String.format(Locale.ROOT, "%9d  %s%n", end.getValue(), end.getKey()))
        .collect(
            Collectors.joining(
                "",
                steps + " steps in " + sequences + " sequences, -Dinboxport.seed=" + seed + "\n",
                ""));
  }
}
