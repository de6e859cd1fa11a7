package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.Status;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Closes a conversation. */
@Command(
    name = "close",
    header = "Close it.",
    customSynopsis = "inbox close ID",
    description = "Closes a conversation. New activity of the customer opens it again.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox close eit000000000001"})
final class CloseCommand extends SessionCommand {
  @Mixin private final ConversationArgument conversation = new ConversationArgument();

  CloseCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var id = conversation.id();
    session.inboxToWrite(id).close(id);
    session.answer(
        () -> JsonOutput.object("id", id.value(), "status", Status.CLOSED.name()),
        () -> List.of(id + " is closed."));
    return DONE;
  }
}
