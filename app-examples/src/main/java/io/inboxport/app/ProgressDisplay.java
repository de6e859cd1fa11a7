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
 * Shows how long work gets on: how much is done, the time left, and the calls it has taken, of the
 * 20,000 that the vendor lets an account make in a day. On a terminal only.
 */
final class ProgressDisplay implements ExportProgress, AutoCloseable {
  private static final int A_DAY = 20_000;

  private final CommandConsole console;
  private final ProgressEstimate pace;
  private @Nullable ProgressBar bar;

  ProgressDisplay(CommandConsole console) {
    this.console = console;
    this.pace = new ProgressEstimate(console.clock());
  }

  @Override
  public void at(long done, long known, long calls) {
    pace.at(done, known, calls);
    if (console.errorTerminal() && known > 0) {
      bar().maxHint(known).stepTo(done);
      say(String.format(Locale.ROOT, " %,d calls of %,d a day", calls, A_DAY));
    }
  }

  /** The budget is used up: the export goes on at this time. */
  void waiting(Instant until) {
    pace.heldUntil(until);
    say(" waiting until " + until.truncatedTo(ChronoUnit.SECONDS));
  }

  private void say(String message) {
    if (bar != null) {
      bar.setExtraMessage(message);
    }
  }

  /** Made with the first answer: an export that is done already shows none. */
  private ProgressBar bar() {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Timelines")
              .setStyle(ProgressBarStyle.ASCII)
              .setEtaFunction(state -> pace.left())
              .continuousUpdate()
              .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.columns() - 1))
              .build();
    }
    return bar;
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
