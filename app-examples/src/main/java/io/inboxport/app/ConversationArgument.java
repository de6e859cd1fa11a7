package io.inboxport.app;

import io.inboxport.conversation.ConversationId;
import picocli.CommandLine.Parameters;

/** The conversation that a command works on: the first argument of each such command. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
final class ConversationArgument {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The conversation, such as eit000000000001.")
  private ConversationId id;

  ConversationId id() {
    return id;
  }
}
