package io.inboxport.app;

import io.inboxport.app.output.Json;
import io.inboxport.conversation.ConversationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one conversation. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "show",
    header = "Show one conversation.",
    customSynopsis = "inbox show ID",
    description = "Shows one conversation with its tags, and what it can be replied to with.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox show eit000000000001", "  inbox show eit000000000001 --json"})
final class ShowCommand extends SessionCommand {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The conversation, such as eit000000000001.")
  private ConversationId id;

  ShowCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    var item = session.inbox().get(id);
    session.answer(
        () -> Json.conversation(item), () -> Text.conversation(item).lines(session.console()));
    return DONE;
  }
}
