package io.inboxport.app.export;

import io.inboxport.InboxException;
import io.inboxport.InboxException.NotFound;
import io.inboxport.InboxException.UnreadableResponse;
import io.inboxport.app.output.Json;
import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxGateway;
import io.inboxport.port.Operation;
import io.inboxport.timeline.Timeline;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import io.inboxport.timeline.TimelineSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks the inbox by slices of filters, then every timeline, and writes each answer down as it
 * comes. Run again on the same file it goes on where it stopped and asks for nothing twice.
 *
 * <p>It works on the port, not on the facade: what is written down is pages, as they were fetched.
 */
public final class Export {
  private final InboxGateway gateway;
  private final ExportProgress progress;
  private final int count;
  private final ExportState state = new ExportState();
  private long calls;

  /**
   * An export from this gateway, which is best a patient one.
   *
   * @param count how many conversations to ask for in one call
   */
  public Export(InboxGateway gateway, ExportProgress progress, int count) {
    this.gateway = gateway;
    this.progress = progress;
    this.count = count;
  }

  /**
   * Writes the inbox of this account to the file, or what is missing there.
   *
   * @throws IllegalArgumentException when the file holds the export of another account
   * @throws InboxException when the backend fails for good; what came so far is in the file
   */
  public Summary run(Path file, String account) throws IOException {
    try (var log = ExportLog.open(file, state::learn)) {
      var recorder = new Recorder(log);
      if (state.account().isEmpty()) {
        recorder.line("kind", "export", "version", 1, "account", account);
      } else if (!state.account().equals(account)) {
        throw new IllegalArgumentException(
            file + " holds the export of another account: choose another file.");
      }
      if (!state.isComplete()) {
        list(Slice.ALL, recorder);
        for (var id : List.copyOf(state.conversations())) {
          walk(id, recorder);
        }
        recorder.line(
            "kind",
            "end",
            "conversations",
            state.conversations().size(),
            "entries",
            state.entries());
      }
      return new Summary(state.conversations().size(), state.entries(), calls);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void list(Slice slice, Recorder recorder) {
    if (state.listing(slice).isEmpty()) {
      var page = count(gateway.list(slice.query(count)));
      recorder.line(
          "kind", "slice",
          "filters", slice.filters(),
          "total", page.total(),
          "truncated", page.truncated(),
          "conversations", page.items().stream().map(Json::conversation).toList());
    }
    var listing = state.listing(slice).orElseThrow();
    if (!listing.truncated()) {
      return;
    }
    if (slice.isNarrow()) {
      listing.ids().forEach(id -> learnTags(id, recorder));
    }
    slice.parts(state.assignees(), state.tags()).forEach(part -> list(part, recorder));
    if (slice.equals(Slice.ALL) && state.conversations().size() < listing.total()) {
      progress.missing(
          (listing.total() - state.conversations().size())
              + " conversations: no filter lists them without cutting the list short.");
    }
  }

  /** The API has no list of tags either; those of a few conversations cut the rest. */
  private void learnTags(String id, Recorder recorder) {
    if (!state.hasDetails(id)) {
      var conversation = count(gateway.get(ConversationId.of(id)));
      recorder.line("kind", "details", "conversation", Json.conversation(conversation));
    }
  }

  private void walk(String id, Recorder recorder) {
    if (state.isFinished(id)) {
      return;
    }
    var timeline = Timeline.over(new RecordedTimeline(ConversationId.of(id), recorder));
    var rest = state.cursor(id).map(timeline::olderThan).orElse(timeline);
    try {
      rest.forEach(entry -> {});
      if (!state.isFinished(id)) {
        recorder.line("kind", "walked", "conversation", id);
      }
    } catch (NotFound | UnreadableResponse e) {
      // One that vanished or that nobody can read must not cost all the others.
      recorder.line("kind", "skipped", "conversation", id, "reason", e.kind());
      progress.missing("the timeline of " + id + ": " + e.getMessage());
    }
  }

  private <T> T count(T answer) {
    calls++;
    return answer;
  }

  /**
   * What an export has done.
   *
   * @param conversations how many conversations the file holds
   * @param entries how many entries of timelines it holds
   * @param calls how many calls this run took
   */
  public record Summary(long conversations, long entries, long calls) {}

  /** Writes lines, and learns from each what it would learn from it on the next run. */
  private final class Recorder {
    private final ExportLog log;

    private Recorder(ExportLog log) {
      this.log = log;
    }

    private void line(@Nullable Object... namesAndValues) {
      Map<String, Object> line = Json.object(namesAndValues);
      try {
        state.learn(log.append(line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      progress.at(state.finishedConversations(), state.conversations().size(), calls);
    }
  }

  /** A timeline whose pages are written down as they come. */
  private final class RecordedTimeline implements TimelineSource {
    private final ConversationId id;
    private final Recorder recorder;

    private RecordedTimeline(ConversationId id, Recorder recorder) {
      this.id = id;
      this.recorder = recorder;
    }

    @Override
    public TimelinePage olderThan(@Nullable TimelineEntryId cursor) {
      var page = count(gateway.timeline(id, cursor));
      recorder.line(
          "kind", "timeline",
          "conversation", id.value(),
          "entries", page.entries().stream().map(Json::entry).toList());
      return page;
    }

    @Override
    public RuntimeException stalledAt(@Nullable TimelineEntryId cursor) {
      return new UnreadableResponse(Operation.TIMELINE, id, "It does not go on.", null);
    }
  }
}
