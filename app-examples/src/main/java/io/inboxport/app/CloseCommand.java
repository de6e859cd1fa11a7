package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Closes a conversation. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "close",
    header = "Close it.",
    customSynopsis = "inbox close ID",
    description = "Closes a conversation. New activity of the customer opens it again.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox close eit000000000001"})
final class CloseCommand extends SessionCommand {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The conversation, such as eit000000000001.")
  private ConversationId id;

  CloseCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    session.inboxToWrite().close(id);
    session.answer(
        () -> JsonOutput.object("id", id.value(), "status", Status.CLOSED.name()),
        () -> List.of(id + " is closed."));
    return DONE;
  }
}
