package io.inboxport;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.directory.DirectoryListing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One list of the directory, read when it is wanted and kept for a while. Thread-safe. */
final class KeptListing<T> {
  /** A list that could not be read is not tried again at once: each trial costs the budget. */
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final Clock clock;
  private final Duration keeping;
  private final Supplier<DirectoryListing<T>> reading;
  private @Nullable DirectoryListing<T> kept;
  private Instant retryAt = Instant.MIN;

  KeptListing(Clock clock, Duration keeping, Supplier<DirectoryListing<T>> reading) {
    this.clock = clock;
    this.keeping = keeping;
    this.reading = reading;
  }

  /**
   * Returns the list, which is read if none is kept or the one that is kept is too old.
   *
   * @throws InboxException when it cannot be read, and none is kept in its place
   */
  synchronized DirectoryListing<T> get() {
    var current = kept;
    if (current != null && (isFresh(current) || clock.instant().isBefore(retryAt))) {
      return isFresh(current) ? current : current.asStale();
    }
    try {
      current = reading.get();
      kept = current;
      return current;
    } catch (RateLimited | Unavailable failure) {
      if (current == null) {
        throw failure;
      }
      retryAt = clock.instant().plus(RETRY);
      return current.asStale();
    }
  }

  /** Returns the list without any call, if one is kept that is not too old. */
  synchronized Optional<DirectoryListing<T>> atHand() {
    return Optional.ofNullable(kept).filter(this::isFresh);
  }

  synchronized void forget() {
    kept = null;
    retryAt = Instant.MIN;
  }

  private boolean isFresh(DirectoryListing<T> listing) {
    var age = Duration.between(listing.readAt(), clock.instant());
    return !age.isNegative() && age.compareTo(keeping) < 0;
  }
}
