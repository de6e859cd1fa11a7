package io.inboxport.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;

/** The report, from the inbox to the file. */
public final class InboxReport {
  private final ReportFigures figures;
  private final String account;

  private InboxReport(ReportFigures figures, String account) {
    this.figures = figures;
    this.account = account;
  }

  /**
   * Takes stock of an inbox, by reads only.
   *
   * @param limit of how many open items to read tags and timeline
   * @param progress is told how far it has got
   */
  public static InboxReport of(Inbox inbox, Clock clock, int limit, Progress progress) {
    var me = inbox.me();
    var name = me.accountName().isBlank() ? me.account().toString() : me.accountName();
    return new InboxReport(new InboxSurvey(inbox, clock, limit, progress).take(), name);
  }

  /** Returns the same report, which says that its data is for demonstration. */
  public InboxReport ofDemoData() {
    return new InboxReport(figures, account + ", demo data");
  }

  /** Writes the page, over what is in the file, and returns whether it has its plots. */
  public boolean writeTo(Path file) throws IOException {
    var page = new ReportPage(figures, account);
    Files.writeString(file, page.html(), UTF_8);
    return page.hasPlots();
  }

  /** Returns how many items are open; empty if the server does not say. */
  public OptionalLong open() {
    return figures.totalOpen();
  }

  /** Returns how many items are open, in words. */
  public String openInWords() {
    return figures.openInWords();
  }

  /** Returns how many timelines the response times come from. */
  public long timelines() {
    return figures.looked();
  }

  /** Progress of taking stock. */
  @FunctionalInterface
  public interface Progress {
    /** So many of the open items that are read have been read. */
    void at(int done, int known);
  }
}
