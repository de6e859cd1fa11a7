package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.budget.shared.BudgetView;
import io.inboxport.budget.shared.BudgetView.WindowUse;
import java.time.Duration;
import java.time.Instant;

/**
 * Rendering of a shared budget for people.
 *
 * @param view the budget
 * @param now the time at which it was looked at
 */
record BudgetText(BudgetView view, Instant now) {
  TextTable summary(String place) {
    return new TextTable()
        .row("Budget", place)
        .row("State", state())
        .row("Minute", use(view.minute()))
        .row("5 seconds", use(view.fiveSeconds()))
        .row("Day", use(view.day()))
        .row("Under way", view.underWay())
        .row("Next", next());
  }

  private TextTable.Cell state() {
    if (!view.blocked().isZero()) {
      return new TextTable.Cell("blocked by the server until " + at(view.blocked()), TextStyle.RED);
    }
    if (!view.closed().isZero()) {
      return new TextTable.Cell(
          "closed until " + at(view.closed()) + ", since the store was lost", TextStyle.YELLOW);
    }
    return new TextTable.Cell("open", TextStyle.GREEN);
  }

  private static String use(WindowUse use) {
    return use.used() + " of " + use.limit();
  }

  private String next() {
    var write = view.nextWrite();
    return write.isZero() ? "now" : at(write);
  }

  private String at(Duration wait) {
    return JsonOutput.after(now, wait);
  }

  boolean hasProcesses() {
    return !view.processes().isEmpty();
  }

  TextTable processes() {
    var table = new TextTable("PROCESS", "MINUTE", "UNDER WAY", "TURN", "LAST SEEN");
    for (var process : view.processes()) {
      var turn = process.turn();
      table.row(
          process.name(),
          process.minute(),
          process.underWay(),
          turn.isPresent() ? turn.getAsInt() : "-",
          process.silent().toSeconds() + " s ago");
    }
    return table;
  }
}
