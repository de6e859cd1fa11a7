package io.inboxport.app;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The commands by name. Each is made when it is wanted: making them all takes most of a start. */
final class CommandRegistry {
  /** Every name, in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "demo",
          "list",
          "show",
          "timeline",
          "open",
          "close",
          "assign",
          "note",
          "tag",
          "reply",
          "case",
          "capabilities",
          "directory",
          "check",
          "outbox",
          "budget",
          "report",
          "export",
          "sandbox",
          "webhook",
          "completion");

  private static final List<String> HELP = List.of("-h", "--help");

  private CommandRegistry() {}

  /** The line, as an option if it asks for help as for a command: {@code help reply}. */
  static String[] helpAsOption(String... args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    var line = Arrays.copyOfRange(args, 1, args.length + 1);
    line[args.length - 1] = "--help";
    return line;
  }

  /**
   * The names that a line may mean: the one it starts with; else those in it; or all, if there is
   * none or if help is asked for.
   */
  static List<String> meantBy(String... args) {
    var words = List.of(args);
    if (!words.isEmpty() && NAMES.contains(words.get(0))) {
      return words.subList(0, 1);
    }
    var held = NAMES.stream().filter(words::contains).toList();
    return held.isEmpty() || !Collections.disjoint(words, HELP) ? NAMES : held;
  }

  static SessionCommand named(String name, CommandSession session) {
    return switch (name) {
      case "demo" -> new DemoCommand(session);
      case "list" -> new ListCommand(session);
      case "show" -> new ShowCommand(session);
      case "timeline" -> new TimelineCommand(session);
      case "open" -> new OpenCommand(session);
      case "close" -> new CloseCommand(session);
      case "assign" -> new AssignCommand(session);
      case "note" -> new NoteCommand(session);
      case "tag" -> new TagCommand(session);
      case "reply" -> new ReplyCommand(session);
      case "case" -> new CaseCommand(session);
      case "capabilities" -> new CapabilitiesCommand(session);
      case "directory" -> new DirectoryCommand(session);
      case "check" -> new CheckCommand(session);
      case "outbox" -> new OutboxCommand(session);
      case "budget" -> new BudgetCommand(session);
      case "report" -> new ReportCommand(session);
      case "export" -> new ExportCommand(session);
      case "sandbox" -> new SandboxCommand(session);
      case "webhook" -> new WebhookCommand(session);
      case "completion" -> new CompletionCommand(session);
      default -> throw new IllegalArgumentException("There is no command \"" + name + "\".");
    };
  }
}
