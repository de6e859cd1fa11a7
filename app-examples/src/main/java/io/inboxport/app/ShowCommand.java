package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.Conversation;
import io.inboxport.reply.ReplyCapabilities;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one conversation. */
@Command(
    name = "show",
    header = "Show one conversation.",
    customSynopsis = "inbox show ID",
    description = "Shows one conversation with its tags, and what it can be replied to with.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox show eit000000000001", "  inbox show eit000000000001 --json"})
final class ShowCommand extends SessionCommand {
  @Mixin private final ConversationArgument conversation = new ConversationArgument();

  ShowCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var item = session.inbox().get(conversation.id());
    item.unreadable().forEach(session::warnOfUnreadable);
    session.answer(() -> json(item), () -> AnswerText.conversation(item).lines(session.console()));
    return DONE;
  }

  private static Map<String, Object> json(Conversation item) {
    var can = ReplyCapabilities.of(item.network(), item.itemType());
    var json = JsonOutput.conversation(item);
    json.put(
        "reply",
        JsonOutput.object(
            "channel", JsonOutput.word(can.channel()),
            "threading", can.threading(),
            "media", can.media()));
    return JsonOutput.telling(item.unreadable(), json);
  }
}
