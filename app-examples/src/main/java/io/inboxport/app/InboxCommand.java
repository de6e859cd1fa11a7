package io.inboxport.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole; alone, it prints its help. */
@Command(
    name = "inbox",
    customSynopsis = "inbox COMMAND [OPTIONS]",
    description = "Works the Oktopost Inbox from a terminal.",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      " 0:done",
      " 1:a file or stream failed, or something unexpected happened",
      " 2:usage or invalid input",
      " 3:refused by a rule; nothing was sent",
      " 4:not found",
      " 5:authentication or permission",
      " 6:rejected by the server",
      " 7:rate limited",
      " 8:unavailable; nothing happened",
      " 9:outcome unknown: a write may have happened",
      "10:unreadable response"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox demo                              a guided tour, on demo data",
      "  inbox list --status open --json         what is open",
      "  inbox reply eit000000000001 \"On it!\"    answer a customer",
      "  inbox reply --help                      everything about one command"
    })
final class InboxCommand extends SessionCommand {
  @SuppressWarnings("NullAway.Init") // The command line fills it in.
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // The command line fills it in.
  @Mixin
  private final GlobalOptions options;

  InboxCommand(CommandSession session) {
    super(session);
    options = session.options();
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(session.console().out());
    return DONE;
  }
}
