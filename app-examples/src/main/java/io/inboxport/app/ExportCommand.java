package io.inboxport.app;

import io.inboxport.app.export.InboxExport;
import io.inboxport.app.output.JsonOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the whole inbox to a file. */
@Command(
    name = "export",
    header = "Write the whole inbox to a file.",
    customSynopsis = "inbox export --out FILE.jsonl [--count N]",
    description = {
      "Walks the inbox and every timeline within the limits of the account, and writes each answer"
          + " as one line of JSON. Stop it at any time: the same command goes on where it stopped.",
      "The lines are of kind slice (conversations), timeline (entries), details (a conversation"
          + " with its tags), walked, skipped, unlisted, failed, and at last end. What cannot be"
          + " read is told, and stands in its line as unreadable."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox export --out inbox.jsonl",
      "  inbox export --out inbox.jsonl --count 50 --json"
    })
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
final class ExportCommand extends SessionCommand {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file; one that an export began is continued.")
  private Path out;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many conversations to ask for at once; 100 by default.")
  private int count = 100;

  ExportCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    var summary = export();
    session.answer(
        () ->
            JsonOutput.object(
                "file", out.toString(),
                "conversations", summary.conversations(),
                "entries", summary.entries(),
                "missing", JsonOutput.number(summary.missing()),
                "calls", summary.calls()),
        () ->
            List.of(
                out
                    + " holds "
                    + summary.conversations()
                    + " conversations and "
                    + summary.entries()
                    + " entries of timelines"
                    + missing(summary.missing())
                    + summary.calls()
                    + " calls this time."));
    return DONE;
  }

  private static String missing(OptionalLong missing) {
    if (missing.isEmpty()) {
      return ", maybe not all, as the server does not say how many there are; ";
    }
    return missing.getAsLong() == 0 ? "; " : ", not all of " + missing.getAsLong() + "; ";
  }

  private InboxExport.Summary export() throws IOException {
    UserFiles.checkFolderOf(out);
    var notice = new StopNotice(() -> session.warn("Stopped. The same line goes on from here."));
    try (notice;
        var progress = new ProgressDisplay(session.console())) {
      return new InboxExport(session.patientGateway(progress::waiting), progress, count)
          .run(out, session.backend().owner());
    }
  }
}
