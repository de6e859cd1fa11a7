package io.inboxport.inmemory;

import java.util.Objects;

/**
 * All that a gateway held at one moment: items, timelines, tags, users, what was sent, and how far
 * ids were counted. Immutable; taking and restoring one copies nothing.
 */
public final class Snapshot {
  private final World world;

  Snapshot(World world) {
    this.world = Objects.requireNonNull(world);
  }

  World world() {
    return world;
  }
}
