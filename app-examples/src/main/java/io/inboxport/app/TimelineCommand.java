package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.ConversationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a timeline. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
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
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The conversation, such as eit000000000001.")
  private ConversationId id;

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
    var entries =
        session.inbox().timeline(id).reportingUnreadable(session::warnOfUnreadable).stream()
            .limit(limit)
            .toList();
    session.answer(
        () -> entries.stream().map(JsonOutput::entry).toList(),
        () -> AnswerText.entries(entries, session.console()));
    return DONE;
  }
}
