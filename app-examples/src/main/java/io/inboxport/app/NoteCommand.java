package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.Operation;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds a note. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "note",
    header = "Add an internal note.",
    customSynopsis = "inbox note ID TEXT",
    description = "Adds an internal note to the timeline. No customer sees it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox note eit000000000001 \"Escalated to engineering\"",
      "  git log -1 --format=%%B | inbox note eit000000000001 -"
    })
final class NoteCommand extends SessionCommand {
  @Mixin private final ConversationArgument conversation = new ConversationArgument();

  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "1 to 10,000 characters; - reads it from standard input.")
  private String text;

  NoteCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    var id = conversation.id();
    var content = session.text(text);
    var entry = session.inboxToWriteText(Operation.ADD_NOTE, id).addNote(id, content);
    session.answer(() -> JsonOutput.entry(entry), () -> List.of("Noted as " + entry.id() + "."));
    return DONE;
  }
}
