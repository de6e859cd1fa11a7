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

/** What the server answers to the reads that ask for a page. */
final class PageQueries {
  private PageQueries() {}

  static ConversationPage list(ServerCall turn, ConversationQuery query) {
    var world = turn.world();
    var selection = new IndexQuery(world.postings().everything());
    filter(turn, selection, query.types(), ItemType.values());
    filter(turn, selection, query.statuses(), Status.values());
    filter(turn, selection, query.networks(), Network.values());
    filter(turn, selection, query.assignees(), query.assignees());
    filterTags(turn, selection, query);
    var search =
        new ConversationSearch(
            selection,
            world::item,
            count(turn, query),
            turn.behavior().listOrder() == ListOrder.NEWEST_FIRST);
    var text = query.text().orElse(null);
    var done = (text == null ? search : search.where(containing(world, text))).run();
    return new ConversationPage(done.found(), done.total(), List.of());
  }

  static TimelinePage timeline(
      ServerCall turn, ConversationId id, @Nullable TimelineEntryId olderThan) {
    var history = turn.world().history(turn.item(id));
    int position = olderThan == null ? history.size() : history.positionOf(olderThan);
    if (position < 0) {
      position =
          switch (turn.behavior().unknownCursor()) {
            case REJECTED -> throw turn.rejected("Failed to parse last_loaded_id");
            case EMPTY_PAGE -> 0;
            case NEWEST_PAGE -> history.size();
          };
    }
    return new TimelinePage(history.before(position, turn.behavior().timelinePage()), List.of());
  }

  private static <T> void filter(
      ServerCall turn, IndexQuery selection, List<T> values, List<T> known) {
    if (values.isEmpty()) {
      return;
    }
    if (turn.rejects(UNKNOWN_FILTER_VALUE) && !known.containsAll(values)) {
      throw turn.rejected("Filter value is not valid.");
    }
    var union = new ArrayList<NumberSet>();
    for (var value : values) {
      union.add(turn.world().postings().of(value));
    }
    selection.in(union);
  }

  private static void filterTags(ServerCall turn, IndexQuery selection, ConversationQuery query) {
    if (!query.tags().isEmpty()) {
      var directory = turn.world().directory();
      selection.in(
          query.tags().stream()
              .map(name -> directory.tag(name.value(), turn.behavior().tagNames()))
              .filter(Objects::nonNull)
              .map(Tag::id)
              .map(turn.world().postings()::of)
              .toList());
    }
  }

  private static int count(ServerCall turn, ConversationQuery query) {
    int maximum = turn.behavior().listMaximum();
    int count = query.count().orElse(turn.behavior().listStandard());
    if (count > maximum && turn.rejects(COUNT_OVER_MAXIMUM)) {
      throw turn.rejected("Page size " + count + " is not valid.");
    }
    return Math.min(count, maximum);
  }

  /** Whether the profile's name or an entry of the timeline contains the text, in any case. */
  private static Predicate<StoredConversation> containing(InboxState world, String text) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return item ->
        item.conversation().profileName().toLowerCase(Locale.ROOT).contains(wanted)
            || world.history(item).anyContent(c -> c.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
