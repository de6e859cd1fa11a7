package io.inboxport.inmemory;

import java.util.Objects;

/**
 * Snapshot of all that a gateway held at one moment: items, timelines, tags, users, what was sent,
 * and how far ids were counted. Immutable; taking and restoring one copies nothing.
 */
public final class TwinSnapshot {
  private final InboxState state;

  TwinSnapshot(InboxState state) {
    this.state = Objects.requireNonNull(state);
  }

  InboxState state() {
    return state;
  }
}
