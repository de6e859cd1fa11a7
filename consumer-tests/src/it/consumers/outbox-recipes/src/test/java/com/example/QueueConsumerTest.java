package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InMemoryOutboxStore;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.reply.ReplyDraft;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueConsumerTest {
  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-10T12:00:00Z"));
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final InMemoryOutboxStore store = new InMemoryOutboxStore(clock);
  private Outbox outbox = Outbox.over(twin, store).build();

  /** Message of a queue that may deliver it twice. */
  record Message(String id, ConversationId conversation, String text) {}

  // recipe: queue
  /** Returns whether the message is dealt with; else the queue delivers it again later. */
  boolean received(Message message) {
    var write = new InboxWrite.Reply(message.conversation(), ReplyDraft.of(message.text()));
    OutboxResult result = outbox.once(OutboxKey.of(message.id()), write);
    return switch (result.outcome()) {
      case SENT, ALREADY_DONE, REFUSED -> true;
      case NOT_SENT, IN_DOUBT -> false;
    };
  }

  // end

  @Test
  void a_message_that_comes_twice_is_sent_once() {
    var id = twin.receive(InboundItem.post());
    twin.customerSays(id, "Where is my parcel?");
    var message = new Message("message-1", id, "It is on its way.");
    clock.advance(Duration.ofMinutes(1));
    twin.faults().inject(Operation.REPLY, Fault.unheard());

    assertFalse(received(message));
    assertFalse(received(message));
    clock.advance(Duration.ofMinutes(5));
    assertTrue(received(message));
    assertTrue(received(message));

    assertEquals(1, twin.replies(id).size());
  }

  @Test
  void a_message_that_comes_again_after_its_consumer_broke_off_is_not_sent_again() {
    var id = twin.receive(InboundItem.post());
    twin.customerSays(id, "Where is my parcel?");
    var message = new Message("message-1", id, "It is on its way.");
    clock.advance(Duration.ofMinutes(1));
    var breaking =
        new ForwardingInboxGateway(twin) {
          @Override
          public void reply(ConversationId conversation, ReplyDraft draft) {
            super.reply(conversation, draft);
            throw new BrokenOff();
          }
        };
    outbox = Outbox.over(breaking, store).build();
    assertThrows(BrokenOff.class, () -> received(message));

    outbox = Outbox.over(twin, store).build();
    assertFalse(received(message));
    clock.advance(Duration.ofMinutes(5));
    assertTrue(received(message));

    assertEquals(1, twin.replies(id).size());
  }

  /** Failure of the consumer itself, as when memory runs out behind the call. */
  private static final class BrokenOff extends Error {}
}
