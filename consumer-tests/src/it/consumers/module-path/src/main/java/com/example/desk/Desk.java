package com.example.desk;

import io.inboxport.Inbox;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import java.net.URI;
import java.util.List;

/** Answers what is on the desk, with either backend. */
public final class Desk {
  private final Inbox inbox;

  private Desk(Inbox inbox) {
    this.inbox = inbox;
  }

  /** A desk with one message on it. */
  public static Desk inMemory() {
    var backend = InMemoryInboxGateway.create();
    backend.receive(InboundItem.directMessage().saying("Hello?"));
    return new Desk(Inbox.over(backend));
  }

  /** The desk behind this URL. */
  public static Desk at(URI url) {
    return new Desk(
        Inbox.over(
            HttpInboxGateway.builder()
                .credentials(Credentials.of("001000000000001", "a key"))
                .baseUrl(url)
                .build()));
  }

  /** The open conversations. */
  public List<Conversation> open() {
    return inbox.list(ConversationQuery.open()).items();
  }
}
