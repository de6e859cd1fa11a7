package io.inboxport.properties;

/**
 * Failure of a property. Its message shows the simplest failing case, the first one, and the seed
 * that finds both again. Its cause is the failure of the simplest case.
 */
public final class PropertyFailure extends AssertionError {
  private final long seed;

  PropertyFailure(String message, long seed, Throwable cause) {
    super(message, cause);
    this.seed = seed;
  }

  /** The seed with which the check fails again. */
  public long seed() {
    return seed;
  }
}
