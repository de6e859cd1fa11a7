package io.inboxport.http.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A timeline that grows while it is walked along, page by page. */
final class GrowingTimeline {
  private final InboxGateway gateway;
  private final ConversationId id;
  private final Queue<TimelineEntryId> grown = new ConcurrentLinkedQueue<>();

  GrowingTimeline(InboxGateway gateway, ConversationId id) {
    this.gateway = gateway;
    this.id = id;
  }

  /** This entry is there from now on. */
  void grew(TimelineEntryId entry) {
    grown.add(entry);
  }

  Walk walk() {
    var before = List.copyOf(grown);
    var pages = new ArrayList<List<TimelineEntryId>>();
    var page = page(null);
    while (!page.isEmpty()) {
      pages.add(page);
      page = page(page.get(page.size() - 1));
    }
    return new Walk(before, pages);
  }

  private List<TimelineEntryId> page(@Nullable TimelineEntryId cursor) {
    return gateway.timeline(id, cursor).entries().stream().map(TimelineEntry::id).toList();
  }

  /**
   * A walk to the end.
   *
   * @param before what was there for sure when it began
   * @param pages what came
   */
  record Walk(List<TimelineEntryId> before, List<List<TimelineEntryId>> pages) {
    /** Compares it with the whole timeline, as it is in the end. */
    void check(List<TimelineEntryId> whole) {
      var walked = pages.stream().flatMap(List::stream).toList();
      assertThat(walked).as("a walk").doesNotHaveDuplicates().containsAll(before);
      // From where it began, the walk saw what there is, whole and in order, however it grew.
      int from = whole.indexOf(walked.get(0));
      assertThat(walked).as("a walk").isEqualTo(whole.subList(from, whole.size()));
    }
  }
}
