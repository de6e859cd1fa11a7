package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.reply.ReplyDraft;
import org.junit.jupiter.api.Test;

class InMemoryAloneTest {
  @Test
  void replies_on_the_twin() {
    var backend = InMemoryInboxGateway.create();
    var id = backend.receive(InboundItem.directMessage().on(Network.LINKEDIN).saying("Hello?"));
    var inbox = Inbox.over(backend);

    inbox.reply(id, ReplyDraft.of("Hello!"));

    assertEquals("Hello!", backend.replies(id).get(0).message());
    assertEquals(1, inbox.list(ConversationQuery.open()).total().orElseThrow());
  }

  @Test
  void has_no_guice() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("com.google.inject.AbstractModule"));
  }
}
