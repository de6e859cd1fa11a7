package io.inboxport.app.export;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.Timeline;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of an export: asks for what the state does not know, and writes down what comes. */
final class ExportWalk {
  private final InboxGateway gateway;
  private final ExportProgress progress;
  private final int count;
  private final ExportState state;
  private final ExportLog log;
  private long calls;

  ExportWalk(
      InboxGateway gateway, ExportProgress progress, int count, ExportState state, ExportLog log) {
    this.gateway = gateway;
    this.progress = progress;
    this.count = count;
    this.state = state;
    this.log = log;
  }

  void run(String account) {
    if (state.account().isEmpty()) {
      write("kind", "export", "version", 1, "account", account);
    }
    list(ExportSlice.ALL);
    List.copyOf(state.conversations()).forEach(this::walk);
    int conversations = state.conversations().size();
    write(
        "kind",
        "end",
        "conversations",
        conversations,
        "entries",
        state.entries(),
        "missing",
        state.unlisted() + state.skipped());
  }

  long calls() {
    return calls;
  }

  private void list(ExportSlice slice) {
    if (state.listing(slice).isEmpty()) {
      calls++;
      var page = gateway.list(slice.query(count));
      write(
          "kind", "slice",
          "filters", slice.filters(),
          "total", JsonOutput.number(page.total()),
          "truncated", page.truncated(),
          "conversations", page.items().stream().map(JsonOutput::conversation).toList());
      tell(page.unreadable());
    }
    var listing = state.listing(slice).orElseThrow();
    if (!listing.truncated()) {
      return;
    }
    if (slice.isNarrow()) {
      listing.ids().forEach(this::learnTags);
    }
    slice.parts(state.assignees(), state.tags()).forEach(this::list);
    if (slice.equals(ExportSlice.ALL) && state.unlisted() > 0) {
      progress.missing(
          state.unlisted()
              + " conversations: no filter lists them without cutting the list short.");
    }
  }

  /** The API has no list of tags; those of a few conversations cut the rest. */
  private void learnTags(String id) {
    if (state.hasDetails(id)) {
      return;
    }
    try {
      calls++;
      var conversation = gateway.get(ConversationId.of(id));
      write("kind", "details", "conversation", JsonOutput.conversation(conversation));
    } catch (NotFound e) {
      skip(id, e);
    }
  }

  private void walk(String id) {
    if (state.isFinished(id)) {
      return;
    }
    var conversation = ConversationId.of(id);
    var timeline = Timeline.of(conversation, cursor -> recordedPage(conversation, cursor));
    var rest = state.cursor(id).map(timeline::olderThan).orElse(timeline);
    try {
      rest.reportingUnreadable(left -> tell(List.of(left))).forEach(entry -> {});
      if (!state.isFinished(id)) {
        write("kind", "walked", "conversation", id);
      }
    } catch (NotFound | UnreadableResponse e) {
      skip(id, e);
    }
  }

  /** Goes on after an item that vanished or cannot be read: it must not cost all the others. */
  private void skip(String id, InboxException reason) {
    write("kind", "skipped", "conversation", id, "reason", reason.kind().label());
    progress.missing(id + ": " + reason.getMessage());
  }

  private void tell(Collection<UnreadablePart> left) {
    left.forEach(one -> progress.missing(one.where() + ": " + one.problem()));
  }

  /** Writes a line, and learns from it what the next run would. */
  private void write(@Nullable Object... namesAndValues) {
    try {
      state.learn(log.append(JsonOutput.object(namesAndValues)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.at(state.finishedConversations(), state.conversations().size(), calls);
  }

  /** Reads a page, and writes it down before the walk goes on. */
  private TimelinePage recordedPage(ConversationId id, @Nullable TimelineEntryId cursor) {
    calls++;
    var page = gateway.timeline(id, cursor);
    var entries = page.entries().stream().map(JsonOutput::entry).toList();
    write("kind", "timeline", "conversation", id.value(), "entries", entries);
    return page;
  }
}
