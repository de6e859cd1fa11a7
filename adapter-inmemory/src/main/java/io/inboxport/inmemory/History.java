package io.inboxport.inmemory;

import io.inboxport.timeline.EntryType;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Reads the timeline of one item, whose entries are kept in the order they came. */
record History(Item item, Issued issued) {
  int size() {
    return item.entries().size();
  }

  TimelineEntry newest() {
    return at(size() - 1).told();
  }

  List<TimelineEntry> ofType(EntryType type) {
    return item.entries().toList().stream()
        .filter(entry -> entry.type().equals(type))
        .map(Entry::told)
        .toList();
  }

  boolean anyContent(Predicate<String> condition) {
    for (int i = 0; i < size(); i++) {
      if (condition.test(at(i).content())) {
        return true;
      }
    }
    return false;
  }

  /** At most so many of the entries that stand before this position, the last of them first. */
  List<TimelineEntry> before(int position, int atMost) {
    var page = new ArrayList<TimelineEntry>(Math.min(position, atMost));
    for (int i = position - 1; i >= 0 && page.size() < atMost; i--) {
      page.add(at(i).told());
    }
    return page;
  }

  /** Where the entry with this id stands, or -1 where it does not. */
  int positionOf(TimelineEntryId id) {
    var given = issued.givenEntry(id);
    if (given != null) {
      return given.itemNumber() == item.number() ? given.position() : -1;
    }
    int position = firstFrom(Issued.entryNumber(id));
    return position < size() && at(position).id().equals(id) ? position : -1;
  }

  /** The first position whose number is not below this: numbers never go down in a timeline. */
  private int firstFrom(long number) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Entry at(int position) {
    return Objects.requireNonNull(item.entries().get(position));
  }
}
