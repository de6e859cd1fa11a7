package io.inboxport.properties;

/** Source of the draws of one case. */
interface DrawSource {
  /** Takes a number from 0 to the highest. */
  long next(long max, DrawWish wish);

  /** Takes a number that is an intention only, and not recorded: 0 when draws are repeated. */
  long aim(long max, DrawWish wish);

  /** Returns whether the draws are given, so that trying again brings nothing new. */
  boolean repeats();
}
