package io.inboxport.app;

import io.inboxport.Inbox;
import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.report.InboxReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a page about the state of the inbox. */
@Command(
    name = "report",
    header = "Write a report as a web page.",
    customSynopsis = "inbox report --out FILE.html [--limit N]",
    description = {
      "Writes one page that needs nothing but a browser: what is open where, its age, who works on"
          + " it, tags, response times, and what can be answered from where.",
      "Tags and response times take three calls or more for each item; the limits of the account"
          + " are kept, so a large inbox takes its time."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  inbox report --out report.html", "  inbox report --out report.html --limit 20"})
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
final class ReportCommand extends SessionCommand {
  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The page.")
  private Path out;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Read tags and timelines of at most N open items; 100 by default.")
  private int limit = 100;

  ReportCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new IllegalArgumentException("--limit is " + limit + ": give 0 or more.");
    }
    UserFiles.checkFolderOf(out);
    // Reading takes its time, and must not end at a file that cannot be written.
    FileChannel.open(out, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    var report = report();
    if (!report.writeTo(out)) {
      session.warn("This Java has no fonts to draw with: the report has tables only.");
    }
    session.answer(
        () ->
            JsonOutput.object(
                "file", out.toString(),
                "open", JsonOutput.number(report.open()),
                "timelines", report.timelines()),
        () -> List.of(out + " is written: " + report.openInWords() + " open items."));
    return DONE;
  }

  private InboxReport report() {
    try (var display = new ProgressDisplay(session.console())) {
      var gateway = session.patientGateway(display::waiting);
      var report =
          InboxReport.of(
              Inbox.over(gateway),
              session.backend().clock(),
              limit,
              (done, known) -> display.at(done, known, gateway.calls()));
      return session.backend().isDemo() ? report.ofDemoData() : report;
    }
  }
}
