package io.inboxport.properties;

import org.jspecify.annotations.Nullable;

/** Checks one case, and throws if the property does not hold for it. */
@FunctionalInterface
public interface CaseBody<A extends @Nullable Object> {
  /** Checks a value. */
  void check(A a) throws Exception;

  /** Checks two values. */
  @FunctionalInterface
  interface OfTwo<A extends @Nullable Object, B extends @Nullable Object> {
    /** Checks the two. */
    void check(A a, B b) throws Exception;
  }

  /** Checks three values. */
  @FunctionalInterface
  interface OfThree<
      A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> {
    /** Checks the three. */
    void check(A a, B b, C c) throws Exception;
  }
}
