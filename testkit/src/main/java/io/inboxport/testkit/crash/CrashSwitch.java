package io.inboxport.testkit.crash;

import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Switch that lets a process die, or an operation fail, at one of its points. A point is an
 * operation that can fail: a statement, a commit, a call to the server. One switch stands for one
 * process. Not thread-safe: the process has one thread.
 */
public final class CrashSwitch {
  private final BiPredicate<Integer, String> target;
  private final Crash crash;
  private int passed;
  private @Nullable String hit;
  private boolean dead;

  private CrashSwitch(BiPredicate<Integer, String> target, Crash crash) {
    this.target = target;
    this.crash = Objects.requireNonNull(crash, "crash");
  }

  /** Returns the switch of a process that lives. It counts its points. */
  public static CrashSwitch none() {
    return new CrashSwitch((point, name) -> false, Crash.DIES_BEFORE);
  }

  /**
   * Returns a switch that acts at one point.
   *
   * @param point the number of the point, from 0
   */
  public static CrashSwitch at(int point, Crash crash) {
    return new CrashSwitch((passed, name) -> passed == point, crash);
  }

  /** Returns a switch that acts at the first point of this name. */
  public static CrashSwitch at(String pointName, Crash crash) {
    return new CrashSwitch((passed, name) -> name.equals(pointName), crash);
  }

  /** Returns the points that the process has come to. */
  public int points() {
    return passed;
  }

  /** Returns the name of the point at which the switch acted; null if it did not. */
  public @Nullable String hit() {
    return hit;
  }

  /** Returns whether the process is dead. */
  public boolean isDead() {
    return dead;
  }

  /**
   * Comes to a point.
   *
   * @param name the name of the point, for messages
   * @param failure makes the failure of an operation; gets whether the operation was done
   * @throws E if the operation fails by itself, or by the switch
   * @throws ProcessDeath if the process dies here, or is dead
   */
  public <T extends @Nullable Object, E extends Exception> T pass(
      String name, Point<T, E> operation, Function<Boolean, E> failure) throws E {
    if (dead) {
      throw new ProcessDeath();
    }
    boolean acts = hit == null && target.test(passed, name);
    passed++;
    if (!acts) {
      return operation.run();
    }
    hit = crash + " " + name;
    if (crash == Crash.DIES_AFTER || crash == Crash.FAILS_AFTER) {
      var unused = operation.run();
    }
    if (crash == Crash.FAILS_BEFORE || crash == Crash.FAILS_AFTER) {
      throw failure.apply(crash == Crash.FAILS_AFTER);
    }
    dead = true;
    throw new ProcessDeath();
  }

  /** Accident at a point. */
  public enum Crash {
    /** The process dies before the operation. */
    DIES_BEFORE,
    /** The process dies after the operation, before it hears of it. */
    DIES_AFTER,
    /** The operation fails, and does nothing. */
    FAILS_BEFORE,
    /** The operation is done, and its answer is lost. */
    FAILS_AFTER
  }

  /** Operation that can fail. */
  @FunctionalInterface
  public interface Point<T extends @Nullable Object, E extends Exception> {
    /** Does the operation. */
    T run() throws E;
  }
}
