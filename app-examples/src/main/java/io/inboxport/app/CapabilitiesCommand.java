package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.reply.ReplyCapabilities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the reply table. */
@Command(
    name = "capabilities",
    header = "Show the reply table.",
    customSynopsis = "inbox capabilities [--type T] [--network N]",
    description = "Shows which items can be replied to, how, and with what. Needs no backend.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox capabilities",
      "  inbox capabilities --network Instagram",
      "  inbox capabilities --type Conversation --json"
    })
final class CapabilitiesCommand extends SessionCommand {
  @Mixin private final ItemFilters items = new ItemFilters();

  CapabilitiesCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var cells =
        ReplyCapabilities.all().stream()
            .filter(cell -> items.networks().isEmpty() || items.networks().contains(cell.network()))
            .filter(cell -> items.types().isEmpty() || items.types().contains(cell.itemType()))
            .toList();
    session.answer(
        () ->
            JsonOutput.object("capabilities", cells.stream().map(JsonOutput::capability).toList()),
        () -> AnswerText.capabilities(cells).lines(session.console()));
    return DONE;
  }
}
