package io.inboxport.app;

import io.inboxport.app.GlobalOptions.Backend;
import io.inboxport.app.output.JsonOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows what Inboxport does, on the twin. */
@Command(
    name = "demo",
    header = "A guided tour of what Inboxport does.",
    customSynopsis = "inbox demo",
    description =
        "A guided tour of the nine operations and of what the rules refuse, each with the Java call"
            + " and its result. Runs in memory, needs nothing, and always tells the same.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox demo", "  inbox demo | less", "  inbox demo --json"})
final class DemoCommand extends SessionCommand {
  private static final int WIDTH = 78;
  private static final String INDENT = "    ";

  DemoCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var steps = DemoTour.run();
    session.answer(
        () ->
            JsonOutput.object(
                "backend", Backend.MEMORY.toString(),
                "steps", steps.stream().map(DemoCommand::json).toList()),
        () -> lines(steps));
    return DONE;
  }

  private static Map<String, Object> json(DemoTour.Step step) {
    return JsonOutput.object(
        "title", step.title(),
        "call", step.call(),
        "result", step.result(),
        "refused", step.refused());
  }

  private List<String> lines(List<DemoTour.Step> steps) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("  " + paint(TextStyle.BOLD, "Inboxport") + ": a tour in " + steps.size() + " steps");
    lines.add("  The Oktopost Inbox, here on its twin in memory: no network, no key, no wait.");
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      lines.add("");
      lines.add(paint(TextStyle.CYAN, (i < 9 ? " " : "") + (i + 1) + "  " + step.title()));
      step.call().lines().forEach(line -> lines.add(INDENT + line));
      lines.addAll(result(step));
    }
    lines.add("");
    lines.add("  " + paint(TextStyle.BOLD, "What next?"));
    lines.add("    inbox capabilities     the whole reply table");
    lines.add("    inbox list             demo data of all six networks; inbox --help for more");
    lines.add("    README.md              the same in your program, and over HTTP");
    lines.add("    app-examples/          a triage bot, an escalation, an export, and others");
    lines.add("");
    return lines;
  }

  private List<String> result(DemoTour.Step step) {
    var style = step.refused() ? TextStyle.YELLOW : TextStyle.GREEN;
    var lines = new ArrayList<String>();
    var lead = step.refused() ? "✗ " : "→ ";
    for (var result : step.result().lines().toList()) {
      for (var line : AnswerText.wrapped(result, WIDTH - INDENT.length() - 2)) {
        lines.add(INDENT + paint(style, lead + line));
        lead = "  ";
      }
    }
    return lines;
  }

  private String paint(TextStyle style, String text) {
    return style.paint(text, session.console().colours());
  }
}
