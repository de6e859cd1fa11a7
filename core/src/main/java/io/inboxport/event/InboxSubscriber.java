package io.inboxport.event;

/**
 * Subscriber to the changes of the inbox, such as a platform's own table. It hears of each change
 * at least once; of one conversation in order, while no worker takes longer than its hold.
 *
 * <p>It must be thread-safe if more than one thread works. To be safe against a worker that
 * outlasts its hold, pass over a change whose number is not higher than the one applied last.
 */
@FunctionalInterface
public interface InboxSubscriber {
  /**
   * Applies a change. When it returns, the change is not told again. What it throws passes through
   * to {@link InboxEvents#work}, and the change comes again a minute later.
   */
  void changed(InboxChange change);
}
