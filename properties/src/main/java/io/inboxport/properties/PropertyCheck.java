package io.inboxport.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a property on many random cases.
 *
 * <pre>{@code
 * PropertyCheck.standard().forAll(strings(), text -> assertThat(decode(encode(text))).isEqualTo(text));
 * }</pre>
 *
 * <p>Each check takes a new seed, since every run then finds something else. A failure tells the
 * seed, and {@code -Dinboxport.seed=N} repeats it. {@code -Dinboxport.cases=N} sets the number of
 * cases of those checks that do not name one; it is 1,000 otherwise. If there are fewer cases than
 * that, each is checked once.
 */
public final class PropertyCheck {
  private static final long SEEDS = 1_000_000_000_000L;

  /** Cases given up by filters for each case checked, at most. */
  private static final int MOST_UNMET = 10;

  private final int cases;
  private final @Nullable Long seed;
  private final boolean edges;

  private PropertyCheck(int cases, @Nullable Long seed, boolean edges) {
    this.cases = cases;
    this.seed = seed;
    this.edges = edges;
  }

  /** The usual number of cases. */
  public static PropertyCheck standard() {
    return ofCases(settings().cases());
  }

  /** A number of cases of its own. */
  public static PropertyCheck ofCases(int cases) {
    if (cases < 1) {
      throw new IllegalArgumentException("A check of " + cases + " cases checks nothing.");
    }
    return new PropertyCheck(cases, settings().seed(), true);
  }

  private static CheckSettings settings() {
    return CheckSettings.read(System::getProperty);
  }

  /** The same with this seed. */
  public PropertyCheck withSeed(long fixed) {
    return new PropertyCheck(cases, fixed, edges);
  }

  /** The same with cases that are random alone: edges come by chance only. */
  public PropertyCheck withoutEdges() {
    return new PropertyCheck(cases, seed, false);
  }

  /**
   * Checks values of this generator.
   *
   * @throws PropertyFailure if the body throws for any of them
   */
  public <A extends @Nullable Object> CheckSummary forAll(
      Generator<A> values, CaseBody<? super A> body) {
    return check(
        draws -> {
          A value = values.from(draws);
          return new PropertyCase(Arrays.asList(value), () -> body.check(value));
        });
  }

  /**
   * Checks values of two generators.
   *
   * @throws PropertyFailure if the body throws for any of them
   */
  public <A extends @Nullable Object, B extends @Nullable Object> CheckSummary forAll(
      Generator<A> first, Generator<B> second, CaseBody.OfTwo<? super A, ? super B> body) {
    return check(
        draws -> {
          A a = first.from(draws);
          B b = second.from(draws);
          return new PropertyCase(Arrays.asList(a, b), () -> body.check(a, b));
        });
  }

  /**
   * Checks values of three generators.
   *
   * @throws PropertyFailure if the body throws for any of them
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
      CheckSummary forAll(
          Generator<A> first,
          Generator<B> second,
          Generator<C> third,
          CaseBody.OfThree<? super A, ? super B, ? super C> body) {
    return check(
        draws -> {
          A a = first.from(draws);
          B b = second.from(draws);
          C c = third.from(draws);
          return new PropertyCase(Arrays.asList(a, b, c), () -> body.check(a, b, c));
        });
  }

  private CheckSummary check(Generator<PropertyCase> generator) {
    long used = seed == null ? new SplittableRandom().nextLong(SEEDS) : seed;
    var all = edges ? CaseEnumeration.of(generator, cases) : null;
    if (all != null && !all.isEmpty()) {
      for (int i = 0; i < all.size(); i++) {
        run(generator, new RecordedDraws(all.get(i)), used, i);
      }
      return new CheckSummary(used, all.size(), true);
    }
    var random = new SplittableRandom(used);
    int checked = 0;
    for (int i = 0; checked < cases; i++) {
      if (i - checked > (long) MOST_UNMET * cases) {
        throw new IllegalStateException(
            "Filters gave up " + (i - checked) + " cases and admitted " + checked + ".");
      }
      checked += run(generator, source(i, random.split()), used, checked) ? 1 : 0;
    }
    return new CheckSummary(used, checked, false);
  }

  private DrawSource source(int index, SplittableRandom random) {
    if (!edges) {
      return RandomDraws.withoutEdges(random);
    }
    return index == 0 ? new RecordedDraws(new long[0]) : RandomDraws.ofCase(index, random);
  }

  /** Runs a case, and returns whether it was one. */
  private boolean run(
      Generator<PropertyCase> generator, DrawSource source, long used, int checked) {
    var run = CaseRun.of(generator, source);
    if (run.failure() != null) {
      throw failure(generator, run, used, checked);
    }
    return run.isCase();
  }

  private PropertyFailure failure(
      Generator<PropertyCase> generator, CaseRun found, long used, int checked) {
    var shrinker =
        new CaseShrinker(found, values -> CaseRun.of(generator, new RecordedDraws(values)));
    var simplest = shrinker.shrink();
    var cause = Objects.requireNonNull(simplest.failure());
    var lines = new ArrayList<String>();
    lines.add("The property does not hold for:");
    lines.addAll(shown(generator, simplest));
    lines.add("because of " + cause);
    if (shrinker.steps() > 0) {
      lines.add("It was simplified in " + shrinker.steps() + " steps. It was found as:");
      lines.addAll(shown(generator, found));
    }
    lines.add(
        "This was case "
            + (checked + 1)
            + ". To repeat it, add -D"
            + CheckSettings.SEED
            + "="
            + used);
    return new PropertyFailure(String.join("\n", lines), used, cause);
  }

  /** The values of a case, made anew: its check may have changed them. */
  private static List<String> shown(Generator<PropertyCase> generator, CaseRun run) {
    try {
      var values = generator.from(new CaseDraws(new RecordedDraws(run.values()))).values();
      return IntStream.range(0, values.size())
          .mapToObj(i -> "  " + (i + 1) + ": " + ValueText.of(values.get(i)))
          .toList();
    } catch (RuntimeException e) {
      return List.of("  values that cannot be made or shown: " + e);
    }
  }
}
