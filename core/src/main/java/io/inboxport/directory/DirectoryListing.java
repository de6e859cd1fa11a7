package io.inboxport.directory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * List of the account as it was read, with what is known of its truth.
 *
 * @param <T> the kind of its items
 * @param items the items in the server's order, immutable
 * @param complete whether these are known to be all; false if an item could not be read too
 * @param readAt when it was read, by the gateway's clock, UTC
 * @param stale whether it is older than it should be, since reading it again failed
 */
public record DirectoryListing<T>(List<T> items, boolean complete, Instant readAt, boolean stale) {
  /** Creates the listing. */
  public DirectoryListing {
    items = List.copyOf(items);
    Objects.requireNonNull(readAt, "readAt");
  }

  /** Returns the same listing, which is older than it should be. */
  public DirectoryListing<T> asStale() {
    return new DirectoryListing<>(items, complete, readAt, true);
  }

  /** Returns what it tells of an item that it holds, or does not hold. */
  public DirectoryAnswer about(boolean held) {
    if (held) {
      return stale ? DirectoryAnswer.UNDETERMINED : DirectoryAnswer.PRESENT;
    }
    return complete && !stale ? DirectoryAnswer.ABSENT : DirectoryAnswer.UNDETERMINED;
  }
}
