package io.inboxport.app.export;

import io.inboxport.InboxException;
import io.inboxport.InboxException.NotFound;
import io.inboxport.InboxException.UnreadableResponse;
import io.inboxport.app.output.Json;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Unreadable;
import io.inboxport.port.InboxGateway;
import io.inboxport.port.Operation;
import io.inboxport.timeline.Timeline;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import io.inboxport.timeline.TimelineSource;
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
    list(Slice.ALL);
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

  private void list(Slice slice) {
    if (state.listing(slice).isEmpty()) {
      calls++;
      var page = gateway.list(slice.query(count));
      write(
          "kind", "slice",
          "filters", slice.filters(),
          "total", page.total(),
          "truncated", page.truncated(),
          "conversations", page.items().stream().map(Json::conversation).toList());
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
    if (slice.equals(Slice.ALL) && state.unlisted() > 0) {
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
      write("kind", "details", "conversation", Json.conversation(conversation));
    } catch (NotFound e) {
      skip(id, e);
    }
  }

  private void walk(String id) {
    if (state.isFinished(id)) {
      return;
    }
    var timeline = Timeline.over(new RecordedTimeline(ConversationId.of(id)));
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

  /** One that vanished or that nobody can read must not cost all the others. */
  private void skip(String id, InboxException reason) {
    write("kind", "skipped", "conversation", id, "reason", reason.kind());
    progress.missing(id + ": " + reason.getMessage());
  }

  private void tell(Collection<Unreadable> left) {
    left.forEach(one -> progress.missing(one.where() + ": " + one.problem()));
  }

  /** Writes a line, and learns from it what the next run would. */
  private void write(@Nullable Object... namesAndValues) {
    try {
      state.learn(log.append(Json.object(namesAndValues)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.at(state.finishedConversations(), state.conversations().size(), calls);
  }

  /** A timeline whose pages are written down as they come. */
  private final class RecordedTimeline implements TimelineSource {
    private final ConversationId id;

    private RecordedTimeline(ConversationId id) {
      this.id = id;
    }

    @Override
    public TimelinePage olderThan(@Nullable TimelineEntryId cursor) {
      calls++;
      var page = gateway.timeline(id, cursor);
      var entries = page.entries().stream().map(Json::entry).toList();
      write("kind", "timeline", "conversation", id.value(), "entries", entries);
      return page;
    }

    @Override
    public RuntimeException stalledAt(@Nullable TimelineEntryId cursor) {
      return new UnreadableResponse(Operation.TIMELINE, id, "It does not go on.", null);
    }
  }
}
