package io.inboxport.http;

import java.time.Instant;

/**
 * Span of one attempt, by the gateway's clock.
 *
 * @param startedAt when the request was about to leave
 * @param endedAt when the attempt was over
 */
record AttemptSpan(Instant startedAt, Instant endedAt) {}
