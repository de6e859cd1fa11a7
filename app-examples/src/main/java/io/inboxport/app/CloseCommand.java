package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import java.util.List;
import picocli.CommandLine.Command;

/** Closes a conversation. */
@Command(
    name = "close",
    header = "Close it.",
    customSynopsis = "inbox close ID [--once KEY]",
    description = "Closes a conversation. New activity of the customer opens it again.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox close eit000000000001"})
final class CloseCommand extends WriteCommand<InboxWrite.SetStatus> {
  CloseCommand(CommandSession session) {
    super(session);
  }

  @Override
  InboxWrite.SetStatus write(ConversationId id) {
    return new InboxWrite.SetStatus(id, Status.CLOSED);
  }

  @Override
  void tellSent(InboxWrite.SetStatus write, KeptAnswers answers) {
    var id = write.conversation();
    answer(
        () -> JsonOutput.object("id", id.value(), "status", Status.CLOSED.name()),
        () -> List.of(id + " is closed."));
  }
}
