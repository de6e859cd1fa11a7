package io.inboxport.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Timeline} gets its pages from. Must be thread-safe where its {@code Timeline} is
 * shared.
 */
public interface TimelineSource {
  /** Returns the page of entries older than this one, or the newest page for null. */
  TimelinePage olderThan(@Nullable TimelineEntryId cursor);

  /**
   * Returns the exception that reports a walk which cannot go on although entries may be left:
   * asked for what is older than this entry (or for the newest, for null), the server gave no entry
   * that leads further back.
   */
  RuntimeException stalledAt(@Nullable TimelineEntryId cursor);
}
