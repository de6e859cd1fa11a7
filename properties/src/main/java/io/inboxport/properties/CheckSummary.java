package io.inboxport.properties;

/**
 * Summary of a check that found no failing case.
 *
 * @param seed repeats the check
 * @param cases were checked
 * @param complete true if these were all cases that there are
 */
public record CheckSummary(long seed, int cases, boolean complete) {}
