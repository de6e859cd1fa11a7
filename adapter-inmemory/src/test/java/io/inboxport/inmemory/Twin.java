package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UserId;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Start of every test of the twin. */
abstract class Twin {
  static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");
  static final UserId ME = UserId.of("00A000000000001");
  static final UserId COLLEAGUE = UserId.of("00A000000000002");
  static final ConversationId NOWHERE = ConversationId.of("eit999999999999");

  final SettableClock clock = SettableClock.at(NOON);
  final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  final Inbox inbox = Inbox.over(twin);

  void accept(OpenQuestion question) {
    twin.behave(twin.behavior().toBuilder().accepting(question).build());
  }

  void reject(OpenQuestion question) {
    twin.behave(twin.behavior().toBuilder().rejecting(question).build());
  }

  static void assertRejected(String words, ThrowingCallable call) {
    assertRejected(400, words, call);
  }

  static void assertRejected(int status, String words, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InboxException.Rejected.class,
            rejected -> {
              assertThat(rejected.status()).isEqualTo(status);
              assertThat(rejected.serverMessage()).isEqualTo(words);
            });
  }
}
