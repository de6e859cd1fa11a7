package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UserId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assigns a conversation. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "assign",
    header = "Assign it to a user.",
    customSynopsis = "inbox assign ID USER [--note TEXT] [--once KEY]",
    description = "Assigns a conversation to a user.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox assign eit000000000001 00A000000000002",
      "  inbox assign eit000000000001 00A000000000002 --note \"VIP, please look\""
    })
final class AssignCommand extends WriteCommand<InboxWrite.Assign> {
  @Parameters(index = "1", paramLabel = "USER", description = "The user, such as 00A000000000002.")
  private UserId user;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "A note that joins the timeline; - reads it from standard input.")
  private @Nullable String note;

  AssignCommand(CommandSession session) {
    super(session);
  }

  @Override
  InboxWrite.Assign write(ConversationId id) throws IOException {
    return new InboxWrite.Assign(id, user, note == null ? null : session.text(note));
  }

  @Override
  void tellSent(InboxWrite.Assign write, KeptAnswers answers) {
    var assignment = answers.assignment();
    answer(
        () ->
            JsonOutput.object(
                "id", assignment.conversation().value(),
                "assigneeId", assignment.assignee().value()),
        () ->
            List.of(assignment.conversation() + " is assigned to " + assignment.assignee() + "."));
  }
}
