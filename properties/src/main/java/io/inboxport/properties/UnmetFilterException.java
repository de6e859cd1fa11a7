package io.inboxport.properties;

/** Signals that no value passed a filter, so that these draws make no case. */
final class UnmetFilterException extends RuntimeException {
  UnmetFilterException() {
    super("No value passed the filter in " + CaseDraws.MOST_ATTEMPTS + " attempts.");
  }
}
