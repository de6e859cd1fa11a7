package io.inboxport.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays help out: a command tells what it adds, and the command line as a whole what all share. */
final class HelpLayout {
  private static final String SHARED_HEADING = "sharedOptionListHeading";
  private static final String SHARED = "sharedOptionList";

  private static final String ELSEWHERE =
      """

      Options of every command, such as --json and --backend: inbox --help

      Exit status:
        0 done; 1 a file or stream failed; 2 invalid input; 3 refused by a rule;
        4 not found; 5 authentication or permission; 6 rejected by the server;
        7 rate limited; 8 unavailable; 9 outcome unknown; 10 unreadable response
      """;

  private HelpLayout() {}

  static void apply(CommandLine commandLine) {
    var keys = new ArrayList<>(commandLine.getHelpSectionKeys());
    int place = keys.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING);
    // A command's header is its line in the list of commands; its own help says more right away.
    keys.remove(UsageMessageSpec.SECTION_KEY_HEADER);
    keys.addAll(place - 1, List.of(SHARED_HEADING, SHARED));
    commandLine.setHelpSectionKeys(keys);
    each(commandLine);
    var sections = commandLine.getHelpSectionMap();
    sections.put(
        SHARED_HEADING, new Section(help -> help.createHeading("%nOptions of every command:%n")));
    sections.put(SHARED, new Section(help -> options(help, HelpLayout::shared)));
    for (var subcommand : commandLine.getSubcommands().values()) {
      each(subcommand);
      subcommand.getHelpSectionMap().put(SHARED, new Section(help -> ELSEWHERE));
    }
  }

  private static void each(CommandLine commandLine) {
    var spec = commandLine.getCommandSpec();
    spec.mixinStandardHelpOptions(true).versionProvider(new VersionText());
    spec.usageMessage()
        .synopsisHeading("Usage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%nArguments:%n")
        .optionListHeading(hasOwnOptions(spec) ? "%nOptions:%n" : "")
        .sortOptions(false);
    var sections = commandLine.getHelpSectionMap();
    sections.put(
        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
        new Section(help -> options(help, option -> !shared(option))));
  }

  private static String options(Help help, Predicate<OptionSpec> which) {
    var layout = help.createDefaultLayout();
    layout.addOptions(
        help.commandSpec().options().stream().filter(which).toList(),
        help.createDefaultParamLabelRenderer());
    return layout.toString();
  }

  private static boolean hasOwnOptions(CommandSpec spec) {
    return !spec.options().stream().allMatch(HelpLayout::shared);
  }

  private static boolean shared(OptionSpec option) {
    return option.inherited()
        || option.scopeType() == CommandLine.ScopeType.INHERIT
        || option.usageHelp()
        || option.versionHelp();
  }

  /**
   * A part of the help. No lambda, as a class-data archive takes none that implements an interface
   * as old as this one.
   *
   * @param text what it says
   */
  private record Section(Function<Help, String> text) implements IHelpSectionRenderer {
    @Override
    public String render(Help help) {
      return text.apply(help);
    }
  }
}
