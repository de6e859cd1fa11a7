package io.inboxport.testkit.http;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Connections of a door, which has room for so many. Thread-safe. */
final class OpenConnections {
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final Set<OpenConnection> open = ConcurrentHashMap.newKeySet();
  private final Semaphore room;
  private long lastLook = System.nanoTime();

  OpenConnections(int most) {
    this.room = new Semaphore(most);
  }

  /** Waits a moment for room, which it makes if it can; returns whether there is some. */
  boolean makesRoom() throws InterruptedException {
    if (room.tryAcquire()) {
      return true;
    }
    open.stream()
        .filter(connection -> connection.idleSince() != Long.MAX_VALUE)
        .min(Comparator.comparingLong(OpenConnection::idleSince))
        .ifPresent(OpenConnection::close);
    return room.tryAcquire(50, TimeUnit.MILLISECONDS);
  }

  void enter(OpenConnection connection) {
    open.add(connection);
  }

  /** Takes one out, and gives back the room it had. */
  void leave(OpenConnection connection) {
    if (open.remove(connection)) {
      room.release();
    }
  }

  /** Closes those that take too long; looks once a second, however often it is called. */
  void closeOverdue() {
    long now = System.nanoTime();
    if (now - lastLook >= LOOK_EVERY) {
      lastLook = now;
      open.forEach(connection -> connection.closeIfOverdue(now));
    }
  }

  /** Closes those without a request, and lets the others answer theirs. */
  void end() {
    open.forEach(OpenConnection::end);
  }

  void closeAll() {
    open.forEach(OpenConnection::close);
  }
}
