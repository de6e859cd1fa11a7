package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import java.util.List;
import picocli.CommandLine.Command;

/** Opens a conversation. */
@Command(
    name = "open",
    header = "Open it.",
    customSynopsis = "inbox open ID [--once KEY]",
    description = "Opens a conversation; one that is open stays so.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox open eit000000000001"})
final class OpenCommand extends WriteCommand<InboxWrite.SetStatus> {
  OpenCommand(CommandSession session) {
    super(session);
  }

  @Override
  InboxWrite.SetStatus write(ConversationId id) {
    return new InboxWrite.SetStatus(id, Status.OPEN);
  }

  @Override
  void tellSent(InboxWrite.SetStatus write, KeptAnswers answers) {
    var id = write.conversation();
    answer(
        () -> JsonOutput.object("id", id.value(), "status", Status.OPEN.name()),
        () -> List.of(id + " is open."));
  }
}
