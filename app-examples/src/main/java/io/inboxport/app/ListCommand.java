package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.TagName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists conversations. */
@Command(
    name = "list",
    header = "List conversations.",
    customSynopsis = "inbox list [FILTERS] [--count N]",
    description =
        "Lists the conversations that match. Different filters must all hold; of several values of one, one is enough.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox list",
      "  inbox list --status open --network LinkedIn,Twitter",
      "  inbox list --tag VIP --tag Support --json",
      "  inbox list -q invoice --count 20"
    })
final class ListCommand extends SessionCommand {
  @Mixin private final ItemFilters items = new ItemFilters();

  @Option(
      names = "--status",
      split = VocabularyReader.LIST,
      splitSynopsisLabel = ",",
      paramLabel = "S",
      completionCandidates = VocabularyReader.Statuses.class,
      description = "open or closed.")
  private List<Status> statuses = List.of();

  @Option(
      names = "--assignee",
      split = VocabularyReader.LIST,
      splitSynopsisLabel = ",",
      paramLabel = "U",
      description = "Assigned to one of these users.")
  private List<UserId> assignees = List.of();

  @Option(names = "--tag", paramLabel = "NAME", description = "Tagged so; may be given again.")
  private List<TagName> tags = List.of();

  @Option(names = "-q", paramLabel = "TEXT", description = "Free text to find.")
  private String text = "";

  @Option(names = "--count", paramLabel = "N", description = "At most N conversations.")
  private @Nullable Integer count;

  ListCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    UnreadLetters.refuse(text);
    var query =
        ConversationQuery.all()
            .ofType(items.types().toArray(ItemType[]::new))
            .withStatus(statuses.toArray(Status[]::new))
            .on(items.networks().toArray(Network[]::new))
            .assignedTo(assignees.toArray(UserId[]::new))
            .tagged(tags.toArray(TagName[]::new))
            .matching(text);
    var page = session.inbox().list(count == null ? query : query.atMost(count));
    session.answer(
        () -> JsonOutput.page(page),
        () -> AnswerText.conversations(page.items()).lines(session.console()));
    page.unreadable().forEach(session::warnOfUnreadable);
    if (page.truncated() && !session.options().json) {
      session.warn(
          page.items().size()
              + (page.total().isPresent()
                  ? " of " + page.total().getAsLong() + " came."
                  : " came, and the server does not say how many there are.")
              + " The API has no second page: narrow the filters to see the rest.");
    }
    return DONE;
  }
}
