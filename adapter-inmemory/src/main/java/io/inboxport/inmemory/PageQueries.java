package io.inboxport.inmemory;

import static io.inboxport.inmemory.OpenQuestion.COUNT_OVER_MAXIMUM;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_FILTER_VALUE;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.inmemory.ServerBehavior.ListOrder;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers of the server to the reads that ask for a page. */
final class PageQueries {
  private PageQueries() {}

  static ConversationPage list(ServerCall call, ConversationQuery query) {
    var state = call.state();
    var index = new IndexQuery(state.filterIndex().everything());
    filter(call, index, query.types(), ItemType.values());
    filter(call, index, query.statuses(), Status.values());
    filter(call, index, query.networks(), Network.values());
    filter(call, index, query.assignees(), query.assignees());
    filterTags(call, index, query);
    var search =
        new ConversationSearch(
            index,
            state::item,
            count(call, query),
            call.behavior().listOrder() == ListOrder.NEWEST_FIRST);
    var text = query.text().orElse(null);
    var done = (text == null ? search : search.where(containing(state, text))).run();
    return new ConversationPage(done.found(), done.total(), List.of());
  }

  static TimelinePage timeline(
      ServerCall call, ConversationId id, @Nullable TimelineEntryId olderThan) {
    var timeline = call.state().timeline(call.item(id));
    int position = olderThan == null ? timeline.size() : timeline.positionOf(olderThan);
    if (position < 0) {
      position =
          switch (call.behavior().unknownCursor()) {
            case REJECTED -> throw call.rejected("Failed to parse last_loaded_id");
            case EMPTY_PAGE -> 0;
            case NEWEST_PAGE -> timeline.size();
          };
    }
    return new TimelinePage(timeline.before(position, call.behavior().timelinePage()), List.of());
  }

  private static <T> void filter(ServerCall call, IndexQuery index, List<T> values, List<T> known) {
    if (values.isEmpty()) {
      return;
    }
    if (call.rejects(UNKNOWN_FILTER_VALUE) && !known.containsAll(values)) {
      throw call.rejected("Filter value is not valid.");
    }
    var union = new ArrayList<NumberSet>();
    for (var value : values) {
      union.add(call.state().filterIndex().of(value));
    }
    index.in(union);
  }

  private static void filterTags(ServerCall call, IndexQuery index, ConversationQuery query) {
    if (!query.tags().isEmpty()) {
      var directory = call.state().directory();
      index.in(
          query.tags().stream()
              .map(name -> directory.tag(name.value(), call.behavior().tagNames()))
              .filter(Objects::nonNull)
              .map(Tag::id)
              .map(call.state().filterIndex()::of)
              .toList());
    }
  }

  private static int count(ServerCall call, ConversationQuery query) {
    int maximum = call.behavior().listMaximum();
    int count = query.count().orElse(call.behavior().listStandard());
    if (count > maximum && call.rejects(COUNT_OVER_MAXIMUM)) {
      throw call.rejected("Page size " + count + " is not valid.");
    }
    return Math.min(count, maximum);
  }

  /**
   * Returns whether the profile's name or an entry of the timeline contains the text, in any case.
   */
  private static Predicate<StoredConversation> containing(InboxState state, String text) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return item ->
        item.conversation().profileName().toLowerCase(Locale.ROOT).contains(wanted)
            || state.timeline(item).anyContent(c -> c.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
