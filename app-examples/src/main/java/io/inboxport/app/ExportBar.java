package io.inboxport.app;

import io.inboxport.app.export.ExportProgress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how an export gets on: how much is done, the time left, and the calls it has taken, of the
 * 20,000 that the vendor lets an account make in a day. On a terminal only.
 */
final class ExportBar implements ExportProgress, AutoCloseable {
  private static final int A_DAY = 20_000;

  private final Console console;
  private final @Nullable ProgressBar bar;

  ExportBar(Console console) {
    this.console = console;
    this.bar =
        console.errorTerminal()
            ? new ProgressBarBuilder()
                .setTaskName("Timelines")
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.columns() - 1))
                .build()
            : null;
  }

  @Override
  public void at(long done, long known, long calls) {
    if (bar != null) {
      bar.maxHint(known)
          .stepTo(done)
          .setExtraMessage(String.format(Locale.ROOT, " %,d of %,d calls", calls, A_DAY));
    }
  }

  /** The budget is used up: the export goes on at this time. */
  void waiting(Instant until) {
    if (bar != null) {
      bar.setExtraMessage(" waiting until " + until.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  @Override
  public void missing(String what) {
    console.err().println("inbox: not exported: " + what);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
