package io.inboxport.testkit.assertion;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.reply.ReplyVerdict;

/**
 * Entry to the assertions: import {@code assertThat} statically. It goes together with AssertJ's
 * own {@code assertThat} in one file.
 */
public final class InboxAssertions {
  private InboxAssertions() {}

  /** Begins assertions on what came to this inbox. They are no calls, and meet no fault. */
  public static BackendAssert assertThat(InMemoryInboxGateway backend) {
    return new BackendAssert(backend);
  }

  /** Begins assertions on this verdict. */
  public static ReplyVerdictAssert assertThat(ReplyVerdict verdict) {
    return new ReplyVerdictAssert(verdict);
  }
}
