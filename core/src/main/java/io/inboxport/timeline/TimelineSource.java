package io.inboxport.timeline;

import org.jspecify.annotations.Nullable;

/** Source of the pages of a {@link Timeline}. Thread-safe, if its {@code Timeline} is shared. */
@FunctionalInterface
public interface TimelineSource {
  /** Returns the page of entries older than this one, or the newest page for null. */
  TimelinePage olderThan(@Nullable TimelineEntryId cursor);
}
