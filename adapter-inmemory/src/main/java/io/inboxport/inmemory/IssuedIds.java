package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationId;
import io.inboxport.directory.ResponseId;
import io.inboxport.tag.TagId;
import io.inboxport.timeline.TimelineEntryId;
import org.jspecify.annotations.Nullable;

/**
 * Ids that are taken: those counted so far, and those of entries that came with an id of their own.
 * Counted ids follow the vendor's pattern of a prefix and twelve digits. Immutable.
 */
record IssuedIds(
    long items,
    long entries,
    long tags,
    PersistentMap<TimelineEntryId, KeyedValue<TimelineEntryId, IssuedIds.Place>> given) {
  static final IssuedIds NONE = new IssuedIds(0, 0, 0, PersistentMap.empty());

  private static final String ENTRY = "eat";
  private static final int FEWEST_DIGITS = 12;
  // Of more than these a long does not hold every number.
  private static final int MOST_DIGITS = 18;

  static ConversationId itemId(long number) {
    return ConversationId.of(id("eit", number));
  }

  static TimelineEntryId entryId(long number) {
    return TimelineEntryId.of(id(ENTRY, number));
  }

  static TagId tagId(long number) {
    return TagId.of(id("etg", number));
  }

  static ResponseId responseId(long number) {
    return ResponseId.of(id("cnr", number));
  }

  /** Returns the number of an entry's id, or zero if it is not of the pattern. */
  static long entryNumber(TimelineEntryId id) {
    var text = id.value();
    int length = text.length() - ENTRY.length();
    if (length < FEWEST_DIGITS || length > MOST_DIGITS || !text.startsWith(ENTRY)) {
      return 0;
    }
    long number = 0;
    for (int i = ENTRY.length(); i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  IssuedIds withItems(long number) {
    return new IssuedIds(number, entries, tags, given);
  }

  IssuedIds withTags(long number) {
    return new IssuedIds(items, entries, number, given);
  }

  /** Returns the ids with the next free number of an entry taken. */
  IssuedIds withNextEntry() {
    long number = entries + 1;
    while (given.contains(entryId(number))) {
      number++;
    }
    return new IssuedIds(items, number, tags, given);
  }

  /** Returns the ids with this one taken, for an entry at this place. */
  IssuedIds with(TimelineEntryId id, Place place) {
    return new IssuedIds(items, entries, tags, given.with(new KeyedValue<>(id, place)));
  }

  /** Returns the place of the entry with this given id, or null if the id was not given. */
  @Nullable Place placeOf(TimelineEntryId id) {
    var found = given.get(id);
    return found == null ? null : found.value();
  }

  boolean isTaken(TimelineEntryId id) {
    long number = entryNumber(id);
    return given.contains(id) || (number >= 1 && number <= entries && entryId(number).equals(id));
  }

  private static String id(String prefix, long number) {
    var digits = Long.toString(number);
    return prefix + "0".repeat(Math.max(0, FEWEST_DIGITS - digits.length())) + digits;
  }

  /** Position in the timeline of an item. */
  record Place(int itemNumber, int position) {}
}
