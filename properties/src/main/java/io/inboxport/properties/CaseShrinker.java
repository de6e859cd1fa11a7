package io.inboxport.properties;

import io.inboxport.properties.CaseDraws.Part;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Makes a failing case simpler while it fails in the same way: leaves out elements of lists, then
 * lowers draws. Fewer draws are simpler than more, and lower ones than higher.
 */
final class CaseShrinker {
  /** Bounds the time that shrinking takes: two minutes at 20 ms a run, as of long sequences. */
  private static final int MOST_RUNS = 5_000;

  /** Values side by side that are tried, if only some of them fail. */
  private static final int NEAR = 8;

  private final Function<long[], CaseRun> runner;
  private CaseRun simplest;

  /** The elements of its lists, those of one list side by side. */
  private List<Part> parts;

  private int runs;
  private int steps;

  /**
   * Starts with a case that failed.
   *
   * @param runner runs the case of these draws
   */
  CaseShrinker(CaseRun failed, Function<long[], CaseRun> runner) {
    this.simplest = failed;
    this.parts = sorted(failed.parts());
    this.runner = runner;
  }

  /** The simplest case found. */
  CaseRun shrink() {
    int before;
    do {
      before = steps;
      leaveOutParts();
      sortParts();
      lowerEach();
      lowerAlike();
    } while (steps > before);
    return simplest;
  }

  /** Returns how often the case became simpler. */
  int steps() {
    return steps;
  }

  private void leaveOutParts() {
    for (int size = Integer.highestOneBit(Math.max(1, parts.size())); size > 0; size /= 2) {
      int first = 0;
      while (first + size <= parts.size()) {
        if (!fails(without(first, first + size - 1))) {
          first += size;
        }
      }
    }
  }

  private long[] without(int firstPart, int lastPart) {
    var first = parts.get(firstPart);
    var last = parts.get(lastPart);
    var values = simplest.values();
    return first.list() != last.list()
        ? values
        : LongStream.concat(
                Arrays.stream(values, 0, first.from()),
                Arrays.stream(values, last.to(), values.length))
            .toArray();
  }

  /** Exchanges neighbours, so that the simplest elements come first. */
  private void sortParts() {
    for (int i = 1; i < parts.size(); i++) {
      for (int j = i; j > 0 && fails(exchanged(j - 1, j)); j--) {
        // It moves on.
      }
    }
  }

  private long[] exchanged(int onePart, int nextPart) {
    var values = simplest.values();
    if (nextPart >= parts.size()) {
      return values;
    }
    var one = parts.get(onePart);
    var next = parts.get(nextPart);
    // The first draw of a part says that it comes, and stays.
    return one.list() != next.list()
        ? values
        : Stream.of(
                Arrays.copyOf(values, one.from() + 1),
                Arrays.copyOfRange(values, next.from() + 1, next.to()),
                Arrays.copyOfRange(values, one.to(), next.from() + 1),
                Arrays.copyOfRange(values, one.from() + 1, one.to()),
                Arrays.copyOfRange(values, next.to(), values.length))
            .flatMapToLong(LongStream::of)
            .toArray();
  }

  private void lowerEach() {
    for (int i = 0; i < simplest.drawn().size(); i++) {
      lower(i);
    }
  }

  /** Lowers draws that are equal together: some cases fail only while two parts are the same. */
  private void lowerAlike() {
    for (var draw : simplest.drawn().stream().distinct().toList()) {
      var drawn = simplest.drawn();
      var alike = IntStream.range(0, drawn.size()).filter(i -> drawn.get(i).equals(draw)).toArray();
      if (alike.length > 1) {
        lower(alike);
      }
    }
  }

  /** Looks for a lower value at these places until none is found. */
  private void lower(int... places) {
    long before;
    do {
      before = steps;
      bisect(places);
      leap(places);
    } while (steps > before);
  }

  /** Tries values some way below, with those near to them: some fail at even numbers only. */
  private void leap(int... places) {
    for (long by = valueAt(places) / 2; by > 0; by /= 2) {
      for (int more = 0; more < NEAR; more++) {
        if (fails(with(Math.max(0, valueAt(places) - by - more), places))) {
          return;
        }
      }
    }
  }

  /** Looks for the lowest value at these places, as if none below one that holds failed. */
  private void bisect(int... places) {
    long fails = valueAt(places);
    if (fails == 0 || fails(with(0, places))) {
      return;
    }
    long holds = 0;
    while (fails - holds > 1) {
      long tried = holds + (fails - holds) / 2;
      if (fails(with(tried, places))) {
        fails = tried;
      } else {
        holds = tried;
      }
    }
  }

  /** Zero too if the case became so short that these places are gone. */
  private long valueAt(int... places) {
    var drawn = simplest.drawn();
    return places[places.length - 1] < drawn.size() ? drawn.get(places[0]).value() : 0;
  }

  private long[] with(long value, int... places) {
    var values = simplest.values();
    for (int place : places) {
      if (place < values.length) {
        values[place] = value;
      }
    }
    return values;
  }

  private boolean fails(long[] values) {
    if (runs >= MOST_RUNS || Arrays.equals(values, simplest.values())) {
      return false;
    }
    runs++;
    var run = runner.apply(values);
    if (run.failure() == null || !alike(run) || !simpler(run.values(), simplest.values())) {
      return false;
    }
    simplest = run;
    parts = sorted(run.parts());
    steps++;
    return true;
  }

  private static List<Part> sorted(List<Part> parts) {
    return parts.stream()
        .sorted(Comparator.comparingInt(Part::list).thenComparingInt(Part::from))
        .toList();
  }

  /** Returns whether this is the same mistake, by the kind of its failure. */
  private boolean alike(CaseRun run) {
    return kind(run).equals(kind(simplest));
  }

  private static Class<?> kind(CaseRun run) {
    var failure = Objects.requireNonNull(run.failure());
    return failure instanceof AssertionError ? AssertionError.class : failure.getClass();
  }

  private static boolean simpler(long[] values, long[] others) {
    return values.length == others.length
        ? Arrays.compare(values, others) < 0
        : values.length < others.length;
  }
}
