package io.inboxport.inmemory;

import io.inboxport.conversation.EntryType;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Timeline of one item as the server stores it, for reading.
 *
 * @param itemNumber the number of the item
 * @param size how many entries there are
 * @param entries gets an entry by its position in the order they came
 * @param issued the ids, with the places of entries whose ids were given
 */
record StoredTimeline(
    int itemNumber, int size, IntFunction<StoredEntry> entries, IssuedIds issued) {
  TimelineEntry newest() {
    return entries.apply(size - 1).toTimelineEntry();
  }

  List<TimelineEntry> ofType(EntryType type) {
    return present()
        .filter(entry -> entry.type().equals(type))
        .map(StoredEntry::toTimelineEntry)
        .toList();
  }

  List<TimelineEntry> all() {
    return present().map(StoredEntry::toTimelineEntry).toList();
  }

  boolean anyContent(Predicate<String> condition) {
    return present().map(StoredEntry::content).anyMatch(condition);
  }

  private Stream<StoredEntry> present() {
    return IntStream.range(0, size).mapToObj(entries).filter(entry -> !entry.isDeleted());
  }

  /**
   * Returns at most so many of the entries that stand before this position, the last of them first.
   */
  List<TimelineEntry> before(int position, int atMost) {
    var page = new ArrayList<TimelineEntry>(Math.min(position, atMost));
    for (int i = position - 1; i >= 0 && page.size() < atMost; i--) {
      var entry = entries.apply(i);
      if (!entry.isDeleted()) {
        page.add(entry.toTimelineEntry());
      }
    }
    return page;
  }

  /** Returns the position of the entry with this id, or -1 if there is none. */
  int positionOf(TimelineEntryId id) {
    int position = placeOf(id);
    return position >= 0
            && position < size
            && entries.apply(position).id().equals(id)
            && !entries.apply(position).isDeleted()
        ? position
        : -1;
  }

  private int placeOf(TimelineEntryId id) {
    var given = issued.placeOf(id);
    if (given == null) {
      return firstFrom(IssuedIds.entryNumber(id));
    }
    return given.itemNumber() == itemNumber ? given.position() : -1;
  }

  /**
   * Returns the first position whose number is not below this: numbers never go down in a timeline.
   */
  private int firstFrom(long number) {
    int low = 0;
    int high = size;
    for (boolean guessing = true; low < high; guessing = !guessing) {
      // Numbers mostly go up evenly, which a guess makes use of; if they do not, halving does.
      int probe = guessing ? guess(number, low, high - 1) : (low + high) >>> 1;
      if (entries.apply(probe).number() < number) {
        low = probe + 1;
      } else {
        high = probe;
      }
    }
    return low;
  }

  /** Returns the position of the number if the numbers went up evenly between these positions. */
  private int guess(long number, int from, int to) {
    long first = entries.apply(from).number();
    long last = entries.apply(to).number();
    if (number <= first || first == last) {
      return from;
    }
    double share = Math.min(1, (double) (number - first) / (last - first));
    return from + (int) (share * (to - from));
  }
}
