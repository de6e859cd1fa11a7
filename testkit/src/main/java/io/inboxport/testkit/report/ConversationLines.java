package io.inboxport.testkit.report;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a report about one conversation: its state, and its timeline with the oldest first. */
final class ConversationLines {
  private static final int MOST_ENTRIES = 20;

  private ConversationLines() {}

  static String of(InMemoryInboxGateway backend, ConversationId id, boolean quoting) {
    try {
      return state(backend.get(id), quoting) + timeline(backend, id, quoting);
    } catch (NotFound e) {
      return id + ": there is no such conversation\n";
    }
  }

  private static String state(Conversation item, boolean quoting) {
    var tags = item.tags().orElse(List.of()).stream().map(Tag::name).toList();
    return item.id()
        + ": "
        + item.status()
        + (", " + item.itemType() + " on " + item.network())
        + (", assigned to " + item.assignee().map(UserId::value).orElse("nobody"))
        + (tags.isEmpty() ? ", no tags" : ", tags " + (quoting ? tags : "" + tags.size()))
        + "\n";
  }

  private static String timeline(InMemoryInboxGateway backend, ConversationId id, boolean quoting) {
    var newest = Inbox.over(backend).timeline(id).stream().limit(MOST_ENTRIES + 1L).toList();
    var told = newest.stream().limit(MOST_ENTRIES).collect(Collectors.toList());
    Collections.reverse(told);
    var lines = new StringBuilder(newest.size() > told.size() ? "  … earlier entries\n" : "");
    told.forEach(entry -> lines.append("  ").append(line(entry, quoting)).append('\n'));
    return lines.isEmpty() ? "  no entries\n" : lines.toString();
  }

  private static String line(TimelineEntry entry, boolean quoting) {
    return entry.created().map(Instant::toString).orElse("at no time")
        + "  "
        + entry.type()
        + entry.createdBy().map(user -> " by " + user).orElse("")
        + (quoting ? " " + QuotedText.of(entry.content()) : "");
  }
}
