package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.UnreadablePart;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a timeline. */
@Command(
    name = "timeline",
    header = "Show what happened to it.",
    customSynopsis = "inbox timeline ID [--limit N]",
    description =
        "Shows what happened, newest entry first. Older pages are read as they are needed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox timeline eit000000000001",
      "  inbox timeline eit000000000001 --limit 5 --json"
    })
final class TimelineCommand extends SessionCommand {
  @Mixin private final ConversationArgument conversation = new ConversationArgument();

  @Option(names = "--limit", paramLabel = "N", description = "At most N entries; all by default.")
  private int limit = Integer.MAX_VALUE;

  TimelineCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit is " + limit + ": ask for at least 1 entry.");
    }
    var unreadable = new ArrayList<UnreadablePart>();
    var entries =
        session
            .inbox()
            .timeline(conversation.id())
            .reportingUnreadable(
                part -> {
                  unreadable.add(part);
                  session.warnOfUnreadable(part);
                })
            .stream()
            .limit(limit)
            .toList();
    session.answer(
        () ->
            JsonOutput.telling(
                unreadable,
                JsonOutput.object("entries", entries.stream().map(JsonOutput::entry).toList())),
        () -> AnswerText.entries(entries, session.console()));
    return DONE;
  }
}
