package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens a conversation. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "open",
    header = "Open it.",
    customSynopsis = "inbox open ID",
    description = "Opens a conversation; one that is open stays so.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox open eit000000000001"})
final class OpenCommand extends SessionCommand {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The conversation, such as eit000000000001.")
  private ConversationId id;

  OpenCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    session.inboxToWrite().open(id);
    session.answer(
        () -> JsonOutput.object("id", id.value(), "status", Status.OPEN.name()),
        () -> List.of(id + " is open."));
    return DONE;
  }
}
