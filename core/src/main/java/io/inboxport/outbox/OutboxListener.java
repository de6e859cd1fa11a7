package io.inboxport.outbox;

/**
 * Listener for what {@link Outbox#drain} and looks make of writes. It hears of a fate at most once,
 * and not at all if the process dies first: ask the outbox for what must not be missed. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface OutboxListener {
  /**
   * Hears of a step, behind its commit, on the thread that made it. What it throws passes through
   * to the caller of that step.
   *
   * @param entry the entry before the step
   */
  void heard(OutboxEntry entry, OutboxResult result);
}
