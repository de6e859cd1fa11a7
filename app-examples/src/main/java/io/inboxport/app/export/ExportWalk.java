package io.inboxport.app.export;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.Timeline;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
    // An item that ended a run comes last: it must not keep the others from being read.
    var byTurn = new ArrayList<>(state.conversations());
    byTurn.sort(Comparator.comparing(state::hasFailed));
    byTurn.forEach(this::walk);
    write(
        "kind", "end",
        "conversations", state.conversations().size(),
        "entries", state.entries(),
        "missing", JsonOutput.number(state.missing()));
  }

  long calls() {
    return calls;
  }

  private void list(ExportSlice slice) {
    if (state.listing(slice).isEmpty()) {
      writeList(slice);
    }
    var listing = state.listing(slice).orElseThrow();
    if (state.isCut(listing)) {
      if (slice.isNarrow()) {
        listing.ids().forEach(this::learnTags);
      }
      slice.parts(state.assignees(), state.tags()).forEach(this::list);
    }
    if (!slice.equals(ExportSlice.ALL)) {
      return;
    }
    if (state.unlisted().isEmpty()) {
      progress.missing("maybe some conversations: the server does not say how many there are.");
    } else if (state.unlisted().getAsLong() > 0 && state.isCut(listing)) {
      progress.missing(
          state.unlisted().getAsLong()
              + " conversations: no filter lists them without cutting the list short.");
    }
  }

  /** Asks for a slice. One that the server does not list must not cost all the others. */
  private void writeList(ExportSlice slice) {
    try {
      calls++;
      var page = gateway.list(slice.query(count));
      write(
          withUnreadable(
              page.unreadable(),
              "kind",
              "slice",
              "filters",
              slice.filters(),
              "total",
              JsonOutput.number(page.total()),
              "truncated",
              page.truncated(),
              "conversations",
              page.items().stream().map(JsonOutput::conversation).toList()));
      tell("", page.unreadable());
    } catch (Rejected | UnreadableResponse e) {
      if (slice.equals(ExportSlice.ALL)) {
        throw e;
      }
      leaveOut(slice, e);
    } catch (Unavailable e) {
      if (slice.equals(ExportSlice.ALL)) {
        throw e;
      }
      failOnce(slice.toString(), e);
      leaveOut(slice, e);
    }
  }

  private void leaveOut(ExportSlice slice, InboxException reason) {
    write("kind", "unlisted", "filters", slice.filters(), "reason", reason.kind().label());
    progress.missing("the list of " + slice + ": " + reason.getMessage());
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
    } catch (UnreadableResponse | Rejected | PermissionDenied e) {
      leaveUntagged(id, e);
    } catch (Unavailable e) {
      failOnce(id, e);
      leaveUntagged(id, e);
    }
  }

  private void leaveUntagged(String id, InboxException reason) {
    write(
        "kind",
        "details",
        "conversation",
        JsonOutput.object("id", id),
        "reason",
        reason.kind().label());
    progress.missing("the tags of " + id + ": " + reason.getMessage());
  }

  private void walk(String id) {
    if (state.isFinished(id)) {
      return;
    }
    var conversation = ConversationId.of(id);
    // The walk goes over the pages in hand again, and so knows them if an entry was deleted.
    var inHand = new ArrayDeque<>(state.pages(id));
    var timeline =
        Timeline.of(
            conversation,
            cursor ->
                inHand.isEmpty() ? writtenPage(conversation, cursor) : pageOf(inHand.remove()));
    try {
      timeline.forEach(entry -> {});
      write("kind", "walked", "conversation", id);
    } catch (NotFound | UnreadableResponse | Rejected | PermissionDenied e) {
      skip(id, e);
    } catch (Unavailable e) {
      failOnce(id, e);
      skip(id, e);
    }
  }

  private static TimelinePage pageOf(List<String> ids) {
    var entries =
        ids.stream().map(id -> TimelineEntry.withId(TimelineEntryId.of(id)).build()).toList();
    return new TimelinePage(entries, List.of());
  }

  /** Goes on after an item that vanished or cannot be read: it must not cost all the others. */
  private void skip(String id, InboxException reason) {
    write("kind", "skipped", "conversation", id, "reason", reason.kind().label());
    progress.missing(id + ": " + reason.getMessage());
  }

  /** Ends this run at what the server did not serve, unless an earlier run ended there as well. */
  private void failOnce(String at, Unavailable failure) {
    if (Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    if (!state.hasFailed(at)) {
      write("kind", "failed", "at", at);
      throw failure;
    }
  }

  private void tell(String of, Collection<UnreadablePart> left) {
    left.forEach(one -> progress.missing(of + one.where() + ": " + one.problem()));
  }

  private static @Nullable Object[] withUnreadable(
      Collection<UnreadablePart> unreadable, @Nullable Object... namesAndValues) {
    if (unreadable.isEmpty()) {
      return namesAndValues;
    }
    var more = new ArrayList<@Nullable Object>(Arrays.asList(namesAndValues));
    more.add("unreadable");
    more.add(unreadable.stream().map(JsonOutput::unreadable).toList());
    return more.toArray();
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

  /** Reads a page, and writes down what is new in it before the walk goes on. */
  private TimelinePage writtenPage(ConversationId id, @Nullable TimelineEntryId cursor) {
    calls++;
    var page = gateway.timeline(id, cursor);
    var known = new HashSet<String>();
    state.pages(id.value()).forEach(known::addAll);
    var entries =
        page.entries().stream()
            .filter(entry -> known.add(entry.id().value()))
            .map(JsonOutput::entry)
            .toList();
    // A page of known entries alone is part of a check: the next run makes it again.
    if (!entries.isEmpty() || page.entries().isEmpty()) {
      write(
          withUnreadable(
              page.unreadable(),
              "kind",
              "timeline",
              "conversation",
              id.value(),
              "entries",
              entries));
      tell(id + " ", page.unreadable());
    }
    return page;
  }
}
