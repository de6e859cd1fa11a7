package io.inboxport.app;

import io.inboxport.call.InboxWrite;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult;
import org.jspecify.annotations.Nullable;

/**
 * Write of one run, from before it leaves until its fate is told. If the process is stopped
 * meanwhile, it tells what may have happened. If it is killed, the next run does, by the mark.
 */
final class WriteInHand implements AutoCloseable {
  private final SessionOutbox outbox;
  private final InboxWrite write;
  private final OutboxKey key;
  private final boolean isNamed;
  private final @Nullable WriteMark mark;
  private final StopNotice stopNotice;

  /**
   * Takes a write in hand.
   *
   * @param named the key that the line gives, or null
   * @param marks the marks of this user; null if nothing outlives this process
   * @param account the name of the account in the outbox file
   * @param stopped tells that the write was stopped
   */
  WriteInHand(
      SessionOutbox outbox,
      InboxWrite write,
      @Nullable OutboxKey named,
      @Nullable WriteMarks marks,
      String account,
      StopTeller stopped) {
    this.outbox = outbox;
    this.write = write;
    this.isNamed = named != null;
    this.key = named == null ? SessionOutbox.newKey() : named;
    this.mark = marks == null ? null : marks.set(account, key);
    this.stopNotice =
        new StopNotice(
            () -> {
              stopped.tell(write, key);
              removeMark();
            });
  }

  /** Teller of a stop. */
  @FunctionalInterface
  interface StopTeller {
    /** Tells that the process is being stopped during this write. */
    void tell(InboxWrite write, OutboxKey key);
  }

  OutboxKey key() {
    return key;
  }

  InboxWrite write() {
    return write;
  }

  /** Returns whether the line gave the key, so that it may be run again. */
  boolean isNamed() {
    return isNamed;
  }

  OutboxResult send() {
    return isNamed ? outbox.outbox().once(key, write) : outbox.sendUnnamed(key, write);
  }

  /** Looks for the effect of the write, although it may be early. */
  OutboxResult look() {
    var result = outbox.outbox().look(key);
    if (!isNamed) {
      outbox.forgetUnlessInDoubt(key, result);
    }
    return result;
  }

  private void removeMark() {
    if (mark != null) {
      mark.close();
    }
  }

  @Override
  public void close() {
    stopNotice.close();
    removeMark();
  }
}
