package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.reply.ReplyCapabilities;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the reply table. */
@Command(
    name = "capabilities",
    header = "Show the reply table.",
    customSynopsis = "inbox capabilities [--network N] [--type T]",
    description = "Shows which items can be replied to, how, and with what. Needs no backend.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox capabilities",
      "  inbox capabilities --network Instagram",
      "  inbox capabilities --type Conversation --json"
    })
final class CapabilitiesCommand extends SessionCommand {
  @Option(
      names = "--network",
      split = VocabularyReader.LIST,
      splitSynopsisLabel = ",",
      paramLabel = "N",
      completionCandidates = VocabularyReader.Networks.class,
      description = "Only these networks.")
  private List<Network> networks = List.of();

  @Option(
      names = "--type",
      split = VocabularyReader.LIST,
      splitSynopsisLabel = ",",
      paramLabel = "T",
      completionCandidates = VocabularyReader.ItemTypes.class,
      description = "Only these item types.")
  private List<ItemType> types = List.of();

  CapabilitiesCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var cells =
        ReplyCapabilities.all().stream()
            .filter(cell -> networks.isEmpty() || networks.contains(cell.network()))
            .filter(cell -> types.isEmpty() || types.contains(cell.itemType()))
            .toList();
    session.answer(
        () -> cells.stream().map(JsonOutput::capability).toList(),
        () -> AnswerText.capabilities(cells).lines(session.console()));
    return DONE;
  }
}
