package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxWrite;
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
    customSynopsis = "inbox note ID TEXT [--once KEY]",
    description = "Adds an internal note to the timeline. No customer sees it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox note eit000000000001 \"Escalated to engineering\"",
      "  git log -1 --format=%%B | inbox note eit000000000001 -"
    })
final class NoteCommand extends WriteCommand<InboxWrite.AddNote> {
  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "1 to 10,000 characters; - reads it from standard input.")
  private String text;

  NoteCommand(CommandSession session) {
    super(session);
  }

  @Override
  InboxWrite.AddNote write(ConversationId id) throws IOException {
    return new InboxWrite.AddNote(id, session.text(text));
  }

  @Override
  void tellSent(InboxWrite.AddNote write, KeptAnswers answers) {
    var entry = answers.note();
    answer(() -> JsonOutput.entry(entry), () -> List.of("Noted as " + entry.id() + "."));
  }
}
