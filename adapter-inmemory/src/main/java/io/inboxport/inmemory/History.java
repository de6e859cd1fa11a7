package io.inboxport.inmemory;

import io.inboxport.timeline.EntryType;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The timeline of one conversation, in the order things happened. Immutable. */
final class History {
  static final History EMPTY = new History(Vector.empty(), HashTrie.empty());

  /** Up to this length looking at each entry is no slower than an index, and takes no memory. */
  private static final int UNINDEXED = 32;

  private final Vector<TimelineEntry> entries;
  private final HashTrie<TimelineEntryId, Place> places;

  private History(Vector<TimelineEntry> entries, HashTrie<TimelineEntryId, Place> places) {
    this.entries = entries;
    this.places = places;
  }

  int size() {
    return entries.size();
  }

  TimelineEntry at(int position) {
    return Objects.requireNonNull(entries.get(position));
  }

  TimelineEntry newest() {
    return at(size() - 1);
  }

  List<TimelineEntry> ofType(EntryType type) {
    return entries.toList().stream().filter(entry -> entry.type().equals(type)).toList();
  }

  History with(TimelineEntry entry) {
    int position = entries.size();
    var index = places;
    if (position == UNINDEXED) {
      for (int i = 0; i < position; i++) {
        index = index.with(new Place(at(i).id(), i));
      }
    }
    if (position >= UNINDEXED) {
      index = index.with(new Place(entry.id(), position));
    }
    return new History(entries.append(entry), index);
  }

  /** Where this entry stands, or -1 where it does not. */
  int positionOf(TimelineEntryId id) {
    if (entries.size() > UNINDEXED) {
      var place = places.get(id);
      return place == null ? -1 : place.position;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (at(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** At most so many of the entries that stand before this position, the last of them first. */
  List<TimelineEntry> before(int position, int atMost) {
    var page = new ArrayList<TimelineEntry>(Math.min(position, atMost));
    for (int i = position - 1; i >= 0 && page.size() < atMost; i--) {
      page.add(at(i));
    }
    return page;
  }

  boolean anyContent(Predicate<String> condition) {
    for (int i = 0; i < entries.size(); i++) {
      if (condition.test(at(i).content())) {
        return true;
      }
    }
    return false;
  }

  private record Place(TimelineEntryId key, int position) implements Keyed<TimelineEntryId> {}
}
