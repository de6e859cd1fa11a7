package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.Status;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens a conversation. */
@Command(
    name = "open",
    header = "Open it.",
    customSynopsis = "inbox open ID",
    description = "Opens a conversation; one that is open stays so.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox open eit000000000001"})
final class OpenCommand extends SessionCommand {
  @Mixin private final ConversationArgument conversation = new ConversationArgument();

  OpenCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var id = conversation.id();
    session.inboxToWrite(id).open(id);
    session.answer(
        () -> JsonOutput.object("id", id.value(), "status", Status.OPEN.name()),
        () -> List.of(id + " is open."));
    return DONE;
  }
}
