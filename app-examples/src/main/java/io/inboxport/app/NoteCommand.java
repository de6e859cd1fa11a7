package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.ConversationId;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
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
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The conversation, such as eit000000000001.")
  private ConversationId id;

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
    var entry = session.inboxToWrite().addNote(id, session.text(text));
    session.answer(() -> JsonOutput.entry(entry), () -> List.of("Noted as " + entry.id() + "."));
    return DONE;
  }
}
