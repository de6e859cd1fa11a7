package io.inboxport.app.report;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.timeline.TimelineEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes stock of an inbox, by reads only. */
final class InboxSurvey {
  /** These call for no answer, and none of them is one. */
  private static final Set<EntryType> NO_TALK =
      Set.of(EntryType.NOTE, EntryType.LIKE, EntryType.SHARE);

  private final Inbox inbox;
  private final Clock clock;
  private final int limit;
  private final InboxReport.Progress progress;
  private final List<Duration> responses = new ArrayList<>();
  private long waiting;

  /**
   * A survey of this inbox.
   *
   * @param limit of how many items to read tags and timeline: three calls or more each
   */
  InboxSurvey(Inbox inbox, Clock clock, int limit, InboxReport.Progress progress) {
    this.inbox = inbox;
    this.clock = clock;
    this.limit = limit;
    this.progress = progress;
  }

  ReportFigures take() {
    var page = inbox.list(ConversationQuery.open().atMost(100));
    var items = page.truncated() ? slices(page.items()) : page.items();
    var open = new ArrayList<>(items);
    int toLook = Math.min(limit, items.size());
    int looked = 0;
    for (int i = 0; i < toLook; i++) {
      progress.at(i, toLook);
      var details = look(items.get(i));
      looked += details.isPresent() ? 1 : 0;
      open.set(i, details.orElse(items.get(i)));
    }
    progress.at(toLook, toLook);
    Collections.sort(responses);
    return new ReportFigures(
        clock.instant(), open, page.total(), List.copyOf(responses), waiting, looked);
  }

  /** An item that vanished meanwhile, or cannot be read, stays as it was listed. */
  private Optional<Conversation> look(Conversation item) {
    try {
      var details = inbox.get(item.id());
      followTalk(details);
      return Optional.of(details);
    } catch (NotFound | UnreadableResponse | Rejected | PermissionDenied e) {
      return Optional.empty();
    }
  }

  /** The API lists no second page: a large inbox is listed by network and type. */
  private List<Conversation> slices(List<Conversation> first) {
    var all = new LinkedHashMap<Object, Conversation>();
    first.forEach(item -> all.put(item.id(), item));
    for (var network : Network.values()) {
      for (var type : ItemType.values()) {
        try {
          inbox
              .list(ConversationQuery.open().on(network).ofType(type).atMost(100))
              .items()
              .forEach(item -> all.putIfAbsent(item.id(), item));
        } catch (Rejected | UnreadableResponse e) {
          // Then fewer are listed than are open, and the page says so.
        }
      }
    }
    return List.copyOf(all.values());
  }

  private void followTalk(Conversation item) {
    var talk = new ArrayList<TimelineEntry>();
    inbox.timeline(item.id()).stream()
        .filter(entry -> !NO_TALK.contains(entry.type()) && entry.created().isPresent())
        .forEach(talk::add);
    Collections.reverse(talk);
    @Nullable Instant asked = null;
    for (var entry : talk) {
      var time = entry.created().orElseThrow();
      if (entry.createdBy().isEmpty()) {
        asked = asked == null ? time : asked;
      } else if (asked != null) {
        responses.add(Duration.between(asked, time));
        asked = null;
      }
    }
    waiting += asked == null ? 0 : 1;
  }
}
