package io.inboxport.inmemory;

import io.inboxport.timeline.TimelineEntryId;

/**
 * Which ids are taken: those counted so far, in the vendor's pattern of a prefix and twelve digits,
 * and those that were given. Immutable.
 */
record Issued(long items, long entries, long tags, HashTrie<TimelineEntryId, Given> givenEntries) {
  static final Issued NONE = new Issued(0, 0, 0, HashTrie.empty());

  private static final String ENTRY = "eat";
  private static final int DIGITS = 12;

  static String itemId(long number) {
    return id("eit", number);
  }

  static String entryId(long number) {
    return id(ENTRY, number);
  }

  static String tagId(long number) {
    return id("etg", number);
  }

  Issued withItems(long number) {
    return new Issued(number, entries, tags, givenEntries);
  }

  Issued withTags(long number) {
    return new Issued(items, entries, number, givenEntries);
  }

  /** The next free number of an entry, taken. */
  Issued withNextEntry() {
    long number = entries + 1;
    while (givenEntries.contains(TimelineEntryId.of(entryId(number)))) {
      number++;
    }
    return new Issued(items, number, tags, givenEntries);
  }

  boolean isTaken(TimelineEntryId id) {
    return givenEntries.contains(id) || isCounted(id.value());
  }

  /** This id of an entry, taken. */
  Issued with(TimelineEntryId given) {
    return new Issued(items, entries, tags, givenEntries.with(new Given(given)));
  }

  private boolean isCounted(String id) {
    var digits = id.startsWith(ENTRY) ? id.substring(ENTRY.length()) : "";
    return digits.matches("[0-9]{12,18}")
        && Long.parseLong(digits) >= 1
        && Long.parseLong(digits) <= entries
        && entryId(Long.parseLong(digits)).equals(id);
  }

  private static String id(String prefix, long number) {
    var digits = Long.toString(number);
    return prefix + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  record Given(TimelineEntryId key) implements Keyed<TimelineEntryId> {}
}
