package io.inboxport.inmemory;

import java.util.Objects;

/**
 * All that a gateway held at one moment: items, timelines, tags, users, what was sent, and how far
 * ids were counted. Immutable; taking and restoring one copies nothing.
 */
public final class TwinSnapshot {
  private final InboxState world;

  TwinSnapshot(InboxState world) {
    this.world = Objects.requireNonNull(world);
  }

  InboxState world() {
    return world;
  }
}
