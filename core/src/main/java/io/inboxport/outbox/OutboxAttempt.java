package io.inboxport.outbox;

import io.inboxport.timeline.TimelineEntryId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Last attempt to send a write.
 *
 * @param begunAt when it was about to leave, by the store's clock
 * @param endedBy when it was over: when the answer came or was given up, or else the time after
 *     which nothing leaves; by the store's clock
 * @param newestBefore the newest entry of the timeline before it, or null if none is known
 */
public record OutboxAttempt(
    Instant begunAt, Instant endedBy, @Nullable TimelineEntryId newestBefore) {
  /** Creates an attempt, as a store read it. */
  public OutboxAttempt {
    Objects.requireNonNull(begunAt, "begunAt");
    Objects.requireNonNull(endedBy, "endedBy");
  }
}
