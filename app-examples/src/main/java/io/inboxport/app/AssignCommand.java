package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.Operation;
import io.inboxport.conversation.UserId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assigns a conversation. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "assign",
    header = "Assign it to a user.",
    customSynopsis = "inbox assign ID USER [--note TEXT]",
    description = "Assigns a conversation to a user.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox assign eit000000000001 00A000000000002",
      "  inbox assign eit000000000001 00A000000000002 --note \"VIP, please look\""
    })
final class AssignCommand extends SessionCommand {
  @Mixin private final ConversationArgument conversation = new ConversationArgument();

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
  public Integer call() throws IOException {
    var id = conversation.id();
    // Read first: a stop while the text is typed changes nothing.
    var text = note == null ? null : session.text(note);
    var assignment =
        text == null
            ? session.inboxToWrite(id).assign(id, user)
            : session.inboxToWriteText(Operation.ASSIGN, id).assign(id, user, text);
    session.answer(
        () ->
            JsonOutput.object(
                "id", assignment.conversation().value(),
                "assigneeId", assignment.assignee().value()),
        () ->
            List.of(assignment.conversation() + " is assigned to " + assignment.assignee() + "."));
    return DONE;
  }
}
