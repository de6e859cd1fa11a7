package io.inboxport.properties;

import io.inboxport.properties.CaseDraws.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts through all draws of a generator, as the digits of a number. */
final class CaseEnumeration {
  private CaseEnumeration() {}

  /** The draws of all cases, if there are at most so many; else null. */
  static @Nullable List<long[]> of(Generator<?> generator, int most) {
    var all = new ArrayList<long[]>();
    long[] next = {};
    for (int tried = 0; tried < most; tried++) {
      var draws = new CaseDraws(new RecordedDraws(next));
      try {
        generator.from(draws);
        all.add(draws.values());
      } catch (UnmetFilterException e) {
        // These draws make no case; the next may.
      }
      var drawn = draws.drawn();
      if (alternatives(drawn) >= most) {
        return null;
      }
      int last = drawn.size() - 1;
      while (last >= 0 && drawn.get(last).value() == drawn.get(last).max()) {
        last--;
      }
      if (last < 0) {
        return all;
      }
      next = Arrays.copyOf(draws.values(), last + 1);
      next[last]++;
    }
    return null;
  }

  /** At least so many other cases there are: each draw on the way to this one has its own. */
  private static double alternatives(List<Draw> drawn) {
    return drawn.stream().mapToDouble(Draw::max).sum();
  }
}
