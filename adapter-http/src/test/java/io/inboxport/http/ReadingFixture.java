package io.inboxport.http;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import org.junit.jupiter.api.AfterEach;

/** A server whose next answer is given, and what is read of it. */
abstract class ReadingFixture {
  static final ConversationId ID = ConversationId.of("eit000000000001");

  final ScriptedServer server = new ScriptedServer();
  final HttpInboxGateway gateway = server.gateway();

  @AfterEach
  void stop() {
    gateway.close();
    server.close();
  }

  ConversationPage listed(String conversations) {
    server.answers("{\"Result\":true,\"Conversations\":" + conversations + "}");
    return gateway.list(ConversationQuery.all());
  }

  Conversation got(String conversation) {
    return got("eit1", conversation);
  }

  /** Returns what a call for the conversation with this id gets. */
  Conversation got(String id, String conversation) {
    server.answers("{\"Result\":true,\"Conversation\":" + conversation + "}");
    return gateway.get(ConversationId.of(id));
  }

  /** A conversation that says this beside its id. */
  Conversation gotWith(String fields) {
    return got("{\"Id\":\"eit1\"," + fields + "}");
  }
}
