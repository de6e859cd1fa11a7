package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Shows the shared request budget. */
@Command(
    name = "budget",
    header = "Show who uses the request budget.",
    customSynopsis = "inbox budget [--budget FILE|URL]",
    description =
        "Shows how many requests of the account are counted and by which process, what holds them"
            + " back, and when the next may leave. Sends no request.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox budget", "  inbox budget --json", "  inbox budget --budget shared.budget"})
final class BudgetCommand extends SessionCommand {
  BudgetCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    var choice = session.backend().budget();
    var view = BudgetView.of(choice.look(), RequestLimits.documented());
    var kind = choice.kind().name().toLowerCase(Locale.ROOT);
    var now = session.console().clock().instant();
    session.answer(
        () -> {
          var document = JsonOutput.object("budget", kind, "place", choice.place());
          document.putAll(JsonOutput.budget(view, now));
          return document;
        },
        () -> lines(new BudgetText(view, now), choice));
    return DONE;
  }

  private List<String> lines(BudgetText text, BudgetChoice choice) {
    var lines = new ArrayList<>(text.summary(choice.place()).lines(session.console()));
    if (text.hasProcesses()) {
      lines.add("");
      lines.addAll(text.processes().lines(session.console()));
    }
    return lines;
  }
}
